import { print, type FieldNode } from "graphql";
import { denialOf } from "../access/decision";
import { denialError } from "../access/denial-error";
import type { DeliveredRows } from "../access/log/delivery";
import { masks } from "../access/mask";
import { isSomewhere, type RowLimit, type Rights } from "../access/rights";
import { instantFromDatabase } from "../database/calendar";
import {
  modelOf,
  subjectKeysOf,
  type EntityModel,
  type FieldModel,
  type RelationModel,
} from "./entity-model";
import { orderedFor } from "./ordered-for";
import { selectedFields, type SelectionContext } from "./selection";

/** A row as the executor reads it: values by field name, lists by slot. */
export type ReadRow = Record<string, unknown>;

/**
 * Nodes that select at one place of an operation. A row can be selected at several places at once
 * (`nodes` and `edges.node`, `a: insurer` and `b: insurer`), with other fields under the same names.
 */
type Place = readonly FieldNode[];

const slots = new WeakMap<FieldNode, string>();

/**
 * Where a list waits in its row: under its field and arguments as written, which are the same
 * wherever it is the same list, while aliases mean different lists at different places.
 */
export function slotOf(node: FieldNode): string {
  let slot = slots.get(node);
  if (slot === undefined) {
    const written = (node.arguments ?? []).map((argument) => print(argument)).sort();
    slot = `${node.name.value}(${written.join(", ")})`;
    slots.set(node, slot);
  }
  return slot;
}

/** What to read of one entity at one place of an operation. Compiled once per (document, rights). */
export interface EntityPlan extends DeliveredRows {
  model: EntityModel;
  /** Properties to select: those asked for, and the keys that lead further down. */
  properties: ReadonlySet<string>;
  /** Changes to make to a value between the database and the caller, masks included. */
  conversions: readonly Conversion[];
  /** Where values are plain on some rows and masked on others: which rows, as columns to select. */
  plainRows: readonly { column: string; limit: RowLimit }[];
  ones: readonly { field: string; by: string; plan: EntityPlan }[];
  lists: readonly { slot: string; node: FieldNode; field: string; by: string; plan: ListPlan }[];
}

/** How a stored value becomes an answer. */
export interface Conversion {
  readonly property: string;
  /** Null for a value that is answered as it is stored. */
  readonly convert: Convert | null;
  /** The column that is 1 on rows where the value is read plain, and how it is then. */
  readonly plain: { readonly column: string; readonly convert: Convert | null } | null;
}

type Convert = (stored: unknown) => unknown;

/** What to read of a connection. Parts that were not asked for are not computed. */
export interface ListPlan {
  rows: EntityPlan;
  wantsNodes: boolean;
  wantsEdges: boolean;
  wantsCursors: boolean;
  wantsPageInfo: boolean;
  wantsTotalCount: boolean;
}

/** The plan of a connection selected at these places. */
export function planList(
  context: SelectionContext,
  rights: Rights,
  model: EntityModel,
  places: readonly Place[],
): ListPlan {
  const rowPlaces: Place[] = [];
  const wanted = new Set<string>();
  for (const place of places)
    for (const fields of selectedFields(context, `${model.name}Connection`, place).values()) {
      const name = fields[0]?.name.value ?? "";
      wanted.add(name);
      if (name === "nodes") rowPlaces.push(fields);
      if (name !== "edges") continue;
      for (const edge of selectedFields(context, `${model.name}Edge`, fields).values()) {
        if (edge[0]?.name.value === "node") rowPlaces.push(edge);
        if (edge[0]?.name.value === "cursor") wanted.add("cursor");
      }
    }
  return {
    rows: planEntity(context, rights, orderedFor(model, rights), rowPlaces),
    wantsNodes: wanted.has("nodes"),
    wantsEdges: wanted.has("edges"),
    wantsCursors: wanted.has("cursor"),
    wantsPageInfo: wanted.has("pageInfo"),
    wantsTotalCount: wanted.has("totalCount"),
  };
}

/** The plan of an entity selected at these places; `keys` are properties needed besides. */
export function planEntity(
  context: SelectionContext,
  rights: Rights,
  model: EntityModel,
  places: readonly Place[],
  keys: readonly string[] = [],
): EntityPlan {
  const subjectKeys = subjectKeysOf(model);
  const properties = new Set<string>([...keys, ...subjectKeys]);
  const selected = new Set<string>();
  const onePlaces = new Map<RelationModel, Place[]>();
  const listPlaces = new Map<string, { relation: RelationModel; places: Place[] }>();
  for (const fields of places.flatMap((p) => [
    ...selectedFields(context, model.name, p).values(),
  ])) {
    const node = fields[0] as FieldNode;
    const name = node.name.value;
    if (name === "__typename") continue;
    const relation = model.relations.get(name);
    if (!relation) {
      properties.add(name);
      selected.add(name);
    } else if (relation.many) {
      properties.add("id");
      const list = listPlaces.get(slotOf(node)) ?? { relation, places: [] };
      list.places.push(fields);
      listPlaces.set(slotOf(node), list);
    } else {
      properties.add(relation.by);
      onePlaces.set(relation, [...(onePlaces.get(relation) ?? []), fields]);
    }
  }
  const ones = [...onePlaces].map(([{ name, by, target }, at]) => {
    return { field: name, by, plan: planEntity(context, rights, modelOf(target()), at, ["id"]) };
  });
  const lists = [...listPlaces].map(([slot, { relation, places: at }]) => {
    const plan = planList(context, rights, modelOf(relation.target()), at);
    return { slot, node: at[0]?.[0] as FieldNode, field: relation.name, by: relation.by, plan };
  });
  const delivers = [...selected].map((property) => `${model.name}.${property}`).sort();
  const conversions = conversionsOf(model, selected, rights);
  return { model, properties, ...conversions, ones, lists, delivers, subjectKeys };
}

/**
 * How stored values become answers. The rights are asked again here, although the operation was
 * already decided, so that no path around the decision can read what it would have denied.
 */
function conversionsOf(
  model: EntityModel,
  selected: ReadonlySet<string>,
  rights: Rights,
): Pick<EntityPlan, "conversions" | "plainRows"> {
  const conversions: Conversion[] = [];
  const plainRows: EntityPlan["plainRows"][number][] = [];
  for (const property of selected) {
    const field = model.fields.get(property);
    if (!field) throw new Error(`${model.name}.${property} cannot be read`);
    const coordinate = `${model.name}.${property}`;
    const limit = maskLimit(coordinate, field, rights);
    // Of a matrix checked at start; a grant of M on what cannot be masked gives nothing.
    const unmaskable = limit !== null && !field.mask;
    if (unmaskable || !rights.permits(coordinate, field.label, "SELECT"))
      throw denialError(
        denialOf({ field: coordinate, mention: "SELECT" }, field.label, rights),
        rights,
      );
    const convert = conversionOf(field, limit !== null);
    if (limit && isSomewhere(limit)) {
      // With a space, which no property has, so that it never meets a column of an entity.
      const column = `plain ${String(plainRows.length)}`;
      plainRows.push({ column, limit });
      const plain = { column, convert: conversionOf(field, false) };
      conversions.push({ property, convert, plain });
    } else if (convert) conversions.push({ property, convert, plain: null });
  }
  return { conversions, plainRows };
}

/** The rows beyond which the field is masked; null when it is plain on all rows it is read on. */
export function maskLimit(
  coordinate: string,
  field: Pick<FieldModel, "label">,
  rights: Rights,
): RowLimit | null {
  const plain = rights.plainRows(coordinate, field.label);
  const read = rights.rowsFor(coordinate, field.label, "SELECT");
  return JSON.stringify(plain) === JSON.stringify(read) ? null : plain;
}

function conversionOf(field: FieldModel, masked: boolean): Convert | null {
  if (masked) {
    if (!field.mask) throw new Error(`${field.name} has no mask`);
    const mask = masks[field.mask];
    if (field.kind === "textList") return (v) => (JSON.parse(v as string) as string[]).map(mask);
    return (v) => mask(String(v));
  }
  switch (field.kind) {
    case "instant":
      return (v) => instantFromDatabase(v as string);
    case "boolean":
      return (v) => v === 1;
    case "textList":
      return (v) => JSON.parse(v as string) as unknown;
    default:
      return null;
  }
}
