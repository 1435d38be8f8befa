import {
  GraphQLError,
  type ExecutionResult,
  type GraphQLSchema,
  type OperationDefinitionNode,
} from "graphql";
import { answerByRoot } from "../../graph/answer-by-root";
import type { Execute, ExecutionRequest } from "../../graph/executor";
import { introspect, joined, ownRoots } from "../../graph/introspect";
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
 * only as composed, and not what its caller may use of it.
 */
export function federatedExecutor(schema: GraphQLSchema, gateway: HiveGateway): Execute {
  const known = new WeakMap<OperationDefinitionNode, Prepared>();
  return async (request) => {
    const prepared = known.get(request.operation) ?? prepare(schema, request, known);
    const { roots, own, sent } = prepared;
    const result = sent ? await behind(gateway, request, sent) : { data: {} };
    const answer = answerByRoot(schema, request, result, subgraphError);
    if (own.size === 0 || !answer.data) return answer;
    return joined(roots, answer, await introspect(request, own));
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
  const { own, others } = ownRoots(roots);
  const sent = others.size ? gatewayOperation(schema, request, others, context) : null;
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
