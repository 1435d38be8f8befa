import type { EntityModel, FieldModel, ListOrder, RelationModel } from "../entity-model";
import { modelOf } from "../entity-model";
import { snakeCase } from "../../database/names";

/** One field a list can be in the order of: its own, or one of an entity it refers to. */
export interface OrderField {
  readonly field: FieldModel;
  /** The to-one relation whose entity has the field; null for an own field. */
  readonly through: RelationModel | null;
}

/** A field of an order and its direction. */
export interface OrderKey extends OrderField {
  /** How it is called in the API. */
  readonly name: string;
  readonly direction: ListOrder["direction"];
}

const known = new WeakMap<EntityModel["fields"], ReadonlyMap<string, OrderField>>();

/**
 * Everything a list of this entity can be ordered by, by its name in the API: `START_DATE`, or
 * `ENTERPRISE_NAME` for the name of the enterprise. Lists and long text have no order.
 */
export function orderFieldsOf(model: EntityModel): ReadonlyMap<string, OrderField> {
  const made = known.get(model.fields) ?? collect(model);
  known.set(model.fields, made);
  return made;
}

function collect(model: EntityModel): ReadonlyMap<string, OrderField> {
  const fields = new Map<string, OrderField>();
  const add = (name: string, field: FieldModel, through: RelationModel | null): void => {
    if (field.kind === "textList" || field.isLong) return;
    if (fields.has(name)) throw new Error(`${model.name} has two orders called ${name}`);
    fields.set(name, { field, through });
  };
  for (const field of model.fields.values()) add(nameOf(field.name), field, null);
  for (const relation of model.relations.values())
    if (!relation.many)
      for (const field of modelOf(relation.target()).fields.values()) {
        const parts = [nameOf(relation.name), nameOf(field.name)];
        // An own field that is called the same keeps its name.
        add(parts.join(fields.has(parts.join("_")) ? "__" : "_"), field, relation);
      }
  return fields;
}

function nameOf(property: string): string {
  return snakeCase(property).toUpperCase();
}
