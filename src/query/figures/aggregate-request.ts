import { HubError } from "../../error/hub-error";
import type { EntityModel } from "../entity-model";
import { checkWhere } from "../filter/check-where";
import type { WhereInput } from "../filter/where-input";
import { figureLimits } from "./figure-limits";
import { groupFieldsOf, type GroupField } from "./group-field";
import { stepsOf, type GroupStep } from "./group-step";
import { measuresOf, type Measure } from "./measure";

/** The arguments of a grouped question as coerced by their types. */
export interface AggregateArguments {
  where?: WhereInput;
  groupBy?: readonly { field: string; by?: GroupStep | null }[] | null;
  having?: readonly HavingInput[] | null;
  orderBy?: readonly OrderInput[] | null;
  first?: number | null;
}

/** Bounds that are not given, or null, do not count. */
type Bounds = Partial<Record<"eq" | "gt" | "gte" | "lt" | "lte", string | null>>;
type HavingInput = Bounds & { figure: string };

interface OrderInput {
  figure?: string | null;
  field?: string | null;
  direction: "ASC" | "DESC";
}

/** One field rows are grouped by, and in which steps. */
export interface GroupKey {
  readonly group: GroupField;
  readonly step: GroupStep | null;
}

/** A condition on a figure of a group. */
export interface GroupCondition {
  readonly measure: Measure;
  readonly bounds: Bounds;
}

/** Groups are in the order of a figure, or of one of their keys (by its place). */
export interface GroupOrder {
  readonly by: Measure | number;
  readonly direction: "ASC" | "DESC";
}

/** A grouped question, read and found to make sense. */
export interface AggregateRequest {
  readonly where: WhereInput;
  readonly keys: readonly GroupKey[];
  readonly having: readonly GroupCondition[];
  readonly order: readonly GroupOrder[];
  readonly first: number;
}

/** Reads the arguments, or says what is wrong with them before anything is read. */
export function readAggregateRequest(
  model: EntityModel,
  given: AggregateArguments,
): AggregateRequest {
  const groupBy = limited("groupBy", given.groupBy, figureLimits.keysMax);
  const having = limited("having", given.having, figureLimits.havingMax);
  const orderBy = limited("orderBy", given.orderBy, figureLimits.orderMax);
  const first = given.first ?? figureLimits.firstDefault;
  if (first < 1 || first > figureLimits.firstMax)
    throw new HubError("BAD_PAGE", { limit: figureLimits.firstMax });
  const keys = groupBy.map(({ field, by }) => keyOf(model, field, by ?? null));
  const places = keys.map(({ group, step }) => `${group.name} ${step ?? ""}`);
  if (new Set(places).size < places.length) throw bad("groupBy: the same grouping twice");
  checkWhere(model, given.where);
  return {
    where: given.where ?? {},
    keys,
    having: having.map((condition) => conditionOf(model, condition)),
    order: orderBy.map((order) => orderOf(model, keys, order)),
    first,
  };
}

function limited<T>(
  name: string,
  list: readonly T[] | null | undefined,
  max: number,
): readonly T[] {
  if (list && list.length > max) throw bad(`${name}: at most ${String(max)}`);
  return list ?? [];
}

function keyOf(model: EntityModel, name: string, step: GroupStep | null): GroupKey {
  const group = groupFieldsOf(model).get(name);
  if (!group) throw new Error(`${model.name} is not grouped by ${name}`);
  const steps = stepsOf(group.field);
  if (step && !steps.includes(step)) {
    const instead = steps.length ? `one of ${steps.join(", ")}` : "none";
    throw bad(`groupBy: ${name} has no step ${step}; give ${instead}`);
  }
  return { group, step };
}

function conditionOf(model: EntityModel, { figure, ...bounds }: HavingInput): GroupCondition {
  const given = Object.values(bounds).filter((bound) => bound != null);
  if (given.length === 0) throw bad(`having: ${figure} needs at least one bound`);
  const measure = measureNamed(model, figure);
  if (measure.kind !== "countDistinct" && ["day", "instant"].includes(measure.field.kind))
    throw bad(`having: ${figure} is not a number; filter the rows instead`);
  return { measure, bounds };
}

function orderOf(
  model: EntityModel,
  keys: readonly GroupKey[],
  { figure, field, direction }: OrderInput,
): GroupOrder {
  if ((figure == null) === (field == null))
    throw bad("orderBy: give exactly one of figure and field");
  if (figure != null) return { by: measureNamed(model, figure), direction };
  const place = keys.findIndex(({ group }) => group.name === field);
  if (place < 0) throw bad(`orderBy: ${field ?? ""} is not among groupBy`);
  return { by: place, direction };
}

function measureNamed(model: EntityModel, name: string): Measure {
  const measure = measuresOf(model).get(name);
  if (!measure) throw new Error(`${model.name} has no figure ${name}`);
  return measure;
}

function bad(reason: string): HubError {
  return new HubError("BAD_USER_INPUT", { reason });
}
