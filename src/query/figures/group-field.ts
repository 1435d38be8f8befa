import type { FieldMention } from "../../access/decision";
import { snakeCase } from "../../database/names";
import {
  modelOf,
  type EntityModel,
  type FieldKind,
  type FieldModel,
  type RelationModel,
} from "../entity-model";
import { isRegionCode } from "./group-step";

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

/** The fields of an entity and of its to-one relations that rows can be grouped by, by name. */
export function groupFieldsOf(model: EntityModel): ReadonlyMap<string, GroupField> {
  let fields = fieldsOf.get(model);
  if (!fields) {
    const ones = [...model.relations.values()].filter(({ many }) => !many);
    const all = [
      ...own(model, null),
      ...ones.flatMap((relation) => own(modelOf(relation.target()), { relation, on: model })),
    ];
    fields = new Map(all.map((field) => [field.name, field]));
    if (fields.size < all.length) throw new Error(`${model.name}: two groupings of one name`);
    fieldsOf.set(model, fields);
  }
  return fields;
}

function own(
  model: EntityModel,
  through: { relation: RelationModel; on: EntityModel } | null,
): GroupField[] {
  const relation = through?.relation ?? null;
  return [...model.fields.values()]
    .filter(({ kind }) => groupedKinds.has(kind))
    .map((field) => ({
      name: [...(relation ? [relation.name] : []), nameOf(field)].map(upper).join("_"),
      relation,
      model,
      field,
      mentions: [
        ...(through ? [{ field: `${through.on.name}.${through.relation.name}` }] : []),
        { field: `${model.name}.${field.name}` },
      ].map((mentioned) => ({ ...mentioned, mention: "GROUP" as const })),
    }));
}

/** Groups are regions, not codes: at their levels the code is cut. */
function nameOf(field: FieldModel): string {
  return isRegionCode(field) ? field.name.replace(/Code$/, "") : field.name;
}

function upper(name: string): string {
  return snakeCase(name).toUpperCase();
}
