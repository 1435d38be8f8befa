import type { FieldNode } from "graphql";
import { masks } from "../access/mask";
import { permits } from "../access/right";
import type { Rights } from "../access/rights";
import { instantFromDatabase } from "../database/calendar";
import { HubError } from "../error/hub-error";
import { modelOf, type EntityModel, type FieldModel } from "./entity-model";
import { selectedFields, type SelectionContext } from "./selection";

/** A row as the executor reads it: values by field name, lists by slot. */
export type ReadRow = Record<string, unknown>;

/** Where the list selected under this response key waits in its row. */
export function slotOf(responseKey: string): string {
  return `list ${responseKey}`;
}

/** What to read of one entity at one place of an operation. Compiled once per (document, rights). */
export interface EntityPlan {
  model: EntityModel;
  /** Properties to select: those asked for, and the keys that lead further down. */
  properties: ReadonlySet<string>;
  /** Changes to make to a value between the database and the caller, masks included. */
  conversions: readonly { property: string; convert: (stored: unknown) => unknown }[];
  ones: readonly { field: string; by: string; plan: EntityPlan }[];
  lists: readonly { slot: string; node: FieldNode; field: string; by: string; plan: ListPlan }[];
}

/** What to read of a connection. Parts that were not asked for are not computed. */
export interface ListPlan {
  rows: EntityPlan;
  wantsNodes: boolean;
  wantsEdges: boolean;
  wantsCursors: boolean;
  wantsPageInfo: boolean;
  wantsTotalCount: boolean;
}

/** The plan of a connection selected by these nodes. */
export function planList(
  context: SelectionContext,
  rights: Rights,
  model: EntityModel,
  nodes: readonly FieldNode[],
): ListPlan {
  const rowNodes: FieldNode[] = [];
  const wanted = new Set<string>();
  for (const fields of selectedFields(context, `${model.name}Connection`, nodes).values()) {
    const name = fields[0]?.name.value ?? "";
    wanted.add(name);
    if (name === "nodes") rowNodes.push(...fields);
    if (name === "edges")
      for (const edge of selectedFields(context, `${model.name}Edge`, fields).values()) {
        if (edge[0]?.name.value === "node") rowNodes.push(...edge);
        if (edge[0]?.name.value === "cursor") wanted.add("cursor");
      }
  }
  const needsKeys = wanted.has("cursor") || wanted.has("pageInfo");
  const keys = needsKeys ? ["id", model.order.by] : [];
  return {
    rows: planEntity(context, rights, model, rowNodes, keys),
    wantsNodes: wanted.has("nodes"),
    wantsEdges: wanted.has("edges"),
    wantsCursors: wanted.has("cursor"),
    wantsPageInfo: wanted.has("pageInfo"),
    wantsTotalCount: wanted.has("totalCount"),
  };
}

/** The plan of an entity selected by these nodes; `keys` are properties needed besides. */
export function planEntity(
  context: SelectionContext,
  rights: Rights,
  model: EntityModel,
  nodes: readonly FieldNode[],
  keys: readonly string[] = [],
): EntityPlan {
  const properties = new Set<string>(keys);
  const oneNodes = new Map<string, FieldNode[]>();
  const lists: EntityPlan["lists"][number][] = [];
  for (const [responseKey, fields] of selectedFields(context, model.name, nodes)) {
    const node = fields[0] as FieldNode;
    const name = node.name.value;
    if (name === "__typename") continue;
    const relation = model.relations.get(name);
    if (!relation) {
      properties.add(name);
    } else if (relation.many) {
      properties.add("id");
      const plan = planList(context, rights, modelOf(relation.target()), fields);
      lists.push({ slot: slotOf(responseKey), node, field: name, by: relation.by, plan });
    } else {
      properties.add(relation.by);
      oneNodes.set(name, [...(oneNodes.get(name) ?? []), ...fields]);
    }
  }
  const ones = [...oneNodes].map(([field, fields]) => {
    const relation = model.relations.get(field);
    if (!relation) throw new Error(`no relation ${model.name}.${field}`);
    const target = modelOf(relation.target());
    return { field, by: relation.by, plan: planEntity(context, rights, target, fields, ["id"]) };
  });
  return { model, properties, conversions: conversionsOf(model, properties, rights), ones, lists };
}

/**
 * How stored values become answers. The rights are asked again here, although the operation was
 * already decided, so that no path around the decision can read what it would have denied.
 */
function conversionsOf(
  model: EntityModel,
  properties: ReadonlySet<string>,
  rights: Rights,
): EntityPlan["conversions"] {
  return [...properties].flatMap((property) => {
    const field = model.fields.get(property);
    // Private key columns lead to other rows; they are never published.
    if (!field) return [];
    const right = rights.of(`${model.name}.${property}`, field.label);
    if (!permits(right, "SELECT"))
      throw new HubError("FORBIDDEN", { field: `${model.name}.${property}`, mention: "SELECT" });
    const convert = conversionOf(field, right === "M");
    return convert ? [{ property, convert }] : [];
  });
}

function conversionOf(field: FieldModel, masked: boolean): ((v: unknown) => unknown) | null {
  if (masked) {
    if (!field.mask) throw new Error(`${field.name} may be masked but declares no mask`);
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
