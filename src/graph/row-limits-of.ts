import { getNamedType, isObjectType, type GraphQLSchema } from "graphql";
import type { FieldMention } from "../access/decision";
import type { Label } from "../access/label";
import type { RowLimit, Rights } from "../access/rights";
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
  const rows = new Map<string, Map<string, RowLimit>>();
  const mentions: FieldMention[] = [];
  const limit = (model: EntityModel | null, by: FieldMention): boolean => {
    const label = labelOf(by.field);
    const found = model && label ? rights.rowsFor(by.field, label, by.mention) : null;
    if (!model || !found) return false;
    const ofModel = rows.get(model.name) ?? new Map<string, RowLimit>();
    rows.set(model.name, ofModel.set(JSON.stringify(found), found));
    return true;
  };
  for (const mention of mentioned) {
    const [typeName = "", fieldName = ""] = mention.field.split(".");
    const target = targetOf(schema, typeName, fieldName);
    const limits = [
      limit(entityOf(typeName), mention),
      // The rows a field leads to are limited even when nothing of them is selected.
      target !== null && limit(target, { field: `${target.name}.id`, mention: "SELECT" }),
    ];
    if (limits.includes(true)) mentions.push(mention);
  }
  if (mentions.length === 0) return noOperationLimits;
  return {
    rows: new Map([...rows].map(([name, limits]) => [name, [...limits.values()]])),
    mentions,
  };
}

/**
 * True when the rows a mention reads can be limited. Figures and inputs are not made of rows of one
 * table: whoever holds a right to some rows only holds none to them.
 */
export function readsRows(schema: GraphQLSchema, coordinate: string): boolean {
  const [typeName = "", fieldName = ""] = coordinate.split(".");
  return entityOf(typeName) !== null || targetOf(schema, typeName, fieldName) !== null;
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
