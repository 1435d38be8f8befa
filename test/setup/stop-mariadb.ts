/** The data directory stays, so that the next run starts quickly. */
export default async function stopMariadb(): Promise<void> {
  await globalThis.testMariadb?.stop();
}
