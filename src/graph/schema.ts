import "reflect-metadata";
import { isInputObjectType, isObjectType, type GraphQLObjectType, type GraphQLSchema } from "graphql";
import { buildSchemaSync } from "type-graphql";
import type { OrganisationType } from "../access/organisation-type";
import { labels } from "../access/label";
import { allModels, modelNamed } from "../query/entity-model";
import type { DomainModule } from "./domain-module";
import { collectLabels, type LabelMap } from "./label-map";
import { guardRootFields } from "./root-rules";

/** The one graph: its merged schema and what every coordinate is labelled. */
export interface Graph {
  schema: GraphQLSchema;
  labels: LabelMap;
  modules: readonly DomainModule[];
}

/**
 * Builds the merged schema of all domains. Throws, naming every place, when a field has no label
 * or an entity has a field the read engine cannot read.
 */
export function buildGraph(modules: readonly DomainModule[]): Graph {
  const resolvers = modules.flatMap((m) => m.resolvers);
  const schema = buildSchemaSync({
    resolvers: resolvers as unknown as [new () => object, ...(new () => object)[]],
    orphanedTypes: modules.flatMap((m) => [...m.entities, ...(m.values ?? [])]) as never[],
    validate: false,
    emitSchemaFile: false,
  });
  const labelMap = collectLabels(schema);
  checkEntities(schema);
  useRowsAsTheyAre(schema);
  guardRootFields(schema, submittersOf(modules));
  printLabels(schema, labelMap);
  return { schema, labels: labelMap, modules };
}

/** Who may start each submission mutation. */
function submittersOf(
  modules: readonly DomainModule[],
): ReadonlyMap<string, readonly OrganisationType[]> {
  return new Map(
    modules.flatMap((m) => (m.recordTypes ?? []).map((type) => [type.mutation, type.submitters])),
  );
}

/** Every field of an entity type must be a value or a relation of its model. */
function checkEntities(schema: GraphQLSchema): void {
  const unreadable = allModels().flatMap((model) => {
    const type = schema.getType(model.name);
    if (!isObjectType(type)) return [`${model.name} (not in the schema)`];
    return Object.keys(type.getFields())
      .filter((field) => !model.fields.has(field) && !model.relations.has(field))
      .map((field) => `${model.name}.${field}`);
  });
  if (unreadable.length) throw new Error(`The read engine cannot read: ${unreadable.join(", ")}`);
}

/** Where a row already holds the value, a resolver function would only cost time per cell. */
function useRowsAsTheyAre(schema: GraphQLSchema): void {
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type) || isRoot(schema, type)) continue;
    const model = modelNamed(type.name);
    for (const [name, field] of Object.entries(type.getFields()))
      if (!model?.relations.get(name)?.many) delete field.resolve;
  }
}

function isRoot(schema: GraphQLSchema, type: GraphQLObjectType): boolean {
  return [schema.getQueryType(), schema.getMutationType()].includes(type);
}

/** Whoever reads the API's description sees what kind of data a field is. */
function printLabels(schema: GraphQLSchema, labelMap: LabelMap): void {
  for (const type of Object.values(schema.getTypeMap())) {
    if (!(isObjectType(type) || isInputObjectType(type)) || type.name.startsWith("__")) continue;
    for (const [name, field] of Object.entries(type.getFields())) {
      const label = labelMap.fields.get(`${type.name}.${name}`);
      if (!label) continue;
      const { level, share } = labels[label];
      const text = `${field.description ?? ""} [${label} · ${String(level)}级 · ${share}]`;
      field.description = text.trim();
    }
  }
}
