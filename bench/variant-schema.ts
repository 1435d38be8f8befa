import { isObjectType, type GraphQLSchema } from "graphql";
import { applyMiddleware } from "graphql-middleware";
import { rule, shield } from "graphql-shield";
import { Authorized, buildSchemaSync, getMetadataStorage } from "type-graphql";
import { domains } from "../src/domain/domains";
import { modelOf } from "../src/query/entity-model";
import { Policy } from "../src/domain/underwriting/policy.entity";

/** The graph with a graphql-shield rule on every field, which allows everything. */
export function shieldedSchema(schema: GraphQLSchema): GraphQLSchema {
  const allowed = rule("allowed", { cache: "no_cache" })(() => true);
  const types = Object.values(schema.getTypeMap()).filter(
    (type) => isObjectType(type) && !type.name.startsWith("__"),
  );
  const rules = Object.fromEntries(types.map((type) => [type.name, { "*": allowed }]));
  return applyMiddleware(schema, shield(rules, { allowExternalErrors: true }));
}

/** The graph as type-graphql offers it: `@Authorized` on every value of a policy, one check a cell. */
export function authorizedSchema(): GraphQLSchema {
  const prototype = Policy.prototype as object;
  for (const name of modelOf(Policy).fields.keys()) Authorized()(prototype, name);
  const resolvers = domains.flatMap((module) => module.resolvers);
  const schema = buildSchemaSync({
    resolvers: resolvers as unknown as [new () => object, ...(new () => object)[]],
    orphanedTypes: domains.flatMap((m) => [...m.entities, ...(m.values ?? [])]),
    validate: false,
    authChecker: () => true,
  });
  // The hub's own graph, built next, has no such checker.
  getMetadataStorage().authorizedFields.length = 0;
  return schema;
}
