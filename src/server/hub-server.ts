import type { IncomingMessage } from "node:http";
import type { GraphQLSchema } from "graphql";
import type { Caller } from "../access/caller";
import type { Callers } from "../access/callers";
import type { Database } from "../database/database";
import { trusted } from "../database/sql";
import { HubError } from "../error/hub-error";
import { Authoriser } from "../graph/authorise";
import type { HubContext } from "../graph/context";
import type { DocumentLimits } from "../graph/document-limits";
import { guarded, type Execute } from "../graph/executor";
import { noOperationLimits } from "../graph/row-limits-of";
import type { Graph } from "../graph/schema";
import type { CursorKey } from "../query/cursor";
import type { IdentityDigests } from "../submission/identity-digests";
import type { ReportMistake } from "./answer-errors";
import { openGraphqlEndpoint } from "./graphql-endpoint";
import { openHttpServer, type Handler, type RunningServer } from "./http-server";
import type { PublishedSigner } from "./receipts/receipt-key";
import { readBody, readJson } from "./read-body";
import { requestClock } from "./request-clock";
import { respond } from "./respond";

/** Who sent a request: an organisation, and who of it. */
export interface Identity {
  readonly caller: Caller;
  /** The subject of the token. */
  readonly person: string;
}

/** Says who sent a request, or refuses it. The body is read already: signatures cover it. */
export type Identify = (request: IncomingMessage, body: Buffer) => Promise<Identity>;

/** Everything a hub, a gateway or a subgraph is made of. */
export interface HubParts {
  listen: { host: string; port: number };
  /** What operations are written against: the whole graph, or a slice of it. */
  schema: GraphQLSchema;
  graph: Graph;
  execute: Execute;
  identify: Identify;
  database: Database;
  callers: Callers;
  cursors: CursorKey;
  signer: PublishedSigner;
  identityDigests: IdentityDigests;
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

/** Where whoever holds receipts finds the keys to check them with. */
const receiptKeysPath = "/.well-known/hub-receipts.json";

function receiptKeys(signer: PublishedSigner): Handler {
  return (_request, response) => {
    respond(response, 200, JSON.stringify(signer.jwks()), {
      "content-type": "application/jwk-set+json",
    });
    return Promise.resolve();
  };
}

/** Serves one graph over HTTP: identity, limits, decision, execution, coded errors. */
export async function startHubServer(parts: HubParts): Promise<RunningServer> {
  const authoriser = new Authoriser(parts.schema, parts.graph);
  const endpoint = await openGraphqlEndpoint(
    parts.schema,
    guarded(parts.schema, authoriser, parts.execute),
    parts.report,
    parts.limits,
  );
  const graphql: Handler = async (request, response) => {
    if (request.method !== "POST") throw new HubError("METHOD_NOT_ALLOWED", { allowed: "POST" });
    const body = await readBody(request);
    const identity = await parts.identify(request, body);
    const context: HubContext = {
      ...identity,
      limits: noOperationLimits,
      graph: parts.graph,
      callers: parts.callers,
      clock: requestClock(parts.now()),
      database: parts.database,
      cursors: parts.cursors.of(identity.caller.organisationId),
      signer: parts.signer,
      identityDigests: parts.identityDigests,
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
    [receiptKeysPath, receiptKeys(parts.signer)],
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
