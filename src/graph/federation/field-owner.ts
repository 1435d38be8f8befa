import { isObjectType, type GraphQLObjectType, type GraphQLSchema } from "graphql";
import { Extensions } from "type-graphql";
import { modelNamed, modelOf } from "../../query/entity-model";
import type { DomainModule, DomainName } from "../domain-module";

/** Which domain answers each field of a root type or an entity, by `Type.field`. */
export type FieldOwners = ReadonlyMap<string, DomainName>;

/**
 * Notes on every resolver of every module whose it is. Called before the schema is built: the
 * schema then carries the owner of each field, and no list of owners is kept by hand.
 */
export function markOwners(modules: readonly DomainModule[]): void {
  for (const { name, resolvers } of modules)
    for (const resolver of resolvers) {
      const prototype = resolver.prototype as object;
      for (const method of Object.getOwnPropertyNames(prototype))
        if (method !== "constructor") Extensions({ domain: name })(prototype, method);
    }
}

/**
 * The owner of every field that a subgraph resolves on its own: root fields and the fields of
 * entities. Throws, naming all of them, when a field has none: it would be in no subgraph.
 */
export function fieldOwners(schema: GraphQLSchema, modules: readonly DomainModule[]): FieldOwners {
  const owners = new Map<string, DomainName>();
  const ownerless: string[] = [];
  const domainOf = entityOwners(modules);
  const names = new Set(modules.map((m) => m.name));
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type) || !(isRoot(schema, type) || modelNamed(type.name))) continue;
    for (const [name, field] of Object.entries(type.getFields())) {
      const marked = field.extensions["domain"] as DomainName | undefined;
      // A value or to-one relation stands in the class of the entity; all else has a resolver.
      const isOwn = modelNamed(type.name) && !modelNamed(type.name)?.relations.get(name)?.many;
      const owner = marked ?? (isOwn ? domainOf.get(type.name) : undefined);
      if (owner && names.has(owner)) owners.set(`${type.name}.${name}`, owner);
      else ownerless.push(`${type.name}.${name}`);
    }
  }
  if (ownerless.length)
    throw new Error(`No domain owns, so no subgraph would serve: ${ownerless.join(", ")}`);
  return owners;
}

/** The domain of each entity type. An entity listed by two domains would have two truths. */
export function entityOwners(modules: readonly DomainModule[]): ReadonlyMap<string, DomainName> {
  const owners = new Map<string, DomainName>();
  for (const { name, entities } of modules)
    for (const entity of entities) {
      const type = modelOf(entity).name;
      const other = owners.get(type);
      if (other) throw new Error(`${type} is listed by ${other} and by ${name}`);
      owners.set(type, name);
    }
  return owners;
}

/** True for Query, Mutation and Subscription, whatever they are called. */
export function isRoot(schema: GraphQLSchema, type: GraphQLObjectType): boolean {
  const roots = [schema.getQueryType(), schema.getMutationType(), schema.getSubscriptionType()];
  return roots.includes(type);
}
