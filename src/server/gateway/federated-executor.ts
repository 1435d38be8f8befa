import {
  execute,
  Kind,
  type DocumentNode,
  type ExecutionResult,
  type FieldNode,
  type GraphQLSchema,
} from "graphql";
import type { Execute, ExecutionRequest } from "../../graph/executor";
import { selectedFields, type Selected } from "../../query/selection";
import { answerLikeMerged } from "./answer-like-merged";
import type { HiveGateway } from "./hive-gateway";

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
    const answer = answerLikeMerged(schema, request, roots, result);
    if (own.length === 0 || !answer.data) return answer;
    return withOwn(roots, answer, await runHere(schema, request, own));
  };
}

function rootFields(schema: GraphQLSchema, request: ExecutionRequest): Selected {
  const root = schema.getRootType(request.operation.operation);
  if (!root) throw new Error(`no ${request.operation.operation} type`);
  const fragments = Object.fromEntries(
    request.document.definitions.flatMap((definition) =>
      definition.kind === Kind.FRAGMENT_DEFINITION ? [[definition.name.value, definition]] : [],
    ),
  );
  const { variables } = request;
  const context = { schema, fragments, variables, dependsOnVariables: false };
  return selectedFields(context, root.name, [request.operation]);
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
