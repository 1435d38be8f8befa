import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { readConfig, type Config } from "../../src/config";
import { domains } from "../../src/domain/domains";
import { buildGraph } from "../../src/graph/schema";
import { openLocalIssuer } from "../../src/server/authentication/local-issuer";
import type { HubEnvironment, RunningHub } from "../../src/server/start-hub";
import { givenDatabase, type TestDatabase } from "../setup/database";
import { clientIdOf, givenOrganisations } from "./given-organisations";
import { givenReferred } from "./given-referred";
import { givenRows } from "./given-rows";

/** What a client sends. */
export interface Operation {
  query: string;
  variables?: Record<string, unknown>;
  operationName?: string;
}

/** What it got: the status and the body to the byte. */
export interface Answer {
  status: number;
  body: string;
}

/** A hub of some deployment. */
export interface GivenHub {
  config: Config;
  url: string;
  /** Sends an operation as an organisation. */
  ask: (caller: string, operation: Operation) => Promise<Answer>;
  /** Our own mistakes that were reported meanwhile. */
  mistakes: string[];
  stop(): Promise<void>;
}

/** The moment of every request: what is derived from today stays the same through a run. */
export const now = new Date("2025-06-15T02:00:00Z");

/** A place for keys; hubs that share it have the same, as a gateway and its subgraphs do. */
export function givenDirectory(): { path: string; remove: () => void } {
  const path = mkdtempSync(join(tmpdir(), "hub-federation-"));
  return {
    path,
    remove: () => {
      rmSync(path, { recursive: true, force: true });
    },
  };
}

/** A database of the hub with the same rows each time. */
export async function givenFilledDatabase(): Promise<TestDatabase> {
  const database = await givenDatabase();
  await givenRows(database.url, buildGraph(domains));
  await givenOrganisations(database.url);
  await givenReferred(database.url);
  return database;
}

/** Starts a hub as its command does. */
export async function givenHub(
  directory: string,
  database: TestDatabase,
  start: (config: Config, environment: HubEnvironment) => Promise<RunningHub>,
  variables: Record<string, string> = {},
): Promise<GivenHub> {
  const config = readConfig({ HUB_ENV: "test", HUB_DIR: directory, PORT: "0", ...variables });
  const mistakes: string[] = [];
  const hub = await start(config, {
    databaseUrl: database.url,
    now: () => now,
    report: (errorId, error) => {
      mistakes.push(`${errorId} ${error instanceof Error ? String(error.stack) : String(error)}`);
    },
  });
  const issuer = await openLocalIssuer(directory);
  const { audience } = config;
  return {
    config,
    url: hub.url,
    mistakes,
    ask: async (caller, operation) => {
      const clientId = clientIdOf(caller);
      const token = await issuer.issue({ clientId, audience, lifetimeSeconds: 3600, now });
      return post(hub.url, { authorization: `Bearer ${token}` }, JSON.stringify(operation));
    },
    stop: () => hub.stop(),
  };
}

/** Sends a body as it is. */
export async function post(
  url: string,
  headers: Record<string, string>,
  body: string,
): Promise<Answer> {
  const response = await fetch(`${url}/graphql`, {
    method: "POST",
    headers: { "content-type": "application/json", ...headers },
    body,
  });
  return { status: response.status, body: await response.text() };
}
