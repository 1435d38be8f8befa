import type { OrganisationType } from "../../src/access/organisation-type";

/** A stored row, columns by their names in the database. */
export type StoredRow = Record<string, string | number | null>;

/** Who asks, as registered. */
export interface OracleCaller {
  type: OrganisationType;
  region: string;
  sectors: string[] | null;
  insurerId: string | null;
  serviceAgencyId: string | null;
  enterpriseId: string | null;
  /** The row of the registry it is; needed for what an organisation reaches as itself. */
  organisationId?: string;
}

/** All rows of all tables. */
export type World = Record<string, StoredRow[]>;

/*
 * Which rows the specification lets each caller see, written by hand as plain JavaScript over all
 * rows: what the SQL of the scopes is held against.
 */

const dictionaries = new Set([
  "region",
  "dictionary_entry",
  "region_parameter",
  "calendar_exception",
  "service_agency",
  "service_agency_qualification",
]);

/** True when the caller reaches this row of this table. */
export function reaches(
  table: string,
  row: StoredRow,
  caller: OracleCaller,
  world: World,
): boolean {
  if (row["voided"] === 1) return false;
  if (table === "finding" && row["shadow"] === 1) return false;
  if (dictionaries.has(table)) return true;
  if (table === "access_grant") return takesPart(row, caller) || supervisesGrant(row, caller);
  switch (caller.type) {
    case "INSURER":
      return insurerReaches(table, row, caller, world);
    case "SERVICE_AGENCY":
      return agencyReaches(table, row, caller.serviceAgencyId, world);
    case "ENTERPRISE":
      return enterpriseReaches(table, row, caller.enterpriseId, world);
    default:
      return authorityReaches(table, row, caller);
  }
}

/** Grants are known to whoever they are for, asked for them or owns the data. */
function takesPart(row: StoredRow, { organisationId }: OracleCaller): boolean {
  const parties = [row["organisation_id"], row["requested_by_id"], row["owner_id"]];
  return organisationId !== undefined && parties.includes(organisationId);
}

/** The owners of data classes and the auditor know the grants of their region. */
function supervisesGrant(row: StoredRow, { type, region }: OracleCaller): boolean {
  const supervisors = ["EMERGENCY", "FINANCIAL", "AUDITOR"];
  return supervisors.includes(type) && String(row["region_code"]).startsWith(region);
}

function authorityReaches(
  table: string,
  row: StoredRow,
  { type, region, sectors }: OracleCaller,
): boolean {
  if (table === "accident_report" && type === "LOCAL_FINANCE") return false;
  const everywhere = ["insurer", "insurer_branch", "organisation", "expert"];
  if (everywhere.includes(table)) return true;
  if (!String(row["region_code"]).startsWith(region)) return false;
  const withoutSector = [
    "fee_entry",
    "fee_allocation",
    "fee_statement",
    "evaluation",
    "evaluation_indicator",
  ];
  if (withoutSector.includes(table) || sectors === null) return true;
  const sector = table === "roster_entry" ? row["enterprise_sector"] : row["sector"];
  return sectors.includes(String(sector));
}

function insurerReaches(
  table: string,
  row: StoredRow,
  caller: OracleCaller,
  world: World,
): boolean {
  const own = caller.insurerId;
  const insures = (enterpriseId: unknown): boolean =>
    present(world, "policy").some(
      (p) => p["enterprise_id"] === enterpriseId && p["insurer_id"] === own,
    );
  const inRoster = (enterprise: StoredRow | undefined): boolean =>
    enterprise?.["obligated"] === 1 && String(enterprise["region_code"]).startsWith(caller.region);
  switch (table) {
    case "insurer":
      return row["id"] === own;
    case "organisation":
      return !["INSURER", "ENTERPRISE"].includes(String(row["type"])) || row["insurer_id"] === own;
    case "enterprise":
      return inRoster(row) || insures(row["id"]);
    case "roster_entry":
      return (
        inRoster(rows(world, "enterprise").find((e) => e["id"] === row["enterprise_id"])) ||
        insures(row["enterprise_id"])
      );
    case "accident_report":
      return false;
    case "expert": {
      const commissioned = present(world, "service_plan").some(
        (p) => p["insurer_id"] === own && p["service_agency_id"] === row["service_agency_id"],
      );
      const free = row["insurer_id"] === null && row["service_agency_id"] !== null;
      return (
        row["insurer_id"] === own ||
        tookPart(world, row, "insurer_id", own) ||
        (free && commissioned)
      );
    }
    default:
      return row["insurer_id"] === own;
  }
}

/** Rows about a service, and findings about an agency's records, carry the agency. */
const served = new Set([
  "finding",
  ...["service_plan", "service_record", "service_record_expert", "service_evidence"],
  ...["service_confirmation", "hazard", "hazard_event", "rectification_report"],
]);

function agencyReaches(table: string, row: StoredRow, own: string | null, world: World): boolean {
  const serves = (column: string, id: unknown): boolean =>
    ["service_plan", "service_record"].some((name) =>
      present(world, name).some((s) => s[column] === id && s["service_agency_id"] === own),
    );
  switch (table) {
    case "insurer":
    case "insurer_branch":
      return true;
    case "organisation":
      return (
        !["SERVICE_AGENCY", "ENTERPRISE"].includes(String(row["type"])) ||
        row["service_agency_id"] === own
      );
    case "enterprise":
      return serves("enterprise_id", row["id"]);
    case "policy":
      return serves("policy_id", row["id"]);
    case "expert":
      return row["service_agency_id"] === own || tookPart(world, row, "service_agency_id", own);
    default:
      return served.has(table) && row["service_agency_id"] === own;
  }
}

function enterpriseReaches(
  table: string,
  row: StoredRow,
  own: string | null,
  world: World,
): boolean {
  switch (table) {
    case "insurer":
    case "insurer_branch":
      return true;
    case "organisation":
      return row["type"] !== "ENTERPRISE" || row["enterprise_id"] === own;
    case "enterprise":
      return row["id"] === own;
    case "expert":
      return tookPart(world, row, "enterprise_id", own);
    case "evaluation":
    case "evaluation_indicator":
      return false;
    default:
      return row["enterprise_id"] === own;
  }
}

function tookPart(world: World, expert: StoredRow, party: string, own: string | null): boolean {
  return present(world, "service_record_expert").some(
    (x) => x["expert_id"] === expert["id"] && x[party] === own,
  );
}

/** Voided rows lead nowhere. */
function present(world: World, table: string): StoredRow[] {
  return rows(world, table).filter((row) => row["voided"] !== 1);
}

function rows(world: World, table: string): StoredRow[] {
  return world[table] ?? [];
}
