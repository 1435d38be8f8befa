import { execute, type DocumentNode, type ExecutionResult } from "graphql";
import type { Selected } from "../query/selection";
import type { ExecutionRequest } from "./executor";

/** The root fields of an operation in two: what it asks about the schema, and all others. */
export function ownRoots(roots: Selected): { own: Selected; others: Selected } {
  const own: Selected = new Map();
  const others: Selected = new Map();
  for (const [key, nodes] of roots)
    (nodes[0]?.name.value.startsWith("__") ? own : others).set(key, nodes);
  return { own, others };
}

/** Answers what an operation asks about the schema: of the schema as its caller may use it. */
export async function introspect(
  request: ExecutionRequest,
  own: Selected,
): Promise<ExecutionResult> {
  const { operation, operationName, variables, context } = request;
  const { schemas } = context;
  return execute({
    // Only queries ask for more than the name of the root type, which exists where it is known.
    schema: operation.operation === "query" ? schemas.usable() : schemas.known(),
    document: narrowed(request, own),
    operationName,
    variableValues: variables,
  });
}

/** The document with only these root fields, out of the fragments they may stand in. */
export function narrowed({ document, operation }: ExecutionRequest, roots: Selected): DocumentNode {
  const selections = [...roots.values()].flat();
  const selectionSet = { ...operation.selectionSet, selections };
  const definitions = document.definitions.map((definition) =>
    definition === operation ? { ...operation, selectionSet } : definition,
  );
  return { ...document, definitions };
}

/** Both parts of an answer in the order in which they were asked for. */
export function joined(
  roots: Selected,
  answer: ExecutionResult,
  own: ExecutionResult,
): ExecutionResult {
  const parts = { ...answer.data, ...own.data };
  const data = Object.fromEntries([...roots.keys()].map((key) => [key, parts[key]]));
  const errors = [...(own.errors ?? []), ...(answer.errors ?? [])];
  return errors.length ? { errors, data } : { data };
}
