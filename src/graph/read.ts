import DataLoader from "dataloader";
import {
  getArgumentValues,
  type FieldNode,
  type GraphQLResolveInfo,
  type OperationDefinitionNode,
} from "graphql";
import type { Sql } from "../database/sql";
import type { EntityModel } from "../query/entity-model";
import type { ListArguments } from "../query/list-request";
import {
  planEntity,
  planList,
  type EntityPlan,
  type ListPlan,
  type ReadRow,
} from "../query/read-plan";
import { Reader } from "../query/reader";
import type { SelectionContext } from "../query/selection";
import type { HubContext } from "./context";

/**
 * One page of the caller's rows of an entity, with all that is selected below it. The arguments are
 * those of the field as the schema has them: every list has the same.
 */
export async function readList(
  context: HubContext,
  info: GraphQLResolveInfo,
  model: EntityModel,
  where: readonly Sql[] = [],
): Promise<ReadRow> {
  const plan = planned(context, info, model, planList);
  return readerFor(context, info).list(plan, argumentsOf(info), where);
}

function argumentsOf({
  parentType,
  fieldName,
  fieldNodes,
  variableValues,
}: GraphQLResolveInfo): ListArguments {
  const definition = parentType.getFields()[fieldName];
  if (!definition) throw new Error(`no field ${parentType.name}.${fieldName}`);
  return getArgumentValues(definition, fieldNodes[0] as FieldNode, variableValues);
}

/**
 * One of the caller's rows by a unique property, or null. Calls of one tick with the same
 * selection (the representations of `_entities`) become one statement.
 */
export async function readOne(
  context: HubContext,
  info: GraphQLResolveInfo,
  model: EntityModel,
  property: string,
  key: string,
): Promise<ReadRow | null> {
  const name = `${String(info.path.key)}/${model.name}/${property}`;
  const batch = info.path.prev ? `${String(pathRoot(info))}/${name}` : name;
  let loader = context.loaders.get(batch) as DataLoader<string, ReadRow | null> | undefined;
  if (!loader) {
    const plan = planned(context, info, model, planEntity);
    const reader = readerFor(context, info);
    loader = new DataLoader((keys) => reader.byKey(plan, property, keys));
    context.loaders.set(batch, loader);
  }
  return loader.load(key);
}

function pathRoot(info: GraphQLResolveInfo): string | number {
  let path = info.path;
  while (path.prev) path = path.prev;
  return path.key;
}

function readerFor(context: HubContext, info: GraphQLResolveInfo): Reader {
  const { caller, clock, cursors, database, delivery, limits } = context;
  return new Reader({
    caller,
    clock,
    cursors,
    rowLimits: limits.rows,
    delivery,
    run: (statement) => database.read(statement),
    schema: info.schema,
    variables: info.variableValues,
  });
}

type Plan = EntityPlan | ListPlan;
const plans = new WeakMap<OperationDefinitionNode, Map<string, Plan>>();

/** The plan of a root field, kept as long as its document and shared by callers of equal rights. */
function planned<P extends Plan>(
  { caller }: HubContext,
  info: GraphQLResolveInfo,
  model: EntityModel,
  compile: (
    selection: SelectionContext,
    rights: HubContext["caller"]["rights"],
    model: EntityModel,
    places: readonly GraphQLResolveInfo["fieldNodes"][],
  ) => P,
): P {
  const ofOperation = plans.get(info.operation) ?? new Map<string, Plan>();
  plans.set(info.operation, ofOperation);
  const key = `${caller.rights.key}/${String(pathRoot(info))}/${model.name}`;
  const known = ofOperation.get(key);
  if (known) return known as P;
  const selection: SelectionContext = {
    schema: info.schema,
    fragments: info.fragments,
    variables: info.variableValues,
    dependsOnVariables: false,
  };
  const plan = compile(selection, caller.rights, model, [info.fieldNodes]);
  if (!selection.dependsOnVariables) ofOperation.set(key, plan);
  return plan;
}
