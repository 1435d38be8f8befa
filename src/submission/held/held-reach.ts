import type { Caller } from "../../access/caller";
import { sql, value, type Sql } from "../../database/sql";

/** Organisation types that decide about held submissions: the owners of the classes of data. */
export const heldDeciders = ["EMERGENCY", "FINANCIAL"] as const;

/**
 * The held submissions (`h`) a caller decides about: of the classes of data its type owns, sent by
 * organisations whose seat is in its jurisdiction, never its own.
 */
export function decidedBy(caller: Caller): Sql {
  return sql`h.regulator = ${value(caller.type)} AND ${seatedWithin(caller)}
    AND h.organisation_id <> ${value(caller.organisationId)}`;
}

/** The held submissions a caller may know of: its own, and for authorities those of their region. */
export function heldKnownTo(caller: Caller): Sql {
  const own = sql`h.organisation_id = ${value(caller.organisationId)}`;
  return isAuthority(caller) ? sql`(${own} OR ${seatedWithin(caller)})` : own;
}

function seatedWithin({ regionPrefix }: Caller): Sql {
  // Two digits at least: an empty prefix would reach the whole country.
  const prefix = /^\d{2,9}$/.test(regionPrefix) ? regionPrefix : "-";
  return sql`h.region_prefix LIKE ${value(`${prefix}%`)}`;
}

function isAuthority({ type }: Caller): boolean {
  return !["INSURER", "SERVICE_AGENCY", "ENTERPRISE"].includes(type);
}
