import { entityId } from "../../src/database/entity-id";
import type { StoredRow, World } from "../../test/oracle/visible-rows";
import { labels } from "../../src/access/label";

/** The organisation that may see everything: what the worlds differ in, it must notice. */
export const allSeeing = "DEMO-AU-34";

type Rows = readonly [kind: string, value: string];

interface Given {
  readonly to: string;
  readonly effect: "WIDEN" | "NARROW";
  readonly label?: string;
  readonly field?: string;
  readonly right: string;
  readonly rows: Rows;
}

/** Organisations whose rights differ from those of their type, one way each. */
export const holdersOfGrants = [
  "DEMO-EM-34",
  "DEMO-SR-34",
  "DEMO-FI-3401",
  "DEMO-EM-340104",
  "DEMO-EM-3402",
  "DEMO-LF-3401",
  "DEMO-IN-C",
  "DEMO-EN-2",
] as const;

const own: Rows = ["OWN", ""];
const region = (prefix: string): Rows => ["REGION", prefix];
const sector = (code: string): Rows => ["SECTOR", code];

/** Label (or `Type.field`), to whom, which right, on which rows. */
function widen(to: string, on: string, right: string, rows: Rows): Given {
  return {
    to,
    effect: "WIDEN",
    ...(on.includes(".") ? { field: on } : { label: on }),
    right,
    rows,
  };
}

function narrow(to: string, on: string, right: string, rows: Rows): Given {
  return { ...widen(to, on, right, rows), effect: "NARROW" };
}

/** The grants of the audit: every effect, on labels and on single fields, on every kind of rows. */
export function grantRows(world: World, at: string): { grants: StoredRow[]; events: StoredRow[] } {
  const claim = String(world["claim"]?.[0]?.["id"]);
  const enterprise = String(world["hazard"]?.[0]?.["enterprise_id"]);
  const given: Given[] = [
    ...Object.keys(labels).map((label) => widen(allSeeing, label, "R", region("34"))),
    widen("DEMO-FI-3401", "hazardDetail", "R", ["ENTERPRISE", enterprise]),
    widen("DEMO-FI-3401", "hazard", "R", region("3402")),
    narrow("DEMO-EM-340104", "enterpriseContact", "NOTHING", own),
    widen("DEMO-EM-340104", "claimMoney", "R", ["CLAIM", claim]),
    narrow("DEMO-EM-3402", "Policy.startDate", "NOTHING", own),
    widen("DEMO-EM-3402", "Policy.writtenPremiumFen", "R", sector("METAL_SMELTING")),
    narrow("DEMO-EM-34", "Enterprise.uscc", "NOTHING", own),
    narrow("DEMO-EM-34", "ServiceAgency.uscc", "NOTHING", own),
    narrow("DEMO-EM-34", "hazardDetail", "NOTHING", region("3401")),
    narrow("DEMO-EM-34", "enterpriseContact", "NOTHING", sector("FIREWORKS")),
    narrow("DEMO-SR-34", "policy", "NOTHING", region("3401")),
    narrow("DEMO-SR-34", "hazardDetail", "NOTHING", region("3402")),
    widen("DEMO-LF-3401", "claim", "R", region("3403")),
    widen("DEMO-LF-3401", "expert", "M", own),
    narrow("DEMO-IN-C", "price", "NOTHING", region("3401")),
    widen("DEMO-EN-2", "feeDetail", "R", own),
  ];
  return {
    grants: given.map((each, n) => grantRow(world, each, n, at)),
    events: given.map((_each, n) => ({
      ...{ seq: n + 1, grant_id: grantId(n), act: "OWNER_APPROVED", person: "audit" },
      ...{ organisation_id: idOf(world, "DEMO-FI-34"), note: null, at },
    })),
  };
}

function grantRow(world: World, given: Given, n: number, at: string): StoredRow {
  const { to, effect, label = null, field = null, right, rows } = given;
  const organisation = idOf(world, to);
  const owner = idOf(world, "DEMO-FI-34");
  return {
    ...{ id: grantId(n), organisation_id: organisation, region_code: regionOf(world, to) },
    ...{ effect, label, field, right, rows_kind: rows[0], rows_value: rows[1] },
    ...{ purpose: "审计 audit", legal_basis: "audit", valid_from: at, valid_to: null },
    ...{ requested_by_id: organisation, requested_person: "audit", requested_at: at },
    ...{ owner_id: owner, owner_person: "audit", owner_approved_at: at },
    ...{ receiver_person: "audit", receiver_accepted_at: at },
    ...{ revoked_at: null, revoke_reason: null },
  };
}

function grantId(n: number): string {
  return entityId("grt", "audit", String(n));
}

function idOf(world: World, code: string): string {
  return String(world["organisation"]?.find((row) => row["code"] === code)?.["id"]);
}

function regionOf(world: World, code: string): string {
  return String(world["organisation"]?.find((row) => row["code"] === code)?.["region_prefix"]);
}
