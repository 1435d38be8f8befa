import {
  createGatewayRuntime,
  type GatewayPlugin,
  type GatewayRuntime,
} from "@graphql-hive/gateway-runtime";
import httpTransport from "@graphql-mesh/transport-http";
import {
  parse,
  type DocumentNode,
  type ExecutionArgs,
  type ExecutionResult,
  type GraphQLSchema,
} from "graphql";
import type { HubContext } from "../../graph/context";
import { besidesExtension } from "../../graph/mentions-besides";
import { signatureHeader, type Sign } from "./signature";

/** Longest wait for one answer of a subgraph, in milliseconds. */
export const subgraphTimeoutMs = 30_000;

/** What a gateway is started with. */
export interface HiveGatewayOptions {
  /** The composed supergraph. */
  readonly supergraph: string;
  /** Where each subgraph answers, by name. */
  readonly urls: ReadonlyMap<string, string>;
  readonly sign: Sign;
  readonly now: () => Date;
}

/** An operation for the gateway to plan and run. */
export interface GatewayRequest {
  readonly document: DocumentNode;
  readonly operationName: string | null;
  readonly variables: Record<string, unknown>;
  readonly context: HubContext;
}

/** Hive Gateway, embedded: it plans and joins; HTTP in front of it is the hub's own. */
export interface HiveGateway {
  run(request: GatewayRequest): Promise<ExecutionResult>;
  stop(): Promise<void>;
}

interface CallContext {
  hub: HubContext;
}

/** The gateway's pipeline for one operation; nothing in it answers in parts. */
interface Envelope {
  schema: GraphQLSchema;
  contextFactory: () => Promise<object>;
  execute: (args: ExecutionArgs) => Promise<ExecutionResult>;
}

/**
 * Opens the gateway over its subgraphs. Identity, limits and the access decision run in front of
 * it; every subgraph request carries a signature for the caller and nothing else of the request.
 */
export async function openHiveGateway(options: HiveGatewayOptions): Promise<HiveGateway> {
  const runtime = leavingSignalsAlone(() => createRuntime(options));
  await runtime.getSchema();
  return {
    run: async ({ document, operationName, variables, context }) => {
      // The library types what it gives as `any`.
      const envelope = runtime.getEnveloped({ hub: context }) as Envelope;
      return envelope.execute({
        schema: envelope.schema,
        document,
        operationName,
        variableValues: variables,
        contextValue: await envelope.contextFactory(),
      });
    },
    stop: async () => {
      await runtime.dispose();
    },
  };
}

function createRuntime(options: HiveGatewayOptions): GatewayRuntime<CallContext> {
  const locations = [...options.urls].map(([name, location]) => [name, { location }] as const);
  return createGatewayRuntime<CallContext>({
    supergraph: parse(options.supergraph, { noLocation: true }),
    transports: { http: httpTransport },
    transportEntries: {
      ...Object.fromEntries(locations),
      // Requests of two callers may be equal to the byte; the signature comes later. Answering
      // one with the other's answer (the library's default) would hand over foreign rows.
      "*": { options: { deduplicateInflightRequests: false } },
    },
    plugins: () => [signedRequests(options)],
    logging: false,
    maskedErrors: false,
    subgraphErrors: false,
    requestId: false,
    graphiql: false,
    landingPage: false,
  });
}

/**
 * The library ends the gateway at the first signal, under requests that the hub still lets finish.
 * When to stop is the hub's to say.
 */
function leavingSignalsAlone<T>(open: () => T): T {
  const events = ["SIGINT", "SIGTERM", "exit"];
  const before = events.map((event) => new Set(process.rawListeners(event)));
  const opened = open();
  events.forEach((event, i) => {
    for (const listener of process.rawListeners(event))
      if (!before[i]?.has(listener))
        process.removeListener(event, listener as (...args: unknown[]) => void);
  });
  return opened;
}

/** Signs every request for the caller it is made for, and sends no header it did not set here. */
function signedRequests({ urls, sign, now }: HiveGatewayOptions): GatewayPlugin<CallContext> {
  const names = new Map([...urls].map(([name, url]) => [url, name]));
  return {
    onFetch: async (request) => {
      const { url, context } = request;
      const subgraph = names.get(url);
      const hub = "hub" in context ? context.hub : undefined;
      // What cannot be signed is not sent: there is no anonymous request.
      const body = hub && limitedBody(request.options.body, hub);
      if (!subgraph || !hub || typeof body !== "string")
        throw new Error(`a request to ${url} has no subgraph, no caller or no body`);
      const { caller, person, operation } = hub;
      const { organisationId, rights } = caller;
      const rightsKey = rights.key;
      const signed = { subgraph, organisationId, person, rightsKey, operation, body };
      const signature = await sign(signed, now());
      request.setOptions({
        method: "POST",
        body,
        headers: {
          "content-type": "application/json",
          accept: "application/json",
          [signatureHeader]: signature,
        },
        // A redirect would carry the signature to wherever it points.
        redirect: "error",
        // In place of the library's own signal, which lives as long as the gateway and would
        // collect a listener for every request it ever made.
        signal: AbortSignal.timeout(subgraphTimeoutMs),
      });
    },
  };
}

/** A part of an operation is limited to the rows the whole operation is limited to. */
function limitedBody(body: unknown, { limits }: HubContext): unknown {
  if (limits.mentions.length === 0 || typeof body !== "string") return body;
  const request = JSON.parse(body) as Record<string, unknown>;
  return JSON.stringify({ ...request, extensions: besidesExtension(limits.mentions) });
}
