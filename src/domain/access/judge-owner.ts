import type { Caller } from "../../access/caller";
import { coversOwnRows } from "../../access/decision";
import { coversReceiver } from "../../access/grant-bound";
import { permits, type Mention, type Right } from "../../access/right";
import type { Rights } from "../../access/rights";
import type { Graph } from "../../graph/schema";
import { reasonFor, type GrantReason } from "./grant-refusals";
import { fieldsOf, ownerOf, type SubjectField } from "./grant-subject";
import type { GrantTerms } from "./grant-terms";

/** Whose grant it is to decide: the owner, the receiver, what it says, on which graph. */
interface Case {
  readonly owner: Caller;
  readonly receiver: Caller;
  readonly terms: GrantTerms;
  readonly graph: Graph;
}

/** Why this organisation is not an owner of the data where the receiver is. */
export function standingFaults({ owner, receiver, terms, graph }: Case): GrantReason[] {
  if (owner.type !== ownerOf(fieldsOf(graph, terms))) return [reasonFor("NOT_OWNER", "owner")];
  return covers(owner.regionPrefix, receiver.regionPrefix)
    ? []
    : [reasonFor("OWNER_REGION", "receiver")];
}

/** Why this owner may not decide this: besides its standing, what it has to give. */
export function ownerFaults(of: Case): GrantReason[] {
  const standing = standingFaults(of);
  if (standing.length) return standing;
  const { owner, receiver, terms } = of;
  const { effect, rows } = terms;
  const faults: GrantReason[] = [];
  if (owner.organisationId === receiver.organisationId)
    faults.push(reasonFor("OWNER_IS_RECEIVER", "receiver"));
  // Equals do not take from each other: that is for the one above.
  const isEqual = owner.type === receiver.type && owner.regionPrefix === receiver.regionPrefix;
  if (effect === "NARROW" && isEqual && faults.length === 0)
    faults.push(reasonFor("OWNER_REGION", "receiver"));
  if (rows.kind === "REGION" && !covers(owner.regionPrefix, rows.value))
    faults.push(reasonFor("OWNER_REGION", "rows.value"));
  return effect === "NARROW" ? faults : [...faults, ...givingFaults(of)];
}

/** Why the owner cannot give this: it has not got it. */
function givingFaults({ owner, receiver, terms, graph }: Case): GrantReason[] {
  const { right, rows } = terms;
  const faults: GrantReason[] = [];
  if (rows.kind === "SECTOR" && owner.sectors !== "ALL" && !owner.sectors.includes(rows.value))
    faults.push(reasonFor("OWNER_SECTOR", "rows.value"));
  // Reading is bounded to the sectors of who gives it; a right to write is all or nothing.
  if (permits(right, "INPUT") && !coversReceiver(owner.sectors, receiver))
    faults.push(reasonFor("OWNER_SECTOR", "receiver"));
  if (!holds(owner.rights, fieldsOf(graph, terms), right))
    faults.push(reasonFor("OWNER_RIGHT", "right"));
  return faults;
}

/** True when one region prefix is the other or the beginning of it. */
export function covers(prefix: string, other: string): boolean {
  return /^\d{2,9}$/.test(prefix) && other.startsWith(prefix);
}

/**
 * True when these rights are at least as wide, for each of the fields and on all the owner's own
 * rows; what it was granted itself for some rows is not its to pass on. Who reads masked may give
 * masked reading and aggregates.
 */
function holds(rights: Rights, fields: readonly SubjectField[], right: Right): boolean {
  return fields.every(({ coordinate, label }) => {
    const may = (mention: Mention): boolean =>
      rights.permits(coordinate, label, mention) &&
      coversOwnRows(rights.rowsFor(coordinate, label, mention));
    const reads = permits(right, "FILTER");
    if (reads && !coversOwnRows(rights.plainRows(coordinate, label))) return false;
    if (permits(right, "INPUT") && !may("INPUT")) return false;
    if (right === "M") return may("SELECT");
    return right === "A" ? may("AGGREGATE") || may("SELECT") : true;
  });
}
