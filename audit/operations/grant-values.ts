import {
  isEnumType,
  getNamedType,
  type GraphQLInputObjectType,
  type GraphQLNamedInputType,
} from "graphql";
import type { Random } from "../random";
import type { Pool } from "./pool";
import type { MakeObject } from "./value-generator";

/** Whose grants are asked about. */
export interface GrantSources {
  readonly pool: Pool;
  readonly random: Random;
  /** Code of the organisation that asks. */
  readonly own: string;
}

/**
 * Requests of grants whose parts fit together, on rows of every kind, visible and hidden: what is
 * previewed or requested is then more than a refusal.
 */
export function grantMaker({ pool, random, own }: GrantSources): MakeObject {
  return (type) => {
    const fields = type.getFields();
    if (!("receiver" in fields && "rows" in fields)) return null;
    const isField = random.chance(0.3);
    return {
      receiver: random.chance(0.6) ? own : String(pool.named("code")),
      ...(isField
        ? { field: random.pick(["Claim.reserveFen", "Hazard.place", "Policy.rateFactor"]) }
        : { label: oneOf(type, "label", random) }),
      effect: random.pick(["WIDEN", "WIDEN", "NARROW"]),
      right: random.pick(["R", "R", "NOTHING"]),
      rows: rows(pool, random),
      purpose: "审计 audit",
      legalBasis: "audit",
      validFrom: "2026-07-15T04:00:00Z",
      validTo: "2026-12-15T04:00:00Z",
    };
  };
}

function rows(pool: Pool, random: Random): { kind: string; value?: string } {
  const kind = random.pick(["OWN", "REGION", "SECTOR", "ENTERPRISE", "CLAIM"]);
  switch (kind) {
    case "REGION":
      return { kind, value: String(pool.named("regionCode")).slice(0, random.pick([2, 4, 6])) };
    case "SECTOR":
      return { kind, value: String(pool.named("sector")) };
    case "ENTERPRISE":
      return { kind, value: pool.id("ent") };
    case "CLAIM":
      return { kind, value: pool.id("clm") };
    default:
      return { kind };
  }
}

function oneOf(type: GraphQLInputObjectType, field: string, random: Random): string | null {
  const definition = type.getFields()[field];
  const values: GraphQLNamedInputType | null = definition ? getNamedType(definition.type) : null;
  return isEnumType(values) ? random.pick(values.getValues()).name : null;
}
