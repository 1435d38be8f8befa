import { Database } from "../database/database";
import { identifier, sql, value } from "../database/sql";

/** Notes all rows of tables that were loaded beside the engine, so that findings are judged. */
export async function noteLoaded(databaseUrl: string, tables: readonly string[]): Promise<void> {
  const database = new Database(databaseUrl);
  try {
    for (const table of tables)
      await database.transaction((transaction) =>
        transaction.execute(
          sql`INSERT INTO finding_due (what, row_ids, row_count) SELECT ${value(table)}, id, 1
            FROM ${identifier(table)}`,
        ),
      );
  } finally {
    await database.close();
  }
}
