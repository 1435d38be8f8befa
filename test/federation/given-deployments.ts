import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { readConfig } from "../../src/config";
import { domains } from "../../src/domain/domains";
import { buildGraph, type Graph } from "../../src/graph/schema";
import { openLocalIssuer } from "../../src/server/authentication/local-issuer";
import { startFederated } from "../../src/server/gateway/start-federated";
import { startHub } from "../../src/server/start-hub";
import { givenDatabase } from "../setup/database";
import { callers, clientIdOf, givenOrganisations } from "./given-organisations";
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

/** The same data behind both deployments. */
export interface Deployments {
  graph: Graph;
  merged: (caller: string, operation: Operation) => Promise<Answer>;
  federated: (caller: string, operation: Operation) => Promise<Answer>;
  /** Our own mistakes that were reported meanwhile. */
  mistakes: string[];
  stop(): Promise<void>;
}

/** The moment of every request: what is derived from today stays the same through a run. */
const now = new Date("2025-06-15T02:00:00Z");

/** Starts both deployments over one database, as their commands do. */
export async function givenDeployments(): Promise<Deployments> {
  const directory = mkdtempSync(join(tmpdir(), "hub-federation-"));
  const database = await givenDatabase();
  const graph = buildGraph(domains);
  await givenRows(database.url, graph);
  await givenOrganisations(database.url);
  const config = readConfig({ HUB_ENV: "test", HUB_DIR: directory, PORT: "0" });
  const mistakes: string[] = [];
  const environment = {
    databaseUrl: database.url,
    now: () => now,
    report: (errorId: string, error: unknown) => {
      mistakes.push(
        error instanceof Error ? (error.stack ?? error.message) : `${errorId} ${String(error)}`,
      );
    },
  };
  const hubs = [
    await startHub(config, environment),
    await startFederated(config, environment),
  ] as const;
  const tokens = await tokensFor(directory, config.audience);
  return {
    graph,
    merged: (caller, operation) => ask(hubs[0].url, tokens.get(caller), operation),
    federated: (caller, operation) => ask(hubs[1].url, tokens.get(caller), operation),
    mistakes,
    stop: async () => {
      await Promise.all(hubs.map((hub) => hub.stop()));
      await database.drop();
      rmSync(directory, { recursive: true, force: true });
    },
  };
}

async function tokensFor(
  directory: string,
  audience: string,
): Promise<ReadonlyMap<string, string>> {
  const issuer = await openLocalIssuer(directory);
  const tokens = new Map<string, string>();
  for (const { code } of callers) {
    const clientId = clientIdOf(code);
    tokens.set(code, await issuer.issue({ clientId, audience, lifetimeSeconds: 3600, now }));
  }
  return tokens;
}

async function ask(url: string, token: string | undefined, operation: Operation): Promise<Answer> {
  const response = await fetch(`${url}/graphql`, {
    method: "POST",
    headers: { "content-type": "application/json", authorization: `Bearer ${token ?? ""}` },
    body: JSON.stringify(operation),
  });
  return { status: response.status, body: await response.text() };
}
