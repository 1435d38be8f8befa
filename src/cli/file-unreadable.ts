/** The file cannot be read as what it should be: no such file, no gzip, a broken CSV. */
export class FileUnreadable extends Error {
  constructor(file: string, reason: unknown) {
    super(`${file}: ${reason instanceof Error ? reason.message : String(reason)}`);
  }
}
