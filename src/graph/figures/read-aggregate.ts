import type { FieldNode, GraphQLResolveInfo } from "graphql";
import { callerRowsWords } from "../../access/caller-rows-words";
import { denialOf } from "../../access/decision";
import { denialError } from "../../access/denial-error";
import type { Words } from "../../access/words";
import { instantFromDatabase } from "../../database/calendar";
import type { EntityModel } from "../../query/entity-model";
import { aggregate } from "../../query/figures/aggregate";
import {
  readAggregateRequest,
  type AggregateArguments,
  type AggregateRequest,
} from "../../query/figures/aggregate-request";
import type { AnsweredGroup } from "../../query/figures/arrangement";
import { stepIn } from "../../query/figures/group-step";
import { measureKinds, measureOf, type Measure } from "../../query/figures/measure";
import { periodOf } from "../../query/figures/period-of";
import { alias } from "../../query/select";
import { selectedFields, type SelectionContext } from "../../query/selection";
import { whereSql } from "../../query/filter/where-sql";
import type { HubContext } from "../context";
import { namesOfKeys, type NamesOfKeys } from "./names-of-keys";

/** The figures of the caller's rows of an entity: those that are selected, and no others. */
export async function readAggregate(
  context: HubContext,
  info: GraphQLResolveInfo,
  model: EntityModel,
  args: AggregateArguments,
): Promise<Record<string, unknown>> {
  const { caller, clock, database, delivery, limits } = context;
  const request = readAggregateRequest(model, args);
  const measures = measuresAsked(info, model, request);
  permitted(context, request, measures);
  const reading = { caller, clock, rowLimits: limits.rows };
  const scope = { model, ...reading, where: whereSql(model, request.where, reading, alias) };
  const run = (statement: Parameters<typeof database.read>[0]) => database.read(statement);
  const answer = await aggregate({ scope, run, database }, request, measures);
  const shown = answer.groups.length + 1;
  for (const { mention } of measures) delivery.count(mention.field, shown);
  const names = await namesOfKeys(context, request, answer.groups);
  const groupOf = (group: AnsweredGroup): unknown => shaped(request, measures, names, group);
  return {
    groups: answer.groups.map(groupOf),
    hasMore: answer.hasMore,
    remainder: answer.remainder && groupOf(answer.remainder),
    total: groupOf(answer.total),
    scope: scopeWords(context, model),
    asOf: instantFromDatabase(clock.now),
    policyVersion: caller.rights.policyVersion,
  };
}

/** The figures selected anywhere in the answer, and those that decide which groups it has. */
function measuresAsked(
  { schema, fragments, variableValues, fieldNodes }: GraphQLResolveInfo,
  model: EntityModel,
  { having, order }: AggregateRequest,
): Measure[] {
  const selection: SelectionContext = {
    schema,
    fragments,
    variables: variableValues,
    dependsOnVariables: false,
  };
  const under = (type: string, nodes: readonly FieldNode[]): [string, FieldNode[]][] =>
    [...selectedFields(selection, type, nodes).values()].map((found) => [
      found[0]?.name.value ?? "",
      found,
    ]);
  const found = new Map<string, Measure>();
  const add = (measure: Measure): unknown => found.set(measure.name, measure);
  const groups = under(`${model.name}Aggregate`, fieldNodes).flatMap(([, nodes]) => nodes);
  for (const [name, nodes] of under(`${model.name}Group`, groups)) {
    if (name === "count") add(measureOf(model, "count", model.fields.get("id")));
    const kind = measureKinds.find((known) => known === name);
    const type = schema.getType(`${model.name}Group`);
    if (!kind || !type || !("getFields" in type)) continue;
    const of = String(type.getFields()[name]?.type).replace(/!$/, "");
    for (const [field] of under(of, nodes))
      if (field !== "__typename") add(measureOf(model, kind, model.fields.get(field)));
  }
  for (const { measure } of having) add(measure);
  for (const { by } of order) if (typeof by !== "number") add(by);
  return [...found.values()];
}

/** The rights are asked again: no way around the decision computes what it would have denied. */
function permitted(
  { caller: { rights }, graph }: HubContext,
  { keys }: AggregateRequest,
  measures: readonly Measure[],
): void {
  const mentioned = [
    ...keys.flatMap(({ group }) => group.mentions),
    ...measures.map(({ mention }) => mention),
  ];
  for (const mention of mentioned) {
    const label = graph.labels.fields.get(mention.field);
    if (!label) throw new Error(`${mention.field} has no label`);
    if (!rights.permits(mention.field, label, mention.mention))
      throw denialError(denialOf(mention, label, rights), rights);
  }
}

function shaped(
  { keys }: AggregateRequest,
  measures: readonly Measure[],
  names: NamesOfKeys,
  group: AnsweredGroup,
): Record<string, unknown> {
  const row: Record<string, unknown> = {
    keys: group.keys.map((value, n) => {
      const key = keys[n];
      const label = value === null ? null : (names[n]?.get(value) ?? null);
      const step = key ? stepIn(key) : null;
      const period = value === null ? null : periodOf(step, value);
      return { field: key?.group.name, by: step, value, label, ...(period ?? noPeriod) };
    }),
  };
  for (const kind of measureKinds) row[kind] = {};
  for (const { name, kind, field } of measures) {
    const figure = group.figures.get(name);
    if (kind === "count") row["count"] = figure;
    else (row[kind] as Record<string, unknown>)[field.name] = figure;
  }
  return row;
}

const noPeriod = { from: null, to: null };

/** Whose rows were counted; the same whatever the data. */
function scopeWords({ caller, limits }: HubContext, model: EntityModel): Words {
  const whose = callerRowsWords(caller);
  if (!limits.rows.has(model.name)) return whose;
  return {
    zh: `${whose.zh}，以及授权所限定的范围`,
    en: `${whose.en}; within the rows that grants allow this question to use`,
  };
}
