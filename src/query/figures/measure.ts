import type { FieldMention } from "../../access/decision";
import type { Mention } from "../../access/right";
import { snakeCase } from "../../database/names";
import type { EntityModel, FieldKind, FieldModel } from "../entity-model";

/** What is computed of a field's values in one group. */
export const measureKinds = ["sum", "avg", "min", "max", "countDistinct"] as const;

export type MeasureKind = (typeof measureKinds)[number];

/** A figure that can be asked for of each group: a count of rows, or of a field's values. */
export interface Measure {
  /** Its name where groups are ordered or limited by it: `COUNT`, `SUM_WRITTEN_PREMIUM_FEN`. */
  readonly name: string;
  readonly kind: MeasureKind | "count";
  /** The field; of a count of rows, the id. */
  readonly field: FieldModel;
  readonly mention: FieldMention;
}

const numbers = new Set<FieldKind>(["fen", "decimal", "int"]);
const ordered = new Set<FieldKind>(["fen", "decimal", "int", "day", "instant"]);
const countable = new Set<FieldKind>(["text", "enum", "int", "day"]);

/**
 * How asking for a figure mentions its field. Sums and averages are what a right to aggregates is
 * for. The least and the greatest value are single values, and distinct values are groups: who may
 * not order or group by a field is not told them.
 */
const mentionOf: Record<Measure["kind"], Mention> = {
  count: "AGGREGATE",
  sum: "AGGREGATE",
  avg: "AGGREGATE",
  min: "ORDER",
  max: "ORDER",
  countDistinct: "GROUP",
};

const kindsOf: Record<MeasureKind, ReadonlySet<FieldKind>> = {
  sum: numbers,
  avg: numbers,
  min: ordered,
  max: ordered,
  countDistinct: countable,
};

/** The fields of which there is a figure of this kind. */
export function measuredFields(model: EntityModel, kind: MeasureKind): FieldModel[] {
  return [...model.fields.values()].filter(
    ({ kind: of, isLong }) => kindsOf[kind].has(of) && !isLong,
  );
}

/** One figure of an entity. */
export function measureOf(
  model: EntityModel,
  kind: Measure["kind"],
  field: FieldModel | undefined,
): Measure {
  if (!field) throw new Error(`${model.name} has no such field`);
  const name = kind === "count" ? "COUNT" : snakeCase(`${kind}_${field.name}`).toUpperCase();
  const mention = { field: `${model.name}.${field.name}`, mention: mentionOf[kind] };
  return { name, kind, field, mention };
}

const measuresOfModel = new WeakMap<EntityModel, ReadonlyMap<string, Measure>>();

/** Every figure of an entity, by name. */
export function measuresOf(model: EntityModel): ReadonlyMap<string, Measure> {
  let measures = measuresOfModel.get(model);
  if (!measures) {
    const all = [
      measureOf(model, "count", model.fields.get("id")),
      ...measureKinds.flatMap((kind) =>
        measuredFields(model, kind).map((field) => measureOf(model, kind, field)),
      ),
    ];
    measures = new Map(all.map((measure) => [measure.name, measure]));
    measuresOfModel.set(model, measures);
  }
  return measures;
}
