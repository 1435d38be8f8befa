import {
  execute,
  type DocumentNode,
  type ExecutionResult,
  type FieldNode,
  type GraphQLSchema,
} from "graphql";
import type { Execute, ExecutionRequest } from "../../graph/executor";
import { rootFields } from "../../graph/root-fields";
import { answerByRoot } from "../../graph/answer-by-root";
import type { Selected } from "../../query/selection";
import type { HiveGateway } from "./hive-gateway";
import { subgraphError } from "./subgraph-error";

/**
 * Executes operations through the gateway, with the answers of the merged schema to the byte.
 * What an operation asks about the schema itself is answered here: the gateway knows the graph
 * only as composed, and the merged schema is what is published.
 */
export function federatedExecutor(schema: GraphQLSchema, gateway: HiveGateway): Execute {
  return async (request) => {
    const roots = rootFields(schema, request);
    const own = [...roots].filter(([, [node]]) => node?.name.value.startsWith("__"));
    const foreign = [...roots].filter(([key]) => !own.some(([ownKey]) => ownKey === key));
    const result = foreign.length
      ? await gateway.run({
          ...request,
          document: own.length ? narrowed(request, foreign) : request.document,
        })
      : { data: {} };
    const answer = answerByRoot(schema, request, result, subgraphError);
    if (own.length === 0 || !answer.data) return answer;
    return withOwn(roots, answer, await runHere(schema, request, own));
  };
}

/** The document with only these root fields, out of the fragments they may stand in. */
function narrowed(
  { document, operation }: ExecutionRequest,
  roots: readonly (readonly [string, FieldNode[]])[],
): DocumentNode {
  const selections = roots.flatMap(([, nodes]) => nodes);
  const selectionSet = { ...operation.selectionSet, selections };
  return {
    ...document,
    definitions: document.definitions.map((definition) =>
      definition === operation ? { ...operation, selectionSet } : definition,
    ),
  };
}

async function runHere(
  schema: GraphQLSchema,
  request: ExecutionRequest,
  own: readonly (readonly [string, FieldNode[]])[],
): Promise<ExecutionResult> {
  return execute({
    schema,
    document: narrowed(request, own),
    operationName: request.operationName,
    variableValues: request.variables,
    contextValue: request.context,
  });
}

/** Both parts in the order in which they were asked for. */
function withOwn(roots: Selected, answer: ExecutionResult, own: ExecutionResult): ExecutionResult {
  const data = Object.fromEntries(
    [...roots.keys()].map((key) => [key, own.data && key in own.data ? own.data[key] : answer.data?.[key]]),
  );
  const errors = [...(own.errors ?? []), ...(answer.errors ?? [])];
  return errors.length ? { errors, data } : { data };
}
