import { Kind, type GraphQLSchema } from "graphql";
import { selectedFields, type Selected } from "../query/selection";
import type { ExecutionRequest } from "./executor";

/** The root fields an operation asks for, by response key, in the order of the answer. */
export function rootFields(schema: GraphQLSchema, request: ExecutionRequest): Selected {
  const { document, operation, variables } = request;
  const root = schema.getRootType(operation.operation);
  if (!root) throw new Error(`no ${operation.operation} type`);
  const fragments = Object.fromEntries(
    document.definitions.flatMap((definition) =>
      definition.kind === Kind.FRAGMENT_DEFINITION ? [[definition.name.value, definition]] : [],
    ),
  );
  const context = { schema, fragments, variables, dependsOnVariables: false };
  return selectedFields(context, root.name, [operation]);
}
