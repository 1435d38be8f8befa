import { getNamedType, isObjectType, type GraphQLSchema } from "graphql";
import type { FieldMention } from "../access/decision";
import type { Label } from "../access/label";
import { allOwnRows, type RowLimit, type Rights } from "../access/rights";
import { modelNamed, type EntityModel } from "../query/entity-model";
import { noRowLimits, type RowLimits } from "../query/row-limits";

/** To which rows an operation is limited, and which of its mentions limit it. */
export interface OperationLimits {
  readonly rows: RowLimits;
  readonly mentions: readonly FieldMention[];
}

export const noOperationLimits: OperationLimits = { rows: noRowLimits, mentions: [] };

/**
 * An operation reads, of each type, only the rows on which every field it mentions may be used.
 * So no value of a field reaches beyond the rows of its grant: not selected, not by a filter, an
 * order or a count, and nothing is answered that looks like a missing value.
 */
export function rowLimitsOf(
  schema: GraphQLSchema,
  labelOf: (coordinate: string) => Label | undefined,
  mentioned: Iterable<FieldMention>,
  rights: Rights,
): OperationLimits {
  if (rights.grants.length === 0) return noOperationLimits;
  const models = new Map<string, ModelLimits>();
  for (const mention of mentioned) {
    const [typeName = "", fieldName = ""] = mention.field.split(".");
    const target = targetOf(schema, typeName, fieldName);
    const reached: [EntityModel | null, FieldMention][] = [
      [entityOf(typeName), mention],
      // The rows a field leads to are limited even when nothing of them is selected.
      [target, { field: `${target?.name ?? ""}.id`, mention: "SELECT" }],
    ];
    for (const [model, by] of reached) {
      const label = labelOf(by.field);
      if (!model || !label) continue;
      const of: ModelLimits = models.get(model.name) ?? noneYet();
      models.set(model.name, of);
      const found = rights.rowsFor(by.field, label, by.mention);
      // Own rows and no others are a limit beside a field that was granted beyond them.
      const limit = found ?? allOwnRows;
      of.limits.set(JSON.stringify(limit), limit);
      of.mentions.push(mention);
      if (found) of.isLimited = true;
    }
  }
  const limited = [...models].filter(([, { isLimited }]) => isLimited);
  if (limited.length === 0) return noOperationLimits;
  return {
    rows: new Map(limited.map(([name, { limits }]) => [name, [...limits.values()]])),
    mentions: [...new Set(limited.flatMap(([, of]) => of.mentions))],
  };
}

/** What is found out about the rows of one entity. */
interface ModelLimits {
  readonly limits: Map<string, RowLimit>;
  readonly mentions: FieldMention[];
  /** False while all mentions may be made on exactly the own rows, as without grants. */
  isLimited: boolean;
}

function noneYet(): ModelLimits {
  return { limits: new Map(), mentions: [], isLimited: false };
}

/**
 * True when the rows a mention reads can be limited. Figures and inputs are not made of rows of one
 * table: whoever holds a right to some rows only holds none to them.
 */
export function readsRows(schema: GraphQLSchema, coordinate: string): boolean {
  return rowsBehind(schema, coordinate) !== null;
}

/** The entity whose rows a field belongs to, or leads to from a root; null when there are none. */
export function rowsBehind(schema: GraphQLSchema, coordinate: string): EntityModel | null {
  const [typeName = "", fieldName = ""] = coordinate.split(".");
  return entityOf(typeName) ?? targetOf(schema, typeName, fieldName);
}

/** The entity whose rows a type shows: itself, its connection or its edge. */
function entityOf(typeName: string): EntityModel | null {
  return modelNamed(typeName.replace(/(?:Connection|Edge)$/, "")) ?? null;
}

function targetOf(schema: GraphQLSchema, typeName: string, field: string): EntityModel | null {
  const type = schema.getType(typeName);
  const definition = isObjectType(type) ? type.getFields()[field] : undefined;
  return definition ? entityOf(getNamedType(definition.type).name) : null;
}
