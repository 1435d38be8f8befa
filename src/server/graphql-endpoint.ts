import {
  ApolloServer,
  HeaderMap,
  type ApolloServerOptionsWithGateway,
  type ApolloServerPlugin,
  type HTTPGraphQLResponse,
} from "@apollo/server";
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginInlineTraceDisabled,
  ApolloServerPluginLandingPageDisabled,
  ApolloServerPluginSchemaReportingDisabled,
  ApolloServerPluginUsageReportingDisabled,
} from "@apollo/server/plugin/disabled";
import { parse, type GraphQLSchema } from "graphql";
import { LRUCache } from "lru-cache";
import { errorCodes, type ErrorCode } from "../error/error-code";
import { HubError } from "../error/hub-error";
import type { HubContext } from "../graph/context";
import { checkDocument, documentLimits, type DocumentLimits } from "../graph/document-limits";
import type { Execute } from "../graph/executor";
import { DocumentValidation } from "../graph/document-validation";
import type { ResolvedBody } from "./trusted-documents";
import { answerError, type ReportMistake } from "./answer-errors";

const checkedDocumentsMax = 2_000;
/** Characters of all documents remembered as checked. */
const checkedCharactersMax = 20_000_000;

/** Answers GraphQL requests whose body has been read and whose caller is known. */
export interface GraphqlEndpoint {
  answer(asked: ResolvedBody, accept: string, context: HubContext): Promise<HTTPGraphQLResponse>;
  stop(): Promise<void>;
}

/** What Apollo would add by itself is off: it would instrument every field or call home. */
const plugins: ApolloServerPlugin<HubContext>[] = [
  ApolloServerPluginCacheControlDisabled(),
  ApolloServerPluginInlineTraceDisabled(),
  ApolloServerPluginLandingPageDisabled(),
  ApolloServerPluginSchemaReportingDisabled(),
  ApolloServerPluginUsageReportingDisabled(),
  { requestDidStart: () => Promise.resolve({ willSendResponse: setStatus }) },
];

type Gateway = ApolloServerOptionsWithGateway<HubContext>["gateway"];

/** What Apollo takes for a gateway, so that it leaves execution and validation to us. */
function executing(schema: GraphQLSchema, execute: Execute): Gateway {
  const validation = new DocumentValidation();
  return {
    onSchemaLoadOrUpdate: (callback) => {
      callback({ apiSchema: schema, coreSupergraphSdl: "" });
      return () => undefined;
    },
    load: () =>
      Promise.resolve({
        executor: (r) => {
          const context = r.context as HubContext;
          const errors = validation.errors(context.schemas.known(), r.document);
          if (errors.length) return Promise.resolve({ errors });
          // Apollo leaves this to gateways, although the type says it is always there.
          const operation = r.operation as typeof r.operation | undefined;
          if (!operation) return Promise.resolve({ errors: [new HubError("OPERATION_NOT_FOUND")] });
          return execute({
            document: r.document,
            operation,
            query: r.source,
            operationName: r.operationName,
            variables: r.request.variables ?? {},
            extensions: r.request.extensions,
            context,
          });
        },
      }),
    stop: () => Promise.resolve(),
  };
}

/** Apollo Server over one schema and executor, with our limits in front of it. */
export async function openGraphqlEndpoint(
  schema: GraphQLSchema,
  execute: Execute,
  report: ReportMistake,
  limits: DocumentLimits = documentLimits,
): Promise<GraphqlEndpoint> {
  const apollo = new ApolloServer<HubContext>({
    gateway: executing(schema, execute),
    introspection: true,
    csrfPrevention: true,
    allowBatchedHttpRequests: false,
    // Without the line feed Apollo would append: a copy of every large answer.
    stringifyResult: (result) => JSON.stringify(result),
    persistedQueries: false,
    includeStacktraceInErrorResponses: false,
    stopOnTerminationSignals: false,
    parseOptions: { maxLexicalTokens: limits.tokensMax },
    // Each caller's documents are validated against what that caller may know of.
    dangerouslyDisableValidation: true,
    formatError: (formatted, error) => answerError(formatted, error, report),
    plugins,
  });
  await apollo.start();
  const checked = new LRUCache<string, { error: HubError | null }>({
    max: checkedDocumentsMax,
    maxSize: checkedCharactersMax,
    sizeCalculation: (_checked, query) => query.length + 1,
  });
  return {
    stop: () => apollo.stop(),
    answer: ({ body, isTrusted }, accept, context) => {
      if (!isTrusted) checkBody(body, checked, limits);
      return apollo.executeHTTPGraphQLRequest({
        httpGraphQLRequest: {
          method: "POST",
          headers: new HeaderMap([
            ["content-type", "application/json"],
            ["accept", accept],
          ]),
          search: "",
          body,
        },
        context: () => Promise.resolve(context),
      });
    },
  };
}

/** Limits sit before validation and planning: some documents are small and cost minutes. */
function checkBody(
  body: unknown,
  checked: LRUCache<string, { error: HubError | null }>,
  limits: DocumentLimits,
): void {
  if (typeof body !== "object" || body === null || Array.isArray(body))
    throw new HubError("BAD_REQUEST_JSON");
  const { query } = body as { query?: unknown };
  if (typeof query !== "string") return;
  if (query.length > limits.charactersMax)
    throw new HubError("DOCUMENT_TOO_LARGE", { limit: limits.charactersMax });
  let known = checked.get(query);
  if (!known) {
    known = { error: documentError(query, limits) };
    checked.set(query, known);
  }
  if (known.error) throw known.error;
}

function documentError(query: string, limits: DocumentLimits): HubError | null {
  try {
    checkDocument(parse(query, { maxLexicalTokens: limits.tokensMax, noLocation: true }), limits);
    return null;
  } catch (error) {
    // So deep that the parser ran out of stack.
    if (error instanceof RangeError)
      return new HubError("DOCUMENT_TOO_DEEP", { limit: limits.valueDepthMax });
    // Syntax errors are answered by Apollo, with their place.
    return error instanceof HubError ? error : null;
  }
}

/** Errors of the document and its variables, which is what the protocol's own rules are about. */
const documentErrors: ReadonlySet<string> = new Set<ErrorCode>([
  "GRAPHQL_PARSE_FAILED",
  "GRAPHQL_VALIDATION_FAILED",
  "BAD_USER_INPUT",
]);

/**
 * A request that ended before execution has the status of its first error. Whoever accepts
 * `application/json` and nothing else is older than the media type of GraphQL and may not read the
 * body of another status than 200: GraphQL over HTTP recommends it for errors of the document.
 */
function setStatus(answered: {
  request: { http?: { headers: HeaderMap } };
  response: { body: unknown; http: { status?: number; headers: HeaderMap } };
}): Promise<void> {
  const { body, http } = answered.response;
  const result = (body as ExecutedBody).singleResult;
  const { code, retryAfterSeconds } = result?.errors?.[0]?.extensions ?? {};
  if (result && result.data == null && typeof code === "string" && code in errorCodes) {
    const accept = answered.request.http?.headers.get("accept");
    const isPlain = accept === "application/json" && documentErrors.has(code);
    http.status = isPlain ? 200 : errorCodes[code as ErrorCode].status;
  }
  if (typeof retryAfterSeconds === "number")
    http.headers.set("retry-after", String(retryAfterSeconds));
  return Promise.resolve();
}

/** What Apollo's type calls a body; only a single result can be there. */
interface ExecutedBody {
  singleResult?: { data?: unknown; errors?: { extensions?: Record<string, unknown> }[] };
}
