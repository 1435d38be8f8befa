import type { Rights } from "../access/rights";
import type { EntityModel } from "./entity-model";

const ordered = new WeakMap<Rights, Map<EntityModel, EntityModel>>();

/**
 * The entity with the order its lists have for these rights. Who may not order by the usual field
 * on every row of a list gets them by id: an order would tell of values that nothing else may.
 */
export function orderedFor(model: EntityModel, rights: Rights): EntityModel {
  const known = ordered.get(rights) ?? new Map<EntityModel, EntityModel>();
  ordered.set(rights, known);
  let made = known.get(model);
  if (!made) {
    made = mayOrder(model, rights) ? model : { ...model, order: { by: "id", direction: "ASC" } };
    known.set(model, made);
  }
  return made;
}

function mayOrder({ name, order, fields, label }: EntityModel, rights: Rights): boolean {
  const field = fields.get(order.by);
  if (!field) return false;
  const by = `${name}.${order.by}`;
  if (!rights.permits(by, field.label, "ORDER")) return false;
  // A list has no more rows than those on which its ids may be read.
  const listed = rights.rowsFor(`${name}.id`, label, "SELECT");
  return JSON.stringify(rights.rowsFor(by, field.label, "ORDER")) === JSON.stringify(listed);
}
