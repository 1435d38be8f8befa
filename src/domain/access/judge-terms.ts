import type { Caller } from "../../access/caller";
import type { GrantRows } from "../../access/grant";
import { permits } from "../../access/right";
import type { Rights } from "../../access/rights";
import { isEntityId } from "../../database/entity-id";
import type { Graph } from "../../graph/schema";
import { Sector } from "../registry/sector";
import { reasonFor, type GrantReason } from "./grant-refusals";
import { areMaskable, fieldsOf, isData, isKnown } from "./grant-subject";
import type { GrantTerms } from "./grant-terms";

const purposeMax = 500;
const legalBasisMax = 300;
/** A widening ends within this; what is needed longer is asked for again. */
const daysMax = 366;
const dayMicros = 86_400_000_000;

/** Who asks, for whom, when, on which graph. */
interface Asked {
  readonly asker: Pick<Caller, "rights">;
  readonly receiver: Pick<Caller, "type" | "rights">;
  readonly graph: Graph;
  /** Database form. */
  readonly now: string;
}

/** What is wrong with the terms of a grant, whoever approves it. All of it at once. */
export function termFaults(terms: GrantTerms, asked: Asked): GrantReason[] {
  const subject = subjectFaults(terms, asked.graph, asked.asker.rights);
  return [
    ...subject,
    ...(subject.length ? [] : rightFaults(terms, asked)),
    ...(fitsItsKind(terms.rows) ? [] : [reasonFor("ROWS_MALFORMED", "rows.value")]),
    ...(isText(terms.purpose, purposeMax) ? [] : [reasonFor("TEXT_UNFIT", "purpose")]),
    ...(isText(terms.legalBasis, legalBasisMax) ? [] : [reasonFor("TEXT_UNFIT", "legalBasis")]),
    ...periodFaults(terms, asked.now),
  ];
}

/** Level-4 fields of which the asker may not know are as unknown as those that do not exist. */
function subjectFaults(terms: GrantTerms, graph: Graph, rights: Rights): GrantReason[] {
  const { label, field } = terms;
  if ((label === null) === (field === null)) return [reasonFor("SUBJECT_NOT_ONE", "label")];
  if (field === null) return label === "public" ? [reasonFor("LABEL_PUBLIC", "label")] : [];
  const [found] = fieldsOf(graph, terms);
  if (!found || !isKnown(found, rights)) return [reasonFor("FIELD_UNKNOWN", "field")];
  return isData(graph, found) ? [] : [reasonFor("FIELD_NOT_GRANTABLE", "field")];
}

function rightFaults(terms: GrantTerms, { graph, receiver }: Asked): GrantReason[] {
  const { effect, right, rows } = terms;
  if (right === (effect === "WIDEN" ? "-" : "RW")) return [reasonFor("RIGHT_UNFIT", "right")];
  const fields = fieldsOf(graph, terms);
  if (right === "M" && !areMaskable(graph, fields)) return [reasonFor("NOT_MASKABLE", "right")];
  if (rows.kind === "OWN") return [];
  // A submission is judged as a whole: a right to write some rows only would be one to write all.
  const writes = permits(right, "INPUT");
  const wrote = fields.some(({ coordinate, label }) =>
    receiver.rights.permits(coordinate, label, "INPUT"),
  );
  const isOfWriting = effect === "WIDEN" ? writes : submits(receiver) && wrote && !writes;
  return isOfWriting ? [reasonFor("ROWS_OF_WRITING", "rows.kind")] : [];
}

function submits({ type }: Pick<Caller, "type">): boolean {
  return type === "INSURER" || type === "SERVICE_AGENCY" || type === "ENTERPRISE";
}

function fitsItsKind({ kind, value }: GrantRows): boolean {
  switch (kind) {
    case "OWN":
      return value === "";
    case "REGION":
      return /^(?:\d{2}|\d{4}|\d{6}|\d{9})$/.test(value);
    case "SECTOR":
      return Object.values<string>(Sector).includes(value);
    case "ENTERPRISE":
      return isEntityId(value, "ent");
    case "CLAIM":
      return isEntityId(value, "clm");
  }
}

/** True for text that says something and is stored as it was sent. */
export function isText(text: string, max: number): boolean {
  return text.trim() !== "" && [...text].length <= max && !/[\p{Surrogate}\0]/u.test(text);
}

function periodFaults({ effect, validFrom, validTo }: GrantTerms, now: string): GrantReason[] {
  const isTooLate = microsBetween(now, validFrom) > daysMax * dayMicros;
  if (isTooLate) return [reasonFor("PERIOD_UNFIT", "validFrom")];
  if (validTo === null) return effect === "WIDEN" ? [reasonFor("PERIOD_UNFIT", "validTo")] : [];
  const isTooLong = effect === "WIDEN" && microsBetween(validFrom, validTo) > daysMax * dayMicros;
  if (validTo <= validFrom || validTo <= now || isTooLong)
    return [reasonFor("PERIOD_UNFIT", "validTo")];
  return [];
}

/** Between two instants in database form; exact, well below 2^53. */
function microsBetween(from: string, to: string): number {
  return micros(to) - micros(from);
}

function micros(instant: string): number {
  const seconds = Date.parse(`${instant.slice(0, 10)}T${instant.slice(11, 19)}Z`);
  return seconds * 1000 + Number(instant.slice(20));
}
