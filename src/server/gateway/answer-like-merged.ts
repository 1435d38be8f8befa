import { GraphQLError, isNonNullType, type ExecutionResult, type GraphQLSchema } from "graphql";
import { errorCodes } from "../../error/error-code";
import { HubError, type HubErrorArguments } from "../../error/hub-error";
import type { ExecutionRequest } from "../../graph/executor";
import type { Selected } from "../../query/selection";

/**
 * Brings a gateway's result into the form of the merged deployment. There a root field is one read:
 * it answers as a whole or fails as a whole, with one error at the root field. Behind a gateway the
 * same failure may surface anywhere below, once per row; here it is brought back to its root.
 */
export function answerLikeMerged(
  schema: GraphQLSchema,
  request: ExecutionRequest,
  roots: Selected,
  { data, errors }: ExecutionResult,
): ExecutionResult {
  if (!errors?.length) return { data: data ?? null };
  const root = schema.getRootType(request.operation.operation);
  const failed = new Map<string, GraphQLError>();
  for (const error of errors) {
    // Without a place it is about the whole operation, so every root field failed with it.
    const keys = error.path?.length ? [String(error.path[0])] : [...roots.keys()];
    for (const key of keys) if (!failed.has(key)) failed.set(key, error);
  }
  const answered: GraphQLError[] = [];
  const kept = { ...data };
  let isNull = false;
  for (const [key, nodes] of roots) {
    const error = failed.get(key);
    if (!error) continue;
    answered.push(
      new GraphQLError(error.message, { nodes, path: [key], originalError: causeOf(error) }),
    );
    const type = root?.getFields()[nodes[0]?.name.value ?? ""]?.type;
    if (type && isNonNullType(type)) isNull = true;
    kept[key] = null;
  }
  return { errors: answered, data: isNull ? null : kept };
}

/** The coded error a subgraph answered with; anything else is a mistake of ours. */
function causeOf(error: GraphQLError): Error {
  const { code, zh: _zh, en: _en, ...details } = error.extensions;
  // That a subgraph refused its gateway is nothing the caller did or could mend.
  if (typeof code !== "string" || !(code in errorCodes) || code === "SUBGRAPH_SIGNATURE_INVALID")
    return new Error(`subgraph: ${error.message}`, { cause: error.originalError ?? error });
  // Which details belong to a code is known to the compiler only where the code is written out.
  return new HubError(...([code, details] as HubErrorArguments));
}
