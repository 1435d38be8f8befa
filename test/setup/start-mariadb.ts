import { rmSync } from "node:fs";
import { join } from "node:path";
import { createConnection, type RowDataPacket } from "mysql2/promise";
import { startPrivateMariadb, type PrivateMariadb } from "../../src/database/private-mariadb";

declare global {
  /** The server of this run, for stop-mariadb.ts. */
  var testMariadb: PrivateMariadb | undefined;
}

const root = join(__dirname, "..", "..");

/** One server for all tests; each test file makes its own database on it. */
export default async function startMariadb(): Promise<void> {
  if (process.env.DATABASE_URL) return;
  const directory = join(root, ".test", "mariadb");
  const server = await start(directory).catch(() => {
    // Relaxed durability: a crash may leave files no server can read, and nothing of value.
    rmSync(directory, { recursive: true, force: true });
    return start(directory);
  });
  globalThis.testMariadb = server;
  process.env.HUB_TEST_SERVER_URL = server.url;
  for (const signal of ["SIGINT", "SIGTERM"] as const) {
    process.once(signal, () => void server.stop().finally(() => process.exit(1)));
  }
  if (!server.isShared) await dropLeftovers(server.url);
}

function start(directory: string): Promise<PrivateMariadb> {
  return startPrivateMariadb({
    directory,
    path: process.env.PATH ?? "",
    systemDirectory: join(root, ".hub", "mariadb-system"),
    durable: false,
  });
}

/** A run that was killed could not drop its databases. */
async function dropLeftovers(url: string): Promise<void> {
  const connection = await createConnection(url);
  const [rows] = await connection.query<RowDataPacket[]>(
    "SELECT schema_name AS name FROM information_schema.schemata " +
      "WHERE schema_name LIKE 'hub\\_test\\_%'",
  );
  for (const row of rows) await connection.query("DROP DATABASE ??", [row.name]);
  await connection.end();
}
