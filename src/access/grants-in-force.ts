import type { Database } from "../database/database";
import { identifier, sql, trusted, value } from "../database/sql";
import type { Grant } from "./grant";

/** Counts the changes of all grants: what comes after the version of the matrix. */
export const policyCounter = trusted("(SELECT COALESCE(MAX(seq), 0) FROM access_grant_event)");

/**
 * A grant counts when the owner of the data class approved it and, where it widens, the receiver
 * accepted it too; from its day to its end, unless it was revoked.
 */
const inForce =
  "owner_approved_at IS NOT NULL AND (effect = 'NARROW' OR receiver_accepted_at IS NOT NULL) " +
  "AND revoked_at IS NULL";

/** The grants of an organisation that count at this instant (database form), in a fixed order. */
export async function grantsInForce(
  database: Pick<Database, "read">,
  organisationId: string,
  at: string,
): Promise<Grant[]> {
  const rows = await database.read(
    sql`SELECT id, effect, label, field, ${identifier("right")}, rows_kind, rows_value FROM access_grant
      WHERE organisation_id = ${value(organisationId)} AND ${trusted(inForce)}
      AND valid_from <= ${value(at)} AND (valid_to IS NULL OR valid_to > ${value(at)}) ORDER BY id`,
  );
  return rows.map((row) => {
    const { id, effect, label, field, right, rows_kind, rows_value } = row;
    return {
      id,
      effect,
      on: field === null ? { label } : { field },
      // `-` is no name of an enum value.
      right: right === "NOTHING" ? "-" : right,
      rows: { kind: rows_kind, value: rows_value },
      // Written by the hub's own mutations, from closed lists.
    } as Grant;
  });
}
