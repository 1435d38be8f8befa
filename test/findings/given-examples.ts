import type { Transaction } from "../../src/database/database";
import { identifier, joinSql, sql, trusted, value, type SqlValue } from "../../src/database/sql";
import type { ExampleRows } from "../../src/submission/findings/finding-rule";

type Columns = Map<string, string>;

/** Columns of each table that must be said, by table; read once. */
export async function neededColumns(transaction: Transaction): Promise<Map<string, Columns>> {
  const rows = await transaction.query(
    sql`SELECT table_name AS t, column_name AS c, data_type AS kind
      FROM information_schema.columns WHERE table_schema = DATABASE() AND is_nullable = 'NO'
        AND column_default IS NULL AND extra NOT LIKE '%auto_increment%'`,
  );
  const needed = new Map<string, Columns>();
  for (const row of rows) {
    const table = needed.get(String(row["t"])) ?? new Map<string, string>();
    needed.set(String(row["t"]), table.set(String(row["c"]), String(row["kind"])));
  }
  return needed;
}

/** Stores the rows of an example, with ordinary values in columns it does not speak of. */
export async function storeExample(
  transaction: Transaction,
  world: ExampleRows,
  needed: ReadonlyMap<string, Columns>,
): Promise<void> {
  await transaction.execute(trusted("SET SESSION foreign_key_checks = 0"));
  for (const [table, rows] of Object.entries(world))
    for (const [id, said] of Object.entries(rows)) {
      const row: Record<string, SqlValue> = {};
      for (const [column, kind] of needed.get(table) ?? [])
        row[column] = ordinary(column, kind, id);
      Object.assign(row, said);
      const columns = joinSql(Object.keys(row).map(identifier), ", ");
      const values = joinSql(Object.values(row).map(value), ", ");
      await transaction.execute(
        sql`INSERT INTO ${identifier(table)} (${columns}) VALUES (${values})`,
      );
    }
}

function ordinary(column: string, kind: string, id: string): SqlValue {
  if (column === "id" || column === "source_key") return id;
  if (column === "region_code") return "340104";
  if (kind === "date") return "2026-01-01";
  if (kind === "datetime") return "2026-01-01 00:00:00";
  return kind === "varchar" || kind === "char" || kind.endsWith("text") ? "" : 0;
}
