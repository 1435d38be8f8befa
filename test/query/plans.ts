import type { Database } from "../../src/database/database";
import { trusted, type Sql } from "../../src/database/sql";
import { sqlText } from "../../src/database/sql-text";

/** Below this a table is small: to read all of it costs less than to look into an index. */
export const smallRows = 1_000;
/** To read a larger share of a table is to read it whole; the server's estimates end at a half. */
const wholeShare = 0.25;

/** Brings the server's statistics up to date; answers how many rows each table has. */
export async function analysed(database: Database): Promise<ReadonlyMap<string, number>> {
  const tables = await database.read(
    trusted(
      "SELECT TABLE_NAME AS name FROM information_schema.TABLES " +
        "WHERE TABLE_SCHEMA = DATABASE() AND TABLE_TYPE = 'BASE TABLE'",
    ),
  );
  const sizes = new Map<string, number>();
  for (const { name } of tables) {
    await database.read(trusted(`ANALYZE TABLE \`${String(name)}\``));
    const [row] = await database.read(trusted(`SELECT COUNT(*) AS n FROM \`${String(name)}\``));
    sizes.set(String(name), Number(row?.["n"]));
  }
  return sizes;
}

/** The large tables that this statement reads whole, through an index or not, as the server plans it. */
export async function scannedBy(
  database: Database,
  sizes: ReadonlyMap<string, number>,
  statement: Sql,
): Promise<string[]> {
  const text = sqlText(statement);
  const steps = await database.read(trusted(`EXPLAIN ${text}`));
  return steps.flatMap(({ table, type, rows }) => {
    return tablesCalled(text, String(table)).filter((name) => {
      const size = sizes.get(name) ?? 0;
      return size > smallRows && (type === "ALL" || Number(rows) > size * wholeShare);
    });
  });
}

/** The tables that stand under this alias in a statement; `<derived2>` is none. */
function tablesCalled(text: string, alias: string): string[] {
  const named = [...text.matchAll(/(?:FROM|JOIN) `?(\w+)`? (\w+)/g)];
  const found = named.filter(([, , of]) => of === alias).map(([, table]) => table ?? "");
  return [...new Set(alias.startsWith("<") ? [] : [...found, alias])];
}
