import type { Label } from "./label";
import type { Right } from "./right";

/** What a grant does: gives a right that was not there, or takes one away down to a lower one. */
export type GrantEffect = "WIDEN" | "NARROW";

/** Rows a grant is about: all the organisation reaches anyway, or those of one thing. */
export const grantRowKinds = ["OWN", "REGION", "SECTOR", "ENTERPRISE", "CLAIM"] as const;

export interface GrantRows {
  readonly kind: (typeof grantRowKinds)[number];
  /** Region prefix, sector or id; empty for OWN. */
  readonly value: string;
  /** The jurisdiction of the owner who gave them, beyond which these rows do not reach. */
  readonly within?: { readonly region: string; readonly sectors: readonly string[] | "ALL" };
}

/** A grant in force, as the decision needs it. Who asked, approved and why is kept beside it. */
export interface Grant {
  readonly id: string;
  readonly effect: GrantEffect;
  /** The label or the single field (`Type.field`) it is about. */
  readonly on: { readonly label: Label } | { readonly field: string };
  /** The right it gives (WIDEN) or leaves (NARROW). */
  readonly right: Right;
  readonly rows: GrantRows;
}

/** True when the grant is about this field, by itself or by its label. */
export function isAbout({ on }: Grant, coordinate: string, label: Label): boolean {
  return "field" in on ? on.field === coordinate : on.label === label;
}
