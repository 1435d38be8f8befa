import type { SqlValue } from "../../database/sql";

/** Who stated something: an owner of records, or the hub, for rows it was loaded with. */
export type Stater = { readonly owner: string } | "HUB";

/**
 * What several parties may state, each in a record of its own, and what there is one row of: an
 * enterprise, a service agency. The row follows from the statement that counts: not void before
 * void, lower standing before higher, later `asOf` before earlier, then the smaller record id. That
 * is the same in whatever order they arrived; and no answer to one party depends on another's.
 */
export interface JointThing<R> {
  /** The id of the row, from what identifies the thing everywhere. */
  id(record: R): string;
  /** Day as of which the statement holds. */
  asOf(record: R): string;
  /** Whose statements count first: the lower number. */
  standing(stater: Stater): number;
  /** Fields that those who count first may have no right to state: from the next who states them. */
  readonly filled: readonly (keyof R & string)[];
  /** Properties that no statement decides, with their values in a new row. */
  readonly kept: Readonly<Record<string, SqlValue>>;
}
