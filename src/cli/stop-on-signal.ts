/** One Ctrl-C reaches us several times: from the terminal, from npm and from our own starter. */
export const sameSignalMs = 2_000;

/**
 * Resolves once the process was asked to stop and has stopped. Asked again later, it ends at once,
 * for whoever does not want to wait.
 */
export function stopOnSignal(stop: () => Promise<void>): Promise<void> {
  return new Promise((resolve, reject) => {
    let askedAt: number | null = null;
    const onSignal = (): void => {
      if (askedAt === null) {
        askedAt = performance.now();
        stop().then(resolve, reject);
      } else if (performance.now() - askedAt > sameSignalMs) process.exit(130);
    };
    process.on("SIGINT", onSignal);
    process.on("SIGTERM", onSignal);
  });
}
