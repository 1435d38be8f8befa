import "reflect-metadata";
import { createServer } from "node:http";
import { readConfig } from "../src/config";
import { Delivery } from "../src/access/log/delivery";
import { domains } from "../src/domain/domains";
import { localExecutor } from "../src/graph/executor";
import { noOperationLimits } from "../src/graph/row-limits-of";
import { buildGraph } from "../src/graph/schema";
import { openGraphqlEndpoint } from "../src/server/graphql-endpoint";
import { readBody, readJson } from "../src/server/read-body";
import { requestClock } from "../src/server/request-clock";
import { respond } from "../src/server/respond";
import { hubParts } from "../src/server/start-hub";
import type { Variant } from "./variants";
import { unrestricted } from "./unrestricted";
import { authorizedSchema, shieldedSchema } from "./variant-schema";

/** Serves the graph without the permission engine, or with another one on every field. */
async function main(variant: Variant): Promise<void> {
  const config = readConfig(process.env);
  const databaseUrl = process.env["DATABASE_URL"] ?? "";
  const now = (): Date => new Date();
  const report = (id: string, error: unknown): void => {
    process.stderr.write(`${id} ${String(error)}\n`);
  };
  const parts = await hubParts(config, { databaseUrl, now, report });
  // The library reads its decorators once, so the graph with more of them is built first.
  const authorized = variant === "authorized" ? authorizedSchema() : null;
  const graph = buildGraph(domains);
  const schema = authorized ?? (variant === "shield" ? shieldedSchema(graph.schema) : graph.schema);
  const endpoint = await openGraphqlEndpoint(schema, localExecutor(schema), report);
  const caller = unrestricted();
  const server = createServer((request, response) => {
    if (request.url === "/health/ready") {
      respond(response, 200, "{}");
      return;
    }
    void (async () => {
      const body = readJson(await readBody(request));
      const answer = await endpoint.answer({ body, isTrusted: false }, "application/json", {
        ...parts,
        graph,
        caller,
        person: "bench",
        operation: { id: "log_bench", purpose: null },
        delivery: new Delivery(),
        cursors: parts.cursors.of("org_bench"),
        schemas: { usable: () => schema, known: () => schema },
        limits: noOperationLimits,
        charge: () => undefined,
        clock: requestClock(now()),
        loaders: new Map(),
      });
      const text = answer.body.kind === "complete" ? answer.body.string : "";
      respond(response, answer.status ?? 200, text, Object.fromEntries(answer.headers));
    })();
  });
  server.listen(config.port, "127.0.0.1");
  process.on("SIGTERM", () => process.exit(0));
}

void main(process.argv[2] as Variant);
