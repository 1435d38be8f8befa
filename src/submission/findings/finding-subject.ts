import type { RequestClock } from "../../query/select";
import { sql, trusted, value, valueList, type Sql } from "../../database/sql";

/** What findings can be about, and how its rows are read under the alias `s`. */
export interface FindingSubject {
  /** Published name of the type, e.g. `Policy`. */
  readonly type: string;
  /** The tables whose rows are the subjects; the first one's ids are theirs, if `own`. */
  readonly tables: readonly string[];
  /** True when a changed row of the table is the subject itself. */
  readonly own: boolean;
  /** Condition for a subject to exist. */
  readonly existing: string;
  /** Day by which rules and parameters in force are chosen; may be `{today}`. */
  readonly businessDay: string;
  /** Whose and where it is: decides who sees a finding about it. */
  readonly insurer: string;
  readonly enterprise: string;
  readonly agency: string;
  readonly region: string;
  readonly sector: string;
  /** What stands in FROM; holds at least the subjects of these ids, with a column `id`. */
  from(ids: readonly string[], clock: RequestClock): Sql;
  /** Ids of all subjects after one, in order. */
  page(after: string, size: number): Sql;
}

/** Rows of one table as subjects; what is said replaces what is usual for insured rows. */
export function rowsOf(
  type: string,
  table: string,
  more: Partial<FindingSubject> & Pick<FindingSubject, "businessDay">,
): FindingSubject {
  return {
    type,
    tables: [table],
    own: true,
    existing: "s.voided = 0",
    insurer: "s.insurer_id",
    enterprise: "s.enterprise_id",
    agency: "NULL",
    region: "s.region_code",
    sector: "s.sector",
    from: () => trusted(`${table} s`),
    page: (after, size) =>
      sql`SELECT id FROM ${trusted(table)} WHERE id > ${value(after)}
        ORDER BY id LIMIT ${trusted(String(size))}`,
    ...more,
  };
}

/** `s` is one of these. */
export function isOneOf(ids: readonly string[]): Sql {
  return sql`s.id IN (${valueList(ids)})`;
}
