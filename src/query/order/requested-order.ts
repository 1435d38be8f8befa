import { HubError } from "../../error/hub-error";
import type { EntityModel } from "../entity-model";
import { filterLimits } from "../filter/filter-limits";
import { orderFieldsOf, type OrderKey } from "./order-key";

/** One key of an order as coerced by its input type. */
export interface OrderInput {
  readonly field: string;
  readonly direction: "ASC" | "DESC";
}

/**
 * The keys by which a list is ordered: those asked for, or the usual one of the entity, until no two
 * rows are equal in them; its id last where nothing else tells them apart. Not after a unique field:
 * a unique index is not in the order of the ids as well, so that all rows would have to be sorted.
 */
export function requestedOrder(
  model: EntityModel,
  asked: readonly OrderInput[] | null | undefined,
): readonly OrderKey[] {
  if ((asked?.length ?? 0) > filterLimits.orderKeysMax)
    throw new HubError("FILTER_TOO_LARGE", { place: "orderBy", limit: filterLimits.orderKeysMax });
  const keys: OrderKey[] = [];
  const wanted = asked?.length ? asked : [usual(model)];
  for (const { field: name, direction } of wanted) {
    const key = orderFieldsOf(model).get(name);
    if (!key) throw new Error(`${model.name} has no order by ${name}`);
    if (keys.some((known) => known.name === name))
      throw new HubError("BAD_FILTER", { place: `orderBy.${name}`, reason: onceOnly });
    keys.push({ ...key, name, direction });
    if (isUnique(model, key)) return keys;
  }
  const id = orderFieldsOf(model).get("ID");
  if (!id) throw new Error(`${model.name} has no id`);
  return [...keys, { ...id, name: "ID", direction: keys.at(-1)?.direction ?? "ASC" }];
}

const onceOnly = "每个字段至多一次 / each field once";

function usual(model: EntityModel): OrderInput {
  const { by, direction } = model.order;
  const name = [...orderFieldsOf(model)].find(
    ([, { field, through }]) => through === null && field.name === by,
  )?.[0];
  if (name === undefined) throw new Error(`${model.name} is ordered by what has no order`);
  return { field: name, direction };
}

function isUnique(
  model: EntityModel,
  { field, through }: Pick<OrderKey, "field" | "through">,
): boolean {
  return through === null && !field.nullable && model.unique.has(field.name);
}
