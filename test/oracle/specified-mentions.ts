import type { OrganisationType } from "../../src/access/organisation-type";
import { specifiedRight } from "./visible-cells";

/* What the specification says of mentions, written by hand; nothing here comes from src/access. */

/** Semantics 1: which mentions a right covers. */
const covered: Readonly<Record<string, readonly string[]>> = {
  "-": [],
  A: ["AGGREGATE"],
  M: ["SELECT"],
  R: ["SELECT", "FILTER", "ORDER", "GROUP", "AGGREGATE"],
  W: ["INPUT", "CALL"],
  RW: ["SELECT", "FILTER", "ORDER", "GROUP", "AGGREGATE", "INPUT", "CALL"],
};

/** True when the matrix lets organisations of this type mention data of this label so. */
export function mayMention(type: OrganisationType, label: string, mention: string): boolean {
  const right = specifiedRight(type, label);
  const all = covered[right];
  if (!all) throw new Error(`the specification knows no right ${right}`);
  return all.includes(mention);
}

/** Semantics 3: data of level 4 is not known to those who have no right to any of it. */
export function mayKnow(type: OrganisationType, label: string): boolean {
  const isLevelFour = label === "claimant" || label === "claimSensitive";
  return !isLevelFour || specifiedRight(type, label) !== "-";
}

/** Submissions are what insurers owe; nobody submits in their place. */
export function mayCall(type: OrganisationType, mutation: string): boolean {
  return !mutation.startsWith("submit") || type === "INSURER";
}
