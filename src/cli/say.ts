/** One line of progress for whoever started the command; standard output stays for results. */
export function say(line: string): void {
  process.stderr.write(`${line}\n`);
}

/** Our own mistakes, one JSON line each, under the number the caller was given. */
export function reportMistake(errorId: string, error: unknown): void {
  const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
  process.stderr.write(
    `${JSON.stringify({ at: new Date().toISOString(), errorId, error: text })}\n`,
  );
}
