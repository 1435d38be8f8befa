import { GraphQLError, isNonNullType, type ExecutionResult, type GraphQLSchema } from "graphql";
import type { Selected } from "../query/selection";
import type { ExecutionRequest } from "./executor";
import { rootFields } from "./root-fields";

/**
 * A root field is one read: it answers as a whole or fails as a whole, with one error at the root
 * field. This brings every result into that form, with errors in the order of the document, not of
 * time: behind a gateway the same failure surfaces once per row and in any order, and the two
 * deployments would tell of it differently.
 */
export function answerByRoot(
  schema: GraphQLSchema,
  request: ExecutionRequest,
  { data, errors }: ExecutionResult,
  causeOf: (error: GraphQLError) => Error,
): ExecutionResult {
  if (!errors?.length) return { data: data ?? null };
  const root = schema.getRootType(request.operation.operation);
  const roots = rootFields(schema, request);
  const failed = firstErrors(errors, roots);
  const answered: GraphQLError[] = [];
  const kept = { ...data };
  for (const [key, nodes] of roots) {
    const error = failed.get(key);
    if (!error) continue;
    const here = new GraphQLError(error.message, {
      nodes,
      path: [key],
      originalError: causeOf(error),
    });
    const type = root?.getFields()[nodes[0]?.name.value ?? ""]?.type;
    // Which other errors were met before this one ended the operation is chance.
    if (type && isNonNullType(type)) return { errors: [here], data: null };
    answered.push(here);
    kept[key] = null;
  }
  return { errors: answered, data: kept };
}

/** The first error of each root field. */
function firstErrors(
  errors: readonly GraphQLError[],
  roots: Selected,
): ReadonlyMap<string, GraphQLError> {
  const failed = new Map<string, GraphQLError>();
  for (const error of errors) {
    // Without a place it is about the whole operation, so every root field failed with it.
    const keys = error.path?.length ? [String(error.path[0])] : [...roots.keys()];
    for (const key of keys) if (!failed.has(key)) failed.set(key, error);
  }
  return failed;
}
