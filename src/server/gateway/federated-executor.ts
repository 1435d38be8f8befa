import {
  execute,
  GraphQLError,
  type DocumentNode,
  type ExecutionResult,
  type FieldNode,
  type GraphQLSchema,
  type OperationDefinitionNode,
} from "graphql";
import { answerByRoot } from "../../graph/answer-by-root";
import type { Execute, ExecutionRequest } from "../../graph/executor";
import { rootFields, selectionOf } from "../../graph/root-fields";
import type { Selected } from "../../query/selection";
import { gatewayOperation, type GatewayOperation } from "./gateway-operation";
import type { HiveGateway } from "./hive-gateway";
import { subgraphError } from "./subgraph-error";

/** An operation in its two parts. */
interface Prepared {
  roots: Selected;
  /** What it asks about the schema itself. */
  own: Selected;
  /** What it asks of the subgraphs; null when that is nothing. */
  sent: GatewayOperation | null;
}

/**
 * Executes operations through the gateway, with the answers of the merged schema to the byte.
 * What an operation asks about the schema itself is answered here: the gateway knows the graph
 * only as composed, and the merged schema is what is published.
 */
export function federatedExecutor(schema: GraphQLSchema, gateway: HiveGateway): Execute {
  const known = new WeakMap<OperationDefinitionNode, Prepared>();
  return async (request) => {
    const prepared = known.get(request.operation) ?? prepare(schema, request, known);
    const { roots, own, sent } = prepared;
    const result = sent ? await behind(gateway, request, sent) : { data: {} };
    const answer = answerByRoot(schema, request, result, subgraphError);
    if (own.size === 0 || !answer.data) return answer;
    return withOwn(roots, answer, await runHere(schema, request, own));
  };
}

/** Splits and rewrites an operation; kept with its document unless its variables decide. */
function prepare(
  schema: GraphQLSchema,
  request: ExecutionRequest,
  known: WeakMap<OperationDefinitionNode, Prepared>,
): Prepared {
  const context = selectionOf(schema, request);
  const roots = rootFields(schema, request, context);
  const isOwn = ([, nodes]: [string, FieldNode[]]): boolean =>
    nodes[0]?.name.value.startsWith("__") ?? false;
  const own = new Map([...roots].filter(isOwn));
  const foreign = new Map([...roots].filter((root) => !isOwn(root)));
  const sent = foreign.size ? gatewayOperation(schema, request, foreign, context) : null;
  const prepared = { roots, own, sent };
  if (!context.dependsOnVariables) known.set(request.operation, prepared);
  return prepared;
}

async function behind(
  gateway: HiveGateway,
  { operationName, variables, context }: ExecutionRequest,
  sent: GatewayOperation,
): Promise<ExecutionResult> {
  const { document } = sent;
  const { data, errors } = await gateway.run({ document, operationName, variables, context });
  const located = errors?.map(
    (error) =>
      new GraphQLError(error.message, {
        path: error.path?.map((key, at) => (at === 0 ? sent.rootKey(key) : key)) ?? null,
        extensions: error.extensions,
        originalError: error.originalError ?? error,
      }),
  );
  return {
    data: data ? sent.project(data) : null,
    ...(located?.length ? { errors: located } : {}),
  };
}

async function runHere(
  schema: GraphQLSchema,
  request: ExecutionRequest,
  own: Selected,
): Promise<ExecutionResult> {
  return execute({
    schema,
    document: narrowed(request, own),
    operationName: request.operationName,
    variableValues: request.variables,
    contextValue: request.context,
  });
}

/** The document with only these root fields, out of the fragments they may stand in. */
function narrowed({ document, operation }: ExecutionRequest, roots: Selected): DocumentNode {
  const selections = [...roots.values()].flat();
  const selectionSet = { ...operation.selectionSet, selections };
  const definitions = document.definitions.map((definition) =>
    definition === operation ? { ...operation, selectionSet } : definition,
  );
  return { ...document, definitions };
}

/** Both parts in the order in which they were asked for. */
function withOwn(roots: Selected, answer: ExecutionResult, own: ExecutionResult): ExecutionResult {
  const parts = { ...answer.data, ...own.data };
  const data = Object.fromEntries([...roots.keys()].map((key) => [key, parts[key]]));
  const errors = [...(own.errors ?? []), ...(answer.errors ?? [])];
  return errors.length ? { errors, data } : { data };
}
