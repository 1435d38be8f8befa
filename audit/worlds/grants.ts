import { entityId } from "../../src/database/entity-id";
import type { StoredRow, World } from "../../test/oracle/visible-rows";
import { labels } from "../../src/access/label";

/** The organisation that may see everything: what the worlds differ in, it must notice. */
export const allSeeing = "DEMO-AU-34";

interface Given {
  readonly to: string;
  readonly effect: "WIDEN" | "NARROW";
  readonly label?: string;
  readonly field?: string;
  readonly right: string;
  readonly rows: readonly [kind: string, value: string];
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

/** The grants of the audit: every effect, on labels and on single fields, on every kind of rows. */
export function grantRows(world: World, at: string): { grants: StoredRow[]; events: StoredRow[] } {
  const claim = String(world["claim"]?.[0]?.["id"]);
  const enterprise = String(world["hazard"]?.[0]?.["enterprise_id"]);
  const given: Given[] = [
    ...Object.keys(labels).map(
      (label): Given => ({
        ...{ to: allSeeing, effect: "WIDEN", label, right: "R", rows: ["REGION", "34"] },
      }),
    ),
    { to: "DEMO-FI-3401", effect: "WIDEN", label: "hazardDetail", right: "R", rows: ["ENTERPRISE", enterprise] },
    { to: "DEMO-FI-3401", effect: "WIDEN", label: "hazard", right: "R", rows: ["REGION", "3402"] },
    { to: "DEMO-EM-340104", effect: "NARROW", label: "enterpriseContact", right: "NOTHING", rows: ["OWN", ""] },
    { to: "DEMO-EM-340104", effect: "WIDEN", label: "claimMoney", right: "R", rows: ["CLAIM", claim] },
    { to: "DEMO-EM-3402", effect: "NARROW", field: "Policy.startDate", right: "NOTHING", rows: ["OWN", ""] },
    { to: "DEMO-EM-34", effect: "NARROW", field: "Enterprise.uscc", right: "NOTHING", rows: ["OWN", ""] },
    { to: "DEMO-EM-34", effect: "NARROW", label: "hazardDetail", right: "NOTHING", rows: ["REGION", "3401"] },
    { to: "DEMO-EM-34", effect: "NARROW", label: "enterpriseContact", right: "NOTHING", rows: ["SECTOR", "FIREWORKS"] },
    { to: "DEMO-SR-34", effect: "NARROW", label: "policy", right: "NOTHING", rows: ["REGION", "3401"] },
    { to: "DEMO-SR-34", effect: "NARROW", label: "hazardDetail", right: "NOTHING", rows: ["REGION", "3402"] },
    { to: "DEMO-EM-3402", effect: "WIDEN", field: "Policy.writtenPremiumFen", right: "R", rows: ["SECTOR", "METAL_SMELTING"] },
    { to: "DEMO-LF-3401", effect: "WIDEN", label: "claim", right: "R", rows: ["REGION", "3403"] },
    { to: "DEMO-LF-3401", effect: "WIDEN", label: "expert", right: "M", rows: ["OWN", ""] },
    { to: "DEMO-IN-C", effect: "NARROW", label: "price", right: "NOTHING", rows: ["REGION", "3401"] },
    { to: "DEMO-EN-2", effect: "WIDEN", label: "feeDetail", right: "R", rows: ["OWN", ""] },
  ];
  return {
    grants: given.map((each, n) => grantRow(world, each, n, at)),
    events: given.map((each, n) => ({
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
