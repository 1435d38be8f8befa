import type { FindingSource } from "./finding-rule";

/** Rows of a table that name the subject by this column. */
export function naming(table: string, column: string): FindingSource {
  const where = `WHERE c.id IN ({ids}) AND c.${column} IS NOT NULL`;
  return { table, subjects: `SELECT c.${column} AS id FROM ${table} c ${where}` };
}

/** Rows of a table whose column has the value of a column of the subject's table. */
export function matching(
  table: string,
  column: string,
  subjects: string,
  own: string = column,
): FindingSource {
  return {
    table,
    subjects: `SELECT o.id FROM ${table} c JOIN ${subjects} o ON o.${own} = c.${column}
      WHERE c.id IN ({ids})`,
  };
}
