import { getArgumentValues, type GraphQLSchema } from "graphql";
import type { FieldMention } from "../../access/decision";
import { modelNamed } from "../../query/entity-model";
import type { ExecutionRequest } from "../executor";
import { rootFields } from "../root-fields";

/**
 * What the references given to `_entities` mention. A reference names a row by its id, and is
 * answered or not: whoever may not read the ids of a type must not learn even that.
 */
export function referencedRows(schema: GraphQLSchema, request: ExecutionRequest): FieldMention[] {
  const entities = schema.getQueryType()?.getFields()["_entities"];
  if (!entities || request.operation.operation !== "query") return [];
  const types = new Set<string>();
  for (const nodes of rootFields(schema, request).values())
    for (const node of nodes) {
      if (node.name.value !== "_entities") continue;
      const given = getArgumentValues(entities, node, request.variables)["representations"];
      for (const reference of Array.isArray(given) ? (given as unknown[]) : [])
        types.add(typeNameOf(reference));
    }
  return [...types]
    .filter((type) => modelNamed(type))
    .map((type) => ({ field: `${type}.id`, mention: "SELECT" }));
}

function typeNameOf(reference: unknown): string {
  if (typeof reference !== "object" || reference === null) return "";
  const { __typename: name } = reference as Record<string, unknown>;
  return typeof name === "string" ? name : "";
}
