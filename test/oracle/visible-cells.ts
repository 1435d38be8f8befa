import { specifiedMatrix } from "./access-matrix";
import { reaches, type OracleCaller, type StoredRow, type World } from "./visible-rows";

/*
 * Which cells of which rows the specification lets a caller see, and how, written by hand: the
 * matrix, the masks, and what grants add and take away. Nothing here comes from src/access.
 */

/** A grant in force. It gives (WIDEN) or leaves (NARROW) a right on some rows. */
export interface OracleGrant {
  effect: "WIDEN" | "NARROW";
  /** A label, or a single field as `Type.field`. */
  on: { label: string } | { field: string };
  right: string;
  rows: { kind: "OWN" | "REGION" | "SECTOR" | "ENTERPRISE" | "CLAIM"; value: string };
  /** The jurisdiction of the owner who gave it (WIDEN): it has no other rows to give. */
  within?: { region: string; sectors: readonly string[] | null };
}

/** Who asks, with the grants in force. */
export interface OracleHolder extends OracleCaller {
  grants: readonly OracleGrant[];
}

/** How a cell may be seen. */
export type Sight = "plain" | "masked" | "hidden";

const columns =
  "EMERGENCY SECTOR_REGULATOR FINANCIAL LOCAL_FINANCE INSURER SERVICE_AGENCY ENTERPRISE ASSOCIATION AUDITOR".split(
    " ",
  );

const matrix = new Map(
  specifiedMatrix.split("\n").map((line) => {
    const [label = "", ...rights] = line.split("|").map((cell) => cell.trim());
    return [label, rights];
  }),
);

/** The right an organisation type starts from. */
export function specifiedRight(type: string, label: string): string {
  const right = matrix.get(label)?.[columns.indexOf(type)];
  if (right === undefined) throw new Error(`the specification says nothing of ${label} × ${type}`);
  return right;
}

const isPlain = (right: string): boolean => right.includes("R");
const isSelectable = (right: string): boolean => right.includes("R") || right === "M";

/** How the caller sees the field `coordinate` (of this label) of this row. */
export function sightOf(
  at: { table: string; row: StoredRow; coordinate: string; label: string },
  holder: OracleHolder,
  world: World,
): Sight {
  if (at.row["voided"] === 1) return "hidden";
  if (isAllowed(at, holder, world, isPlain)) return "plain";
  return isAllowed(at, holder, world, isSelectable) ? "masked" : "hidden";
}

function isAllowed(
  { table, row, coordinate, label }: Parameters<typeof sightOf>[0],
  holder: OracleHolder,
  world: World,
  allows: (right: string) => boolean,
): boolean {
  const about = holder.grants.filter(({ on }) =>
    "field" in on ? on.field === coordinate : on.label === label,
  );
  const covers = ({ rows }: OracleGrant): boolean =>
    rows.kind === "OWN" || isAmong(table, row, rows, holder, world);
  // What is taken away is taken away, whatever else gives it.
  if (about.some((grant) => grant.effect === "NARROW" && !allows(grant.right) && covers(grant)))
    return false;
  const given = about.filter((grant) => grant.effect === "WIDEN" && allows(grant.right));
  const own = reaches(table, row, holder, world);
  if (own && allows(specifiedRight(holder.type, label))) return true;
  const isParty = ["INSURER", "SERVICE_AGENCY", "ENTERPRISE"].includes(holder.type);
  return given.some(
    (grant) =>
      covers(grant) &&
      (own || !(isParty || grant.rows.kind === "OWN")) &&
      isWithin(table, row, grant, isParty),
  );
}

function isWithin(table: string, row: StoredRow, grant: OracleGrant, isParty: boolean): boolean {
  const { within, rows } = grant;
  // The rows of a party are its own, wherever they are.
  if (!within || everywhere.has(table) || (isParty && rows.kind === "OWN")) return true;
  if (!String(row["region_code"]).startsWith(within.region)) return false;
  const sector = table === "roster_entry" ? row["enterprise_sector"] : row["sector"];
  const isDivided = ![
    "fee_entry",
    "fee_allocation",
    "fee_statement",
    "evaluation",
    "evaluation_indicator",
  ].includes(table);
  return within.sectors === null || !isDivided || within.sectors.includes(String(sector));
}

/** Tables that belong to no place: a grant about a place is about all of their rows. */
const everywhere = new Set([
  ...["region", "dictionary_entry", "region_parameter", "calendar_exception"],
  ...["service_agency", "service_agency_qualification"],
  ...["insurer", "insurer_branch", "organisation", "expert"],
]);

function isAmong(
  table: string,
  row: StoredRow,
  rows: OracleGrant["rows"],
  holder: OracleHolder,
  world: World,
): boolean {
  const { kind, value } = rows;
  if (kind === "REGION" || kind === "SECTOR") {
    if (everywhere.has(table)) return true;
    if (table === "accident_report" && holder.type === "LOCAL_FINANCE") return false;
    if (kind === "REGION") return String(row["region_code"]).startsWith(value);
    const sector = table === "roster_entry" ? row["enterprise_sector"] : row["sector"];
    return table !== "fee_entry" && sector === value;
  }
  if (kind === "ENTERPRISE") return ofEnterprise(table, row, value, world);
  if (table === "claim") return row["id"] === value;
  if ("claim_id" in row) return row["claim_id"] === value;
  const claim = (world["claim"] ?? []).find(({ id }) => id === value);
  return claim !== undefined && row["enterprise_id"] === claim["enterprise_id"];
}

function ofEnterprise(table: string, row: StoredRow, id: string, world: World): boolean {
  const itself: OracleCaller = {
    ...{ type: "ENTERPRISE", region: "", sectors: null },
    ...{ insurerId: null, serviceAgencyId: null, enterpriseId: id },
  };
  return reaches(table, row, itself, world);
}

/** The masks as the specification shows them: 张*, 340100********0011, 138****0001, last four. */
export const specifiedMasks: Readonly<Record<string, (text: string) => string>> = {
  name: (text) => `${[...text].slice(0, 1).join("")}*`,
  id: (text) => (text.length > 10 ? `${text.slice(0, 6)}********${text.slice(-4)}` : "****"),
  phone: (text) => (text.length > 7 ? `${text.slice(0, 3)}****${text.slice(-4)}` : "****"),
  account: (text) => (text.length > 4 ? `****${text.slice(-4)}` : "****"),
  text: () => "***",
};
