/** What went wrong with the private MariaDB and what to do about it, in both languages. */
export class PrivateMariadbError extends Error {
  constructor(
    readonly zh: string,
    readonly en: string,
    options?: ErrorOptions,
  ) {
    super(`${zh}\n${en}`, options);
    this.name = "PrivateMariadbError";
  }
}
