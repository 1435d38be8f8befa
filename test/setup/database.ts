import { randomBytes } from "node:crypto";
import { createConnection } from "mysql2/promise";

/** A database of one test file. */
export interface TestDatabase {
  /** Connection address with the name of the database in it. */
  readonly url: string;
  readonly name: string;
  drop(): Promise<void>;
}

const CONNECT_WAIT_MILLISECONDS = 10_000;

/** A fresh and empty database on the server of this run. */
export async function givenDatabase(): Promise<TestDatabase> {
  const server = serverUrl();
  const name = `hub_test_${randomBytes(8).toString("hex")}`;
  await onServer(server, `CREATE DATABASE ${name} CHARACTER SET utf8mb4 COLLATE utf8mb4_bin`);
  const url = new URL(server);
  url.pathname = `/${name}`;
  return {
    url: url.href,
    name,
    drop: () => onServer(server, `DROP DATABASE IF EXISTS ${name}`),
  };
}

function serverUrl(): string {
  const url = process.env.DATABASE_URL ?? process.env.HUB_TEST_SERVER_URL;
  if (url) return url;
  throw new Error("There is no test server: run the tests with npm test or with jest.config.cjs.");
}

async function onServer(url: string, sql: string): Promise<void> {
  const connection = await createConnection({
    uri: url,
    connectTimeout: CONNECT_WAIT_MILLISECONDS,
  });
  try {
    await connection.query(sql);
  } finally {
    await connection.end();
  }
}
