import type { OrganisationType } from "../../src/access/organisation-type";
import type { OracleGrant, OracleHolder } from "../../test/oracle/visible-cells";
import type { StoredRow, World } from "../../test/oracle/visible-rows";

/** An organisation of the audit: how it signs in, and what it is. */
export interface AuditedOrganisation {
  readonly id: string;
  readonly code: string;
  readonly holder: OracleHolder;
}

/** Reads an organisation and its grants from the tables, as the specification says it. */
export function organisationOf(world: World, code: string, at: string): AuditedOrganisation {
  const row = (world["organisation"] ?? []).find((each) => each["code"] === code);
  if (!row) throw new Error(`there is no organisation ${code}`);
  const sectors = row["sectors"];
  const text = (column: string): string | null => row[column] as string | null;
  return {
    id: String(row["id"]),
    code,
    holder: {
      // Tables hold what the registry was given.
      type: row["type"] as OrganisationType,
      region: String(row["region_prefix"]),
      sectors: typeof sectors === "string" ? (JSON.parse(sectors) as string[]) : null,
      insurerId: text("insurer_id"),
      serviceAgencyId: text("service_agency_id"),
      enterpriseId: text("enterprise_id"),
      organisationId: String(row["id"]),
      grants: grantsOf(world, String(row["id"]), at),
    },
  };
}

function grantsOf(world: World, organisationId: string, at: string): OracleGrant[] {
  return (world["access_grant"] ?? []).flatMap((row) =>
    row["organisation_id"] === organisationId && isInForce(row, at) ? [grantOf(row)] : [],
  );
}

/** Approved by the owner of the data and, when it widens, accepted; begun, not ended, not revoked. */
function isInForce(row: StoredRow, at: string): boolean {
  const isAgreed =
    row["owner_approved_at"] !== null &&
    (row["effect"] === "NARROW" || row["receiver_accepted_at"] !== null);
  const hasBegun = String(row["valid_from"]) <= at;
  const isOver = row["valid_to"] !== null && String(row["valid_to"]) <= at;
  return isAgreed && hasBegun && !isOver && row["revoked_at"] === null;
}

function grantOf(row: StoredRow): OracleGrant {
  return {
    effect: row["effect"] as OracleGrant["effect"],
    on: row["field"] === null ? { label: String(row["label"]) } : { field: String(row["field"]) },
    right: row["right"] === "NOTHING" ? "-" : String(row["right"]),
    rows: {
      kind: row["rows_kind"] as OracleGrant["rows"]["kind"],
      value: String(row["rows_value"]),
    },
  };
}
