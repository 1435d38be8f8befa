import type { Label } from "./label";
import { labels } from "./label";
import type { Mention, Right } from "./right";
import type { RowLimit, Rights } from "./rights";

/** One way in which an operation mentions a field. */
export interface FieldMention {
  /** `Type.field` of the schema. */
  field: string;
  mention: Mention;
}

/** A mention the caller has no right to. */
export interface Denial extends FieldMention {
  label: Label;
  right: Right;
  /** False when the caller may not even know of the field: then it does not exist for the caller. */
  explainable: boolean;
}

/** Level-4 data may not be known of by those who have no right to any of it. */
const explainableLevelMax = 3;

/**
 * The one decision: which of these mentions the rights do not cover. Used by the merged
 * deployment, by the gateway and again by each subgraph. `readsRows` says of which fields the rows
 * can be limited; of the others a right to some rows only is no right.
 */
export function denialsOf(
  mentioned: Iterable<FieldMention>,
  labelOf: (field: string) => Label,
  rights: Rights,
  readsRows: (field: string) => boolean,
): Denial[] {
  const denials = new Map<string, Denial>();
  for (const { field, mention } of mentioned) {
    const label = labelOf(field);
    if (rights.permits(field, label, mention)) {
      if (rights.grants.length === 0 || readsRows(field)) continue;
      if (coversOwnRows(rights.rowsFor(field, label, mention))) continue;
    }
    denials.set(`${field} ${mention}`, denialOf({ field, mention }, label, rights));
  }
  return [...denials.values()];
}

/** The denial of a mention, for whoever finds that it is not allowed. */
export function denialOf(
  { field, mention }: FieldMention,
  label: Label,
  rights: Pick<Rights, "of">,
): Denial {
  const right = rights.of(field, label);
  const explainable = right !== "-" || labels[label].level <= explainableLevelMax;
  return { field, mention, label, right, explainable };
}

/** True when all the organisation's own rows are among these; null are all of them. */
export function coversOwnRows(limit: RowLimit | null): boolean {
  return limit === null || (limit.own && limit.except.length === 0);
}
