import type { FieldMention } from "../../access/decision";
import {
  modelOf,
  type EntityModel,
  type FieldKind,
  type FieldModel,
  type RelationModel,
} from "../entity-model";
import { orderFieldsOf, type OrderField } from "../order/order-key";

/** A field rows can be grouped by: of the entity itself, or of one that a row refers to. */
export interface GroupField {
  /** Its name in the API: `SIGNED_ON`, `ENTERPRISE_RISK_GRADE`. */
  readonly name: string;
  readonly relation: RelationModel | null;
  /** Whose field it is. */
  readonly model: EntityModel;
  readonly field: FieldModel;
  /** What an operation mentions by grouping by it. */
  readonly mentions: readonly FieldMention[];
}

const groupedKinds = new Set<FieldKind>(["id", "text", "enum", "int", "boolean", "day", "instant"]);

const fieldsOf = new WeakMap<EntityModel, ReadonlyMap<string, GroupField>>();

/**
 * The fields of an entity and of its to-one relations that rows can be grouped by, called as they
 * are in orders; but groups of regions are regions, not codes: at their levels the code is cut.
 */
export function groupFieldsOf(model: EntityModel): ReadonlyMap<string, GroupField> {
  let fields = fieldsOf.get(model);
  if (!fields) {
    const all = [...orderFieldsOf(model)]
      .filter(([, { field }]) => groupedKinds.has(field.kind))
      .map(([name, of]) => groupField(model, of, of.field.isRegion ? regionName(name) : name));
    fields = new Map(all.map((field) => [field.name, field]));
    if (fields.size < all.length) throw new Error(`${model.name}: two groupings of one name`);
    fieldsOf.set(model, fields);
  }
  return fields;
}

function groupField(on: EntityModel, { field, through }: OrderField, name: string): GroupField {
  const model = through ? modelOf(through.target()) : on;
  const mentioned = [`${model.name}.${field.name}`];
  if (through) mentioned.unshift(`${on.name}.${through.name}`);
  const mentions = mentioned.map((of): FieldMention => ({ field: of, mention: "GROUP" }));
  return { name, relation: through, model, field, mentions };
}

function regionName(name: string): string {
  return name.replace(/_CODE$/, "");
}
