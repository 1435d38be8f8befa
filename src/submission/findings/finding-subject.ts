import type { RequestClock } from "../../query/select";
import type { DailyFigure } from "./daily-figure";
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
  /** True when its rows depend on the day: then whatever is judged of them does. */
  readonly byDay?: boolean;
  /** What stands in FROM; holds at least the subjects of these ids, with a column `id`. */
  from(ids: readonly string[], clock: RequestClock): Sql;
  /** Ids of all subjects after one, in order. */
  page(after: string, size: number, clock: RequestClock): Sql;
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

/** Cells of a daily figure as subjects `s`, with its `value` and `cases`; `parts` are read from `f`. */
export function cellsOf(
  type: string,
  { name }: DailyFigure,
  parts: Readonly<Record<string, string>>,
  more: Partial<FindingSubject>,
): FindingSubject {
  const named = Object.entries(parts).map(([part, of]) => `, ${of} AS ${part}`);
  return {
    ...rowsOf(type, "daily_figure", { businessDay: "s.computed_on" }),
    own: false,
    existing: "TRUE",
    insurer: "NULL",
    enterprise: "NULL",
    sector: "NULL",
    from: (ids) =>
      sql`(SELECT f.cell AS id, f.value, f.cases, f.computed_on${trusted(named.join(""))}
        FROM daily_figure f WHERE f.name = ${value(name)} AND f.cell IN (${valueList(ids)})) s`,
    page: (after, size) =>
      sql`SELECT cell AS id FROM daily_figure WHERE name = ${value(name)} AND cell > ${value(after)}
        ORDER BY cell LIMIT ${trusted(String(size))}`,
    ...more,
  };
}
