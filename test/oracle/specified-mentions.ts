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

/**
 * Who states what (domain.md 1 and 4): insurers what they owe, enterprises their own confirmations
 * and rectifications, government the roster and the accident reports it keeps. Held batches are
 * decided by the owners of the classes of data. Everybody may ask for a grant, and decide what its own
 * portals ask.
 */
const statedBy: Readonly<Record<string, readonly OrganisationType[]>> = {
  confirmServices: ["ENTERPRISE"],
  reportRectifications: ["ENTERPRISE"],
  submitAccidentReports: ["EMERGENCY"],
  submitEnterprises: ["INSURER", "EMERGENCY", "SECTOR_REGULATOR"],
  submitRosterEntries: ["EMERGENCY", "SECTOR_REGULATOR"],
  releaseSubmission: ["EMERGENCY", "FINANCIAL"],
  discardSubmission: ["EMERGENCY", "FINANCIAL"],
};
const statedByInsurers = /^(submit[A-Z]|reconcile(Bucket)?$|declareNothingToReport$)/;
const openToAll =
  /^((request|approve|accept|revoke)Grant|(register|retire)Document|answerOnlyRegistered)$/;

/** Whether organisations of this type may start the mutation, whatever their right to its data. */
export function mayCall(type: OrganisationType, mutation: string): boolean {
  const stated = statedBy[mutation];
  if (stated) return stated.includes(type);
  if (statedByInsurers.test(mutation)) return type === "INSURER";
  if (!openToAll.test(mutation))
    throw new Error(`the specification says who may ${mutation}: here`);
  return true;
}
