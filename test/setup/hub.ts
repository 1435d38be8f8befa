import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { OrganisationType } from "../../src/access/organisation-type";
import { readConfig, type Config } from "../../src/config";
import { Database } from "../../src/database/database";
import { entityId } from "../../src/database/entity-id";
import { migrate } from "../../src/database/migrate";
import { joinSql, sql, value, type SqlValue } from "../../src/database/sql";
import { storedEntities } from "../../src/domain/stored-entities";
import { openLocalIssuer } from "../../src/server/authentication/local-issuer";
import { startHub, type HubEnvironment, type RunningHub } from "../../src/server/start-hub";
import { givenDatabase } from "./database";

/** The day it is in tests unless a test says otherwise: a Wednesday, noon in Shanghai. */
export const testNow = new Date("2026-07-15T04:00:00Z");

/** An answer with its HTTP status and exact text. */
export interface Answer {
  status: number;
  text: string;
  body: {
    data?: Record<string, unknown> | null;
    errors?: { message: string; path?: unknown; extensions: Record<string, unknown> }[];
  };
}

/** A hub over a database of its own, with real HTTP and real tokens. */
export interface TestHub {
  config: Config;
  databaseUrl: string;
  url: string;
  database: Database;
  environment: HubEnvironment;
  /** Errors the hub reported as its own mistakes. */
  mistakes: unknown[];
  token(organisationCode: string): Promise<string>;
  ask(organisationCode: string, query: string, variables?: object): Promise<Answer>;
  close(): Promise<void>;
}

type Start = (config: Config, environment: HubEnvironment) => Promise<RunningHub>;

/** Migrates a fresh database and serves it; `start` chooses the deployment. */
export async function givenHub(start: Start = startHub): Promise<TestHub> {
  const { url: databaseUrl, drop } = await givenDatabase();
  await migrate(databaseUrl, storedEntities);
  const directory = mkdtempSync(join(tmpdir(), "anzehub-"));
  // Tests ask more in a second than an organisation may; those about budgets set their own.
  const unbound = { COST_PER_SECOND: "10000000" };
  const config = readConfig({ HUB_ENV: "test", HUB_DIR: directory, PORT: "0", ...unbound });
  const mistakes: unknown[] = [];
  const environment: HubEnvironment = {
    databaseUrl,
    now: () => testNow,
    report: (_id, error) => mistakes.push(error),
  };
  const hub = await start(config, environment);
  const database = new Database(databaseUrl);
  const issuer = await openLocalIssuer(directory);
  const token = (organisationCode: string): Promise<string> =>
    issuer.issue({
      clientId: organisationCode.toLowerCase(),
      audience: config.audience,
      lifetimeSeconds: 600,
      now: testNow,
    });
  return {
    config,
    databaseUrl,
    url: hub.url,
    database,
    environment,
    mistakes,
    token,
    ask: async (code, query, variables) => {
      const response = await fetch(`${hub.url}/graphql`, {
        method: "POST",
        headers: {
          "content-type": "application/json",
          authorization: `Bearer ${await token(code)}`,
        },
        body: JSON.stringify({ query, variables }),
      });
      const text = await response.text();
      return { status: response.status, text, body: JSON.parse(text) as Answer["body"] };
    },
    close: async () => {
      await hub.stop();
      await database.close();
      await drop();
      rmSync(directory, { recursive: true, force: true });
    },
  };
}

/** Stores one row, columns by their names in the database. */
export async function givenRow(
  database: Database,
  table: string,
  row: Record<string, SqlValue>,
): Promise<void> {
  const columns = Object.keys(row).map((name) => ({ text: `\`${name}\``, values: [] }));
  const values = Object.values(row).map(value);
  const into = { text: `\`${table}\``, values: [] };
  await database.transaction((t) =>
    t.execute(
      sql`INSERT INTO ${into} (${joinSql(columns, ", ")}) VALUES (${joinSql(values, ", ")})`,
    ),
  );
}

/** Registers an organisation; its client id is its code in lower case. */
export async function givenOrganisation(
  database: Database,
  code: string,
  type: OrganisationType,
  more: Record<string, SqlValue> = {},
): Promise<void> {
  await givenRow(database, "organisation", {
    id: entityId("org", code),
    code,
    client_id: code.toLowerCase(),
    name: `组织${code}`,
    type,
    region_prefix: "34",
    sectors: null,
    active: 1,
    not_before: 0,
    ...more,
  });
}
