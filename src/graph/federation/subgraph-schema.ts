import { buildSubgraphSchema } from "@apollo/subgraph";
import {
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isIntrospectionType,
  isObjectType,
  isScalarType,
  isSpecifiedScalarType,
  isUnionType,
  parse,
  type GraphQLInputObjectType,
  type GraphQLNamedType,
  type GraphQLObjectType,
  type GraphQLScalarType,
  type GraphQLSchema,
} from "graphql";
import type { DomainName } from "../domain-module";
import type { Graph } from "../schema";
import { resolveEntities } from "./resolve-entities";
import { slicesOf } from "./slice";
import { subgraphSdls } from "./subgraph-sdl";

/**
 * The executable schema of one subgraph. It is built from the printed SDL, which is what gateways
 * compose, and each field is then given the function that resolves it in the merged schema, root
 * guards included: a subgraph cannot answer differently from the hub in one process.
 */
export function subgraphSchema(graph: Graph, domain: DomainName): GraphQLSchema {
  const sdl = subgraphSdls(graph).get(domain);
  const slice = slicesOf(graph).get(domain);
  if (!sdl || !slice) throw new Error(`there is no subgraph ${domain}`);
  const schema = buildSubgraphSchema(parse(sdl, { noLocation: true }));
  for (const type of Object.values(schema.getTypeMap())) {
    const merged = graph.schema.getType(type.name);
    if (merged && !isIntrospectionType(type)) adopt(type, merged);
  }
  const resolvable = [...slice].filter(([, { kind }]) => kind.endsWith(" entity"));
  const entities = schema.getQueryType()?.getFields()["_entities"];
  if (entities) entities.resolve = resolveEntities(new Set(resolvable.map(([name]) => name)));
  return schema;
}

/** Gives a type of the subgraph the behaviour of its original: printing kept only its shape. */
function adopt(type: GraphQLNamedType, merged: GraphQLNamedType): void {
  if (isObjectType(type) && isObjectType(merged)) adoptFields(type, merged);
  else if (isInputObjectType(type) && isInputObjectType(merged)) adoptInputs(type, merged);
  else if (isScalarType(type) && isScalarType(merged)) adoptScalar(type, merged);
  else if (isUnionType(type) && isUnionType(merged)) type.resolveType = merged.resolveType;
  else if (isInterfaceType(type) && isInterfaceType(merged)) type.resolveType = merged.resolveType;
  else if (isEnumType(type) && isEnumType(merged)) {
    const renamed = merged.getValues().find((value) => value.value !== value.name);
    if (renamed) throw new Error(`${type.name}.${renamed.name} is not stored under its name`);
  } else if (type.constructor !== merged.constructor)
    throw new Error(`${type.name} is of another kind in the subgraph`);
}

function adoptFields(type: GraphQLObjectType, merged: GraphQLObjectType): void {
  type.isTypeOf = merged.isTypeOf;
  const originals = merged.getFields();
  for (const [name, field] of Object.entries(type.getFields())) {
    const original = originals[name];
    if (!original) continue;
    if (original.resolve) field.resolve = original.resolve;
    if (original.subscribe) field.subscribe = original.subscribe;
    field.extensions = original.extensions;
  }
}

/** What an input field means to the access decision stands in its extensions. */
function adoptInputs(type: GraphQLInputObjectType, merged: GraphQLInputObjectType): void {
  const originals = merged.getFields();
  for (const [name, field] of Object.entries(type.getFields()))
    field.extensions = originals[name]?.extensions ?? {};
}

function adoptScalar(type: GraphQLScalarType, merged: GraphQLScalarType): void {
  if (isSpecifiedScalarType(type)) return;
  type.serialize = merged.serialize;
  type.parseValue = merged.parseValue;
  type.parseLiteral = merged.parseLiteral;
}
