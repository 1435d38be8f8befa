/** Another submission came between: the whole transaction is done again, and judged anew. */
export class Overtaken extends Error {
  /** As a deadlock, which the database's own retry knows. */
  readonly errno = 1213;
}

const duplicateEntry = 1062;

/** That a row with such a key is there already. */
export function isDuplicate(error: unknown): boolean {
  return (error as { errno?: unknown }).errno === duplicateEntry;
}
