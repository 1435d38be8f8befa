import { isObjectType, type GraphQLSchema } from "graphql";
import { applyMiddleware } from "graphql-middleware";
import { rule, shield } from "graphql-shield";
import { Authorized, buildSchemaSync } from "type-graphql";
import { domains } from "../src/domain/domains";
import type { Graph } from "../src/graph/schema";
import { modelOf } from "../src/query/entity-model";
import { Policy } from "../src/domain/underwriting/policy.entity";
import type { Variant } from "./variants";

/** The graph as it is, with a graphql-shield rule on every field, or type-graphql's own check. */
export function variantSchema(graph: Graph, variant: Variant): GraphQLSchema {
  switch (variant) {
    case "off":
      return graph.schema;
    case "shield":
      return shielded(graph.schema);
    case "authorized":
      return authorized();
  }
}

function shielded(schema: GraphQLSchema): GraphQLSchema {
  const allowed = rule("allowed", { cache: "no_cache" })(() => true);
  const types = Object.values(schema.getTypeMap()).filter(
    (type) => isObjectType(type) && !type.name.startsWith("__"),
  );
  const rules = Object.fromEntries(types.map((type) => [type.name, { "*": allowed }]));
  return applyMiddleware(schema, shield(rules, { allowExternalErrors: true }));
}

/** As type-graphql offers it: `@Authorized` on every value of a policy, one check per cell. */
function authorized(): GraphQLSchema {
  const prototype = Policy.prototype as object;
  for (const name of modelOf(Policy).fields.keys()) Authorized()(prototype, name);
  const resolvers = domains.flatMap((module) => module.resolvers);
  return buildSchemaSync({
    resolvers: resolvers as unknown as [new () => object, ...(new () => object)[]],
    orphanedTypes: domains.flatMap((m) => [...m.entities, ...(m.values ?? [])]),
    validate: false,
    authChecker: () => true,
  });
}
