import type { IncomingMessage } from "node:http";
import type { HTTPGraphQLResponse } from "@apollo/server";
import type { GraphQLSchema } from "graphql";
import type { Caller } from "../access/caller";
import type { Callers } from "../access/callers";
import type { AccessLog } from "../access/log/access-log";
import type { Database } from "../database/database";
import { trusted } from "../database/sql";
import { HubError } from "../error/hub-error";
import { Authoriser } from "../graph/authorise";
import { CallerSchemas } from "../graph/caller-schema";
import type { HubContext, LoggedOperation } from "../graph/context";
import type { DocumentLimits } from "../graph/document-limits";
import { guarded, type Execute } from "../graph/executor";
import { noOperationLimits } from "../graph/row-limits-of";
import type { Graph } from "../graph/schema";
import type { CursorKey } from "../query/cursor";
import type { TableSizes } from "../query/table-sizes";
import type { IdentityDigests } from "../submission/identity-digests";
import type { ReportMistake } from "./answer-errors";
import type { Admission } from "./admission/admission";
import { operationTurn, type OperationTurn } from "./admission/operation-turn";
import { openGraphqlEndpoint } from "./graphql-endpoint";
import { handOverHeavy, type Elsewhere } from "./heavy-requests";
import { openHttpServer, type Handler, type RunningServer } from "./http-server";
import { beginOperation, type BegunOperation } from "./begun-operation";
import { errorCodeOf, errorCodesIn } from "./error-codes";
import { OperationLog } from "./operation-log";
import { readPurpose } from "./purpose-header";
import type { PublishedSigner } from "./receipts/receipt-key";
import { readBody, readJson } from "./read-body";
import { requestClock } from "./request-clock";
import { respond } from "./respond";
import { TrustedDocuments } from "./trusted-documents";

/** Who sent a request: an organisation, and who of it. */
export interface Identity {
  readonly caller: Caller;
  /** The subject of the token. */
  readonly person: string;
  /** The operation this request is a part of, where a gateway says so. */
  readonly operation?: LoggedOperation | undefined;
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
  log: AccessLog;
  /** Which part of the deployment this is: hub, gateway or the name of a subgraph. */
  part: string;
  cursors: CursorKey;
  signer: PublishedSigner;
  identityDigests: IdentityDigests;
  now: () => Date;
  report: ReportMistake;
  /** What may be asked; what a caller may ask, unless callers are not who asks. */
  limits?: DocumentLimits;
  /** Whose operation is next; without it, whoever asks was admitted in front of the gateway. */
  admission?: Admission;
  sizes: TableSizes;
  /** Where large bodies are worked on, if not here. */
  heavyElsewhere?: Elsewhere | undefined;
  /** Further paths, e.g. the explorer page. */
  pages?: ReadonlyMap<string, Handler>;
}

/** Without the header anything may be sent. */
const acceptDefault = "*/*";

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
  const schemas = new CallerSchemas(parts.schema, parts.graph.labels);
  const { schema, graph, log, part } = parts;
  // Behind a gateway it is not the caller's document that is asked.
  const documents = parts.admission ? new TrustedDocuments(parts.database) : null;
  const operations = new OperationLog({ log, part, schema, graph, authoriser });
  const endpoint = await openGraphqlEndpoint(
    schema,
    operations.noting(guarded(schema, authoriser, operations.running(parts.execute))),
    parts.report,
    parts.limits,
  );
  const graphql: Handler = async (request, response) => {
    if (request.method !== "POST") throw new HubError("METHOD_NOT_ALLOWED", { allowed: "POST" });
    const startedMs = performance.now();
    const bytes = await readBody(request);
    const identity = await parts.identify(request, bytes);
    const begun = beginOperation(identity, bytes, parts.now(), startedMs);
    const { organisationId } = identity.caller;
    // Who is refused a turn has not been listened to: there is no operation to be logged yet.
    const read = part === "gateway" ? null : begun.delivery;
    const turn = await operationTurn(parts.admission, organisationId, read);
    let answer: HTTPGraphQLResponse;
    try {
      // From here on it is an operation of somebody, whatever becomes of it.
      begun.operation = identity.operation ?? { id: begun.id, purpose: readPurpose(request) };
      begun.body.json = readJson(bytes);
      const accept = request.headers.accept ?? acceptDefault;
      const context = contextOf(parts, begun, schemas, turn);
      const sent = { body: begun.body.json, isTrusted: false };
      const asked = (await documents?.resolve(sent.body, identity.caller)) ?? sent;
      begun.body.json = asked.body;
      answer = await endpoint.answer(asked, accept, context);
    } catch (error) {
      await operations.finish(begun, () => [errorCodeOf(error)]);
      throw error;
    } finally {
      turn.leave();
    }
    const { body } = answer;
    if (body.kind !== "complete") throw new Error("incremental delivery is not offered");
    await operations.finish(begun, () => errorCodesIn(body.string));
    const headers = Object.fromEntries(answer.headers);
    respond(response, answer.status ?? 200, body.string, headers);
  };
  const handlers = new Map<string, Handler>([
    ["/graphql", parts.heavyElsewhere ? handOverHeavy(graphql, parts.heavyElsewhere) : graphql],
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

function contextOf(
  parts: HubParts,
  begun: BegunOperation,
  schemas: CallerSchemas,
  turn: OperationTurn,
): HubContext {
  const { caller, person, operation, delivery, at } = begun;
  return {
    caller,
    person,
    operation,
    delivery,
    schemas: schemas.of(caller),
    limits: noOperationLimits,
    graph: parts.graph,
    callers: parts.callers,
    sizes: parts.sizes,
    charge: (cost) => {
      turn.charge(cost);
    },
    clock: requestClock(at),
    database: parts.database,
    cursors: parts.cursors.of(caller.organisationId),
    signer: parts.signer,
    identityDigests: parts.identityDigests,
    loaders: new Map(),
  };
}
