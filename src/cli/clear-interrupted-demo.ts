import { createConnection } from "mysql2/promise";
import { connectionOptions } from "../database/database";
import { say } from "./say";

/**
 * Empties a private database whose demo data were not loaded to their end: organisations are loaded
 * last, so rows without any organisation are the remains of a load that was cut off. Only for the
 * private database; in one that belongs to somebody else nothing is ever deleted.
 */
export async function clearInterruptedDemo(databaseUrl: string): Promise<void> {
  const connection = await createConnection(connectionOptions(databaseUrl));
  try {
    const [regions] = await connection.query("SELECT 1 FROM region LIMIT 1");
    if ((regions as unknown[]).length === 0) return;
    say("上次载入未完成，重新开始 The last load was cut off; starting again");
    const [tables] = await connection.query(
      "SELECT table_name AS name FROM information_schema.tables " +
        "WHERE table_schema = DATABASE() AND table_type = 'BASE TABLE' AND table_name <> 'migration'",
    );
    await connection.query("SET SESSION foreign_key_checks = 0");
    for (const { name } of tables as { name: string }[])
      await connection.query(`TRUNCATE TABLE \`${name}\``);
  } finally {
    await connection.end();
  }
}
