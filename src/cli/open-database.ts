import { join } from "node:path";
import type { Config } from "../config";
import { startPrivateMariadb } from "../database/private-mariadb";

const databaseName = "anzehub";

/** Where the hub's data are, and how to leave them. */
export interface OpenDatabase {
  url: string;
  close(): Promise<void>;
}

/** DATABASE_URL, or the private MariaDB under `.hub/`, started when it does not run. */
export async function openDatabase(config: Config): Promise<OpenDatabase> {
  if (config.databaseUrl) return { url: config.databaseUrl, close: () => Promise.resolve() };
  const server = await startPrivateMariadb({
    directory: join(config.directory, "mariadb"),
    systemDirectory: join(config.directory, "mariadb-system"),
    path: config.programPath,
    durable: true,
  });
  const url = new URL(server.url);
  url.pathname = `/${databaseName}`;
  return { url: url.href, close: () => server.stop() };
}
