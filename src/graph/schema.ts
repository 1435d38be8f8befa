import "reflect-metadata";
import {
  isInputObjectType,
  isIntrospectionType,
  isObjectType,
  isUnionType,
  type GraphQLObjectType,
  type GraphQLSchema,
} from "graphql";
import { buildSchemaSync } from "type-graphql";
import { rightOf } from "../access/matrix";
import { permits } from "../access/right";
import { organisationTypes, type OrganisationType } from "../access/organisation-type";
import { labels } from "../access/label";
import { allModels, modelNamed, type EntityModel, type FieldModel } from "../query/entity-model";
import type { DomainModule } from "./domain-module";
import { fieldOwners, markOwners, type FieldOwners } from "./federation/field-owner";
import { withAggregates } from "./figures/with-aggregates";
import { withFilters } from "./filters/with-filters";
import { restoreInheritedExtensions } from "./inherited-extensions";
import { collectLabels, type LabelMap } from "./label-map";
import { guardRootFields } from "./root-rules";

type InputAct = (input: object, context: unknown) => unknown;

/** The one graph: its merged schema and what every coordinate is labelled. */
export interface Graph {
  schema: GraphQLSchema;
  labels: LabelMap;
  modules: readonly DomainModule[];
  /** Which domain, hence which subgraph, answers each field. */
  owners: FieldOwners;
}

/**
 * Builds the merged schema of all domains. Throws, naming every place, when a field has no label
 * or an entity has a field the read engine cannot read.
 */
export function buildGraph(modules: readonly DomainModule[]): Graph {
  markOwners(modules);
  const resolvers = modules.flatMap((m) => m.resolvers);
  const declared = buildSchemaSync({
    resolvers: resolvers as unknown as [new () => object, ...(new () => object)[]],
    orphanedTypes: modules.flatMap((m) => [...m.entities, ...(m.values ?? [])]),
    validate: false,
    emitSchemaFile: false,
  });
  const schema = withAggregates(withFilters(declared));
  restoreInheritedExtensions(schema);
  const labelMap = collectLabels(schema);
  checkEntities(schema);
  useRowsAsTheyAre(schema);
  useInputsAsTheyAre(schema);
  guardRootFields(schema, new Map([...submittersOf(modules), ...declaredCallers(schema)]));
  printLabels(schema, labelMap);
  return { schema, labels: labelMap, modules, owners: fieldOwners(schema, modules) };
}

/** Who may start each submission mutation. */
function submittersOf(
  modules: readonly DomainModule[],
): ReadonlyMap<string, readonly OrganisationType[]> {
  return new Map(
    modules.flatMap((m) => (m.recordTypes ?? []).map((type) => [type.mutation, type.submitters])),
  );
}

/** Who may start each other mutation, as said where it is declared. */
function declaredCallers(schema: GraphQLSchema): [string, readonly OrganisationType[]][] {
  const fields = Object.values(schema.getMutationType()?.getFields() ?? {});
  return fields.flatMap(({ name, extensions }) => {
    const callers = extensions["callers"] as readonly OrganisationType[] | undefined;
    return callers ? [[name, callers]] : [];
  });
}

/** The fields of an entity type must be exactly the values and relations of its model. */
function checkEntities(schema: GraphQLSchema): void {
  const wrong = allModels().flatMap((model) => {
    const type = schema.getType(model.name);
    if (!isObjectType(type)) return [`${model.name} is not in the schema`];
    const published = new Set(Object.keys(type.getFields()));
    const readable = new Set([...model.fields.keys(), ...model.relations.keys()]);
    return [
      ...[...published]
        .filter((field) => !readable.has(field))
        .map((field) => `${model.name}.${field} cannot be read`),
      ...[...readable]
        .filter((field) => !published.has(field))
        .map((field) => `${model.name}.${field} is not published (is its base an @ObjectType?)`),
      ...[...model.fields.values()].flatMap((field) => maskFault(model, field)),
      ...orderFault(model),
    ];
  });
  if (wrong.length) throw new Error(`The graph and its entities disagree: ${wrong.join("; ")}`);
}

/** Where a label may be read masked, every field of it must be text that knows how. */
function maskFault(model: EntityModel, field: FieldModel): string[] {
  const maskable = organisationTypes.some((type) => rightOf(type, field.label) === "M");
  if (!maskable || field.name === "id") return [];
  const isText = field.kind === "text" || field.kind === "textList";
  if (isText && field.mask) return [];
  return [`${model.name}.${field.name} may be read masked: it must be text with a mask`];
}

/** A list is in an order: whoever reads the list learns how the values of its field compare. */
function orderFault({ name, label, order, fields }: EntityModel): string[] {
  const field = fields.get(order.by);
  if (!field) return [`${name} is ordered by ${order.by}, which is not published`];
  const isKept = organisationTypes.some(
    (type) =>
      permits(rightOf(type, label), "SELECT") && !permits(rightOf(type, field.label), "ORDER"),
  );
  return isKept ? [`${name} is ordered by ${order.by}, which not all who list it may read`] : [];
}

/** Where a row already holds the value, a resolver function would only cost time per cell. */
function useRowsAsTheyAre(schema: GraphQLSchema): void {
  for (const type of Object.values(schema.getTypeMap())) {
    // type-graphql's own answers with a promise, for which compiled queries do not wait.
    if (isUnionType(type))
      type.resolveType = (value) => (value as { __typename: string }).__typename;
    if (!isObjectType(type) || isRoot(schema, type)) continue;
    // Types of introspection are shared by all schemas of the process, and do compute.
    if (isIntrospectionType(type)) continue;
    const model = modelNamed(type.name);
    for (const [name, field] of Object.entries(type.getFields()))
      if (!model?.relations.get(name)?.many) delete field.resolve;
  }
}

/**
 * A mutation that declares `act` is given its input as it was read: type-graphql would make an
 * instance of every one of a thousand records, which nobody needs.
 */
function useInputsAsTheyAre(schema: GraphQLSchema): void {
  for (const field of Object.values(schema.getMutationType()?.getFields() ?? {})) {
    const act = field.extensions["act"] as InputAct | undefined;
    if (act) field.resolve = (_root, args: { input: object }, context) => act(args.input, context);
  }
}

function isRoot(schema: GraphQLSchema, type: GraphQLObjectType): boolean {
  return [schema.getQueryType(), schema.getMutationType()].includes(type);
}

/** Whoever reads the API's description sees what kind of data a field is. */
function printLabels(schema: GraphQLSchema, labelMap: LabelMap): void {
  for (const type of Object.values(schema.getTypeMap())) {
    if (!(isObjectType(type) || isInputObjectType(type)) || type.name.startsWith("__")) continue;
    const fields: Record<string, { description?: string | null | undefined }> = type.getFields();
    for (const [name, field] of Object.entries(fields)) {
      const label = labelMap.fields.get(`${type.name}.${name}`);
      if (!label) continue;
      const { level, share } = labels[label];
      const text = `${field.description ?? ""} [${label} · ${String(level)}级 · ${share}]`;
      field.description = text.trim();
    }
  }
}
