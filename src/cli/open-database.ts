import { join } from "node:path";
import type { Config } from "../config";
import { keepMariadb } from "../database/keep-mariadb";
import { startPrivateMariadb, type PrivateMariadb } from "../database/private-mariadb";
import { say } from "./say";

const databaseName = "anzehub";

/** Where the hub's data are, and how to leave them. */
export interface OpenDatabase {
  url: string;
  close(): Promise<void>;
}

/**
 * DATABASE_URL, or the private MariaDB under `.hub/`, started when it does not run, and started
 * again when it crashes while it is open here.
 */
export async function openDatabase(config: Config): Promise<OpenDatabase> {
  if (config.databaseUrl) return { url: config.databaseUrl, close: () => Promise.resolve() };
  const start = (): Promise<PrivateMariadb> =>
    startPrivateMariadb({
      directory: join(config.directory, "mariadb"),
      systemDirectory: join(config.directory, "mariadb-system"),
      path: config.programPath,
      durable: true,
    });
  const server = await start();
  const url = new URL(server.url);
  url.pathname = `/${databaseName}`;
  return { url: url.href, close: keepMariadb(server, start, say) };
}
