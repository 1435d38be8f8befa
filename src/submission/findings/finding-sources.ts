import type { FindingSource } from "./finding-rule";

/** Rows of a table that name the subject by this column. */
export function naming(table: string, column: string): FindingSource {
  const where = `WHERE c.id IN ({ids}) AND c.${column} IS NOT NULL`;
  return { table, subjects: `SELECT DISTINCT c.${column} AS id FROM ${table} c ${where}` };
}

/** Rows of a table whose column has the value of a column of the subject's table. */
export function matching(
  table: string,
  column: string,
  subjects: string,
  own: string = column,
  which = "TRUE",
): FindingSource {
  if (column !== "id") return matchingAll(table, [column], subjects, [own], which);
  const where = `WHERE o.${own} IN ({ids}) AND ${which}`;
  return { table, subjects: `SELECT o.id FROM ${subjects} o ${where}` };
}

/**
 * As {@link matching}, in all of these columns. Many rows that say the same are asked for once:
 * otherwise a thousand policies of one enterprise would answer each of them a thousand times.
 * `which` is what a subject `o` needs itself to break the rule at all.
 */
export function matchingAll(
  table: string,
  columns: readonly string[],
  subjects: string,
  own: readonly string[] = columns,
  which = "TRUE",
): FindingSource {
  const said = columns.map((column) => `c.${column}`).join(", ");
  const same = columns.map((column, n) => `o.${own[n] ?? column} = d.${column}`).join(" AND ");
  return {
    table,
    subjects: `SELECT o.id FROM (SELECT DISTINCT ${said} FROM ${table} c WHERE c.id IN ({ids})) d
      JOIN ${subjects} o ON ${same} WHERE ${which}`,
  };
}
