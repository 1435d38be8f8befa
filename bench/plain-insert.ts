import { createPool, type Pool } from "mysql2/promise";
import { connectionOptions } from "../src/database/database";

const rowsPerStatement = 1_000;
const table = "bench_plain_policy";

/**
 * What to compare a submission with: the rows that it made, inserted by plain multi-row INSERTs of
 * 1,000 into an equal table with the same indexes. Answers rows per second.
 */
export async function plainInsertRate(
  databaseUrl: string,
  keyPrefix: string,
  connectionLimit: number,
): Promise<number> {
  const pool = createPool({ ...connectionOptions(databaseUrl), connectionLimit });
  try {
    await pool.query(`DROP TABLE IF EXISTS ${table}`);
    await pool.query(`CREATE TABLE ${table} LIKE policy`);
    const [found] = await pool.query("SELECT * FROM policy WHERE source_key LIKE ?", [
      `${keyPrefix}-%`,
    ]);
    const rows = (found as Record<string, unknown>[]).map((row) => Object.values(row));
    const started = performance.now();
    await insertAll(pool, rows, connectionLimit);
    return (rows.length / (performance.now() - started)) * 1_000;
  } finally {
    await pool.query(`DROP TABLE IF EXISTS ${table}`);
    await pool.end();
  }
}

async function insertAll(pool: Pool, rows: readonly unknown[][], lanes: number): Promise<void> {
  let next = 0;
  const lane = async (): Promise<void> => {
    while (next < rows.length) {
      const batch = rows.slice(next, (next += rowsPerStatement));
      await pool.query(`INSERT INTO ${table} VALUES ?`, [batch]);
    }
  };
  await Promise.all(Array.from({ length: lanes }, lane));
}
