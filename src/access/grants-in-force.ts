import type { Database, Row } from "../database/database";
import { identifier, sql, trusted, value } from "../database/sql";
import type { Grant, GrantRows } from "./grant";
import { boundedRows } from "./grant-bound";
import type { OrganisationType } from "./organisation-type";

/** Counts the changes of all grants: what comes after the version of the matrix. */
export const policyCounter = trusted("(SELECT COALESCE(MAX(seq), 0) FROM access_grant_event)");

/**
 * A grant counts when the owner of the data class approved it and, where it widens, the receiver
 * accepted it too; from its day to its end, unless it was revoked.
 */
const inForce =
  "g.owner_approved_at IS NOT NULL " +
  "AND (g.effect = 'NARROW' OR g.receiver_accepted_at IS NOT NULL) AND g.revoked_at IS NULL";

/** The grants of an organisation that count at this instant (database form), in a fixed order. */
export async function grantsInForce(
  database: Pick<Database, "read">,
  organisationId: string,
  at: string,
): Promise<Grant[]> {
  const rows = await database.read(
    sql`SELECT g.id, g.effect, g.label, g.field, g.${identifier("right")}, g.rows_kind, g.rows_value,
      o.region_prefix AS owner_region, o.sectors AS owner_sectors, r.type, r.sectors
      FROM access_grant g JOIN organisation r ON r.id = g.organisation_id
      LEFT JOIN organisation o ON o.id = g.owner_id
      WHERE g.organisation_id = ${value(organisationId)} AND ${trusted(inForce)}
      AND g.valid_from <= ${value(at)} AND (g.valid_to IS NULL OR g.valid_to > ${value(at)})
      ORDER BY g.id`,
  );
  return rows.map((row) => {
    const { id, effect, label, field, right } = row;
    return {
      id,
      effect,
      on: field === null ? { label } : { field },
      // `-` is no name of an enum value.
      right: right === "NOTHING" ? "-" : right,
      rows: rowsOf(row),
      // Written by the hub's own mutations, from closed lists.
    } as Grant;
  });
}

/** What is taken away is taken away everywhere; what is given lies where its owner is. */
function rowsOf(row: Row): GrantRows {
  const rows = { kind: row["rows_kind"], value: row["rows_value"] } as GrantRows;
  if (row["effect"] === "NARROW" || row["owner_region"] === null) return rows;
  const owner = {
    regionPrefix: row["owner_region"] as string,
    sectors: sectorsOf(row["owner_sectors"]),
  };
  const receiver = { type: row["type"] as OrganisationType, sectors: sectorsOf(row["sectors"]) };
  return boundedRows(rows, owner, receiver);
}

function sectorsOf(stored: unknown): readonly string[] | "ALL" {
  return stored === null ? "ALL" : (JSON.parse(stored as string) as string[]);
}
