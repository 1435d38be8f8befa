import { Kind, type GraphQLSchema } from "graphql";
import { selectedFields, type Selected, type SelectionContext } from "../query/selection";
import type { ExecutionRequest } from "./executor";

/** What a request's selections are read against. */
export function selectionOf(schema: GraphQLSchema, request: ExecutionRequest): SelectionContext {
  const { document, variables } = request;
  const fragments = Object.fromEntries(
    document.definitions.flatMap((definition) =>
      definition.kind === Kind.FRAGMENT_DEFINITION ? [[definition.name.value, definition]] : [],
    ),
  );
  return { schema, fragments, variables, dependsOnVariables: false };
}

/** The root fields an operation asks for, by response key, in the order of the answer. */
export function rootFields(
  schema: GraphQLSchema,
  request: ExecutionRequest,
  context: SelectionContext = selectionOf(schema, request),
): Selected {
  const { operation } = request;
  const root = schema.getRootType(operation.operation);
  if (!root) throw new Error(`no ${operation.operation} type`);
  return selectedFields(context, root.name, [operation]);
}
