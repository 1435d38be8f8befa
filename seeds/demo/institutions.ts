import { createHmac } from "node:crypto";
import { entityId } from "../../src/database/entity-id";
import type { DemoIdentifiers } from "./identifiers";
import type { DemoNames } from "./names";

/** An invented insurer. The first one sends its data itself. */
export interface DemoInsurer {
  readonly index: number;
  /** A, B, … */
  readonly letter: string;
  readonly id: string;
  readonly orgCode: string;
  readonly name: string;
  readonly uscc: string;
}

/** An invented technical service agency; one per city. */
export interface DemoAgency {
  /** 1, 2, … as in DEMO-SA-1. */
  readonly number: number;
  readonly city: string;
  readonly id: string;
  readonly uscc: string;
  readonly name: string;
}

/**
 * An invented expert, registered by the insurer whose services he takes part in: of an agency, or
 * of the insurer's own team (then without agency).
 */
export interface DemoExpert {
  readonly id: string;
  readonly sourceKey: string;
  readonly name: string;
  readonly idNumber: string;
  readonly specialities: readonly string[];
  readonly insurer: DemoInsurer;
  readonly agency: DemoAgency | null;
}

/** Shares of the market, in percent; nobody comes near a monopoly. */
export const insurerShares = [30, 25, 20, 15, 10] as const;

/** Where institutions and persons begin in the number ranges of names and identifiers. */
const AFTER_ENTERPRISES = 210_000;

/** The insurers of the demo. */
export function demoInsurers(names: DemoNames, identifiers: DemoIdentifiers): DemoInsurer[] {
  return insurerShares.map((_, index) => {
    const letter = String.fromCharCode("A".charCodeAt(0) + index);
    const orgCode = `DEMO-IN-${letter}`;
    const uscc = identifiers.uscc("34", AFTER_ENTERPRISES + index);
    const name = names.insurer(index);
    return { index, letter, orgCode, uscc, name, id: entityId("ins", orgCode) };
  });
}

/** One agency per city, in the order of the cities. */
export function demoAgencies(
  cities: readonly { code: string; name: string }[],
  names: DemoNames,
  identifiers: DemoIdentifiers,
): DemoAgency[] {
  return cities.map(({ code, name }, index) => {
    const uscc = identifiers.uscc(code, AFTER_ENTERPRISES + 100 + index);
    const id = entityId("agy", uscc);
    return { number: index + 1, city: code, id, uscc, name: names.agency(index, name) };
  });
}

/** The expert with that number; a pure function, so that no list of experts is ever needed. */
export function demoExpert(
  { insurer, agency, field }: { insurer: DemoInsurer; agency: DemoAgency | null; field: number },
  number: number,
  personal: { names: DemoNames; identifiers: DemoIdentifiers; index: number },
): DemoExpert {
  const sourceKey = `E-${agency?.city ?? "own"}-${field + 1}-${number + 1}`;
  return {
    id: entityId("exp", insurer.id, sourceKey),
    sourceKey,
    name: personal.names.person(AFTER_ENTERPRISES + (personal.index % 40_000)),
    idNumber: personal.identifiers.citizenId(EXPERT_IDENTITIES + personal.index),
    specialities: fieldsOfExperts[field] ?? [],
    insurer,
    agency,
  };
}

/** What experts are specialists of: two sectors each. */
export const fieldsOfExperts = [
  ["HAZARDOUS_CHEMICALS", "FIREWORKS"],
  ["NON_COAL_MINE", "METAL_SMELTING"],
] as const;

/** Far above the identities of the injured. */
const EXPERT_IDENTITIES = 1_000_000_000;

/** A keyed digest of an identity number; the key of the demo is known, as its people are not. */
export function identityDigest(idNumber: string): string {
  return createHmac("sha256", "anzehub demo").update(idNumber).digest("hex");
}
