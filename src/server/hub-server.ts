import type { IncomingMessage } from "node:http";
import type { GraphQLSchema } from "graphql";
import type { Caller } from "../access/caller";
import type { Database } from "../database/database";
import { trusted } from "../database/sql";
import { HubError } from "../error/hub-error";
import { Authoriser } from "../graph/authorise";
import type { HubContext } from "../graph/context";
import type { DocumentLimits } from "../graph/document-limits";
import { guarded, type Execute } from "../graph/executor";
import type { LabelMap } from "../graph/label-map";
import type { Cursors } from "../query/cursor";
import type { ReportMistake } from "./answer-errors";
import { openGraphqlEndpoint } from "./graphql-endpoint";
import { openHttpServer, type Handler, type RunningServer } from "./http-server";
import { readBody, readJson } from "./read-body";
import { requestClock } from "./request-clock";
import { respond } from "./respond";

/** Says who sent a request, or refuses it. The body is read already: signatures cover it. */
export type Identify = (request: IncomingMessage, body: Buffer) => Promise<Caller>;

/** Everything a hub, a gateway or a subgraph is made of. */
export interface HubParts {
  listen: { host: string; port: number };
  schema: GraphQLSchema;
  labels: LabelMap;
  execute: Execute;
  identify: Identify;
  database: Database;
  cursors: Cursors;
  now: () => Date;
  report: ReportMistake;
  /** What may be asked; what a caller may ask, unless callers are not who asks. */
  limits?: DocumentLimits;
  /** Further paths, e.g. the explorer page. */
  pages?: ReadonlyMap<string, Handler>;
}

const acceptDefault = "application/json";

const live: Handler = (_request, response) => {
  respond(response, 200, "{}");
  return Promise.resolve();
};

/** Serves one graph over HTTP: identity, limits, decision, execution, coded errors. */
export async function startHubServer(parts: HubParts): Promise<RunningServer> {
  const authoriser = new Authoriser(parts.schema, parts.labels);
  const endpoint = await openGraphqlEndpoint(
    parts.schema,
    guarded(parts.schema, authoriser, parts.execute),
    parts.report,
    parts.limits,
  );
  const graphql: Handler = async (request, response) => {
    if (request.method !== "POST") throw new HubError("METHOD_NOT_ALLOWED", { allowed: "POST" });
    const body = await readBody(request);
    const caller = await parts.identify(request, body);
    const context: HubContext = {
      caller,
      clock: requestClock(parts.now()),
      database: parts.database,
      cursors: parts.cursors,
      loaders: new Map(),
    };
    const accept = request.headers.accept ?? acceptDefault;
    const answer = await endpoint.answer(readJson(body), accept, context);
    if (answer.body.kind !== "complete") throw new Error("incremental delivery is not offered");
    respond(response, answer.status ?? 200, answer.body.string, {
      ...Object.fromEntries(answer.headers),
    });
  };
  const handlers = new Map<string, Handler>([
    ["/graphql", graphql],
    ["/health/live", live],
    [
      "/health/ready",
      async (_request, response) => {
        await parts.database.read(trusted("SELECT 1"));
        respond(response, 200, "{}");
      },
    ],
    ...(parts.pages ?? []),
  ]);
  const server = await openHttpServer(parts.listen, handlers, parts.report);
  return {
    port: server.port,
    stop: async () => {
      await server.stop();
      await endpoint.stop();
    },
  };
}
