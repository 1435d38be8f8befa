import "reflect-metadata";
import "../../src/domain/domains";
import type { Catalogue } from "../../audit/worlds/catalogue";
import { declassifiedFeeSums } from "../../audit/worlds/declassified";
import { differences, viewOf } from "../../audit/worlds/view";
import {
  sightOf,
  specifiedMasks,
  type OracleGrant,
  type OracleHolder,
} from "../oracle/visible-cells";
import type { StoredRow, World } from "../oracle/visible-rows";

const catalogue: Catalogue = new Map();

function holder(type: OracleHolder["type"], more: Partial<OracleHolder> = {}): OracleHolder {
  return {
    ...{ type, region: "3401", sectors: null, insurerId: null, serviceAgencyId: null },
    ...{ enterpriseId: null, organisationId: "org_x", grants: [], ...more },
  };
}

const enterprise = (id: string, region: string, more: StoredRow = {}): StoredRow => ({
  ...{ id, uscc: id, name: id, region_code: region, sector: "FIREWORKS", obligated: 1 },
  ...{ safety_manager_phone: "13800000001", safety_manager_name: "张三", version: 1, ...more },
});

const policy = (id: string, enterpriseId: string, more: StoredRow = {}): StoredRow => ({
  ...{ id, enterprise_id: enterpriseId, insurer_id: "ins_a", region_code: "340104" },
  ...{ sector: "FIREWORKS", signed_on: "2026-01-01", written_premium_fen: "100", voided: 0 },
  ...more,
});

const base: World = {
  enterprise: [enterprise("ent_1", "340104"), enterprise("ent_2", "340201")],
  policy: [policy("pol_1", "ent_1"), policy("pol_2", "ent_1", { region_code: "340102" })],
};

/** Where the view of a holder shows a change of one row. */
function shown(of: OracleHolder, table: string, id: string, change: StoredRow): string[] {
  const rows = (base[table] ?? []).map((row) => (row["id"] === id ? { ...row, ...change } : row));
  return [
    ...differences(viewOf(base, of, catalogue), viewOf({ ...base, [table]: rows }, of, catalogue)),
  ];
}

test("what happens in another region shows in no view", () => {
  expect(shown(holder("EMERGENCY"), "enterprise", "ent_2", { name: "其他" })).toEqual([]);
  expect(shown(holder("EMERGENCY"), "enterprise", "ent_1", { name: "其他" })).not.toEqual([]);
});

test("a row that moves into the region shows", () => {
  expect(shown(holder("EMERGENCY"), "enterprise", "ent_2", { region_code: "340102" })).toEqual([
    "enterprise ent_2",
  ]);
});

test("a cell without a right does not show, behind a mask only what the mask shows", () => {
  const phone = { safety_manager_phone: "13877770001" };
  const other = { safety_manager_phone: "13877770002" };

  expect(shown(holder("LOCAL_FINANCE"), "enterprise", "ent_1", other)).toEqual([]);
  expect(shown(holder("FINANCIAL"), "enterprise", "ent_1", phone)).toEqual([]);
  expect(shown(holder("FINANCIAL"), "enterprise", "ent_1", other)).toEqual(["enterprise ent_1"]);
  expect(shown(holder("EMERGENCY"), "enterprise", "ent_1", phone)).toEqual(["enterprise ent_1"]);
});

test("a voided row is no row", () => {
  const voided = { voided: 1 };
  expect(shown(holder("EMERGENCY"), "policy", "pol_1", voided)).toContain("policy pol_1");

  const without = { ...base, policy: [policy("pol_1", "ent_1", voided)] };
  const gone = { ...base, policy: [] };
  const of = holder("ENTERPRISE", { enterpriseId: "ent_1" });
  expect(differences(viewOf(without, of, catalogue), viewOf(gone, of, catalogue)).size).toBe(0);
});

test("premiums may differ below sums that are published, not the sums", () => {
  const emergency = holder("EMERGENCY");
  const sums = (world: World): unknown => [...declassifiedFeeSums(world, emergency)];
  const split = (a: string, b: string): World => ({
    policy: [
      policy("pol_1", "ent_1", { written_premium_fen: a }),
      policy("pol_2", "ent_1", { written_premium_fen: b }),
    ],
  });

  expect(sums(split("150", "50"))).toEqual(sums(split("100", "100")));
  expect(sums(split("150", "51"))).not.toEqual(sums(split("100", "100")));
  expect([...declassifiedFeeSums(base, holder("SERVICE_AGENCY"))]).toEqual([]);
});

describe("grants", () => {
  const grant = (more: Partial<OracleGrant>): OracleGrant => ({
    ...{ effect: "WIDEN", on: { label: "enterpriseContact" }, right: "R" },
    ...{ rows: { kind: "OWN", value: "" }, ...more },
  });
  const sight = (of: OracleHolder, row: StoredRow): string =>
    sightOf(
      {
        table: "enterprise",
        row,
        coordinate: "Enterprise.safetyManagerPhone",
        label: "enterpriseContact",
      },
      of,
      base,
    );
  const [near, far] = [enterprise("ent_1", "340104"), enterprise("ent_2", "340201")];

  test.each<[string, OracleHolder["type"], OracleGrant[], string, string]>([
    ["nothing", "LOCAL_FINANCE", [], "hidden", "hidden"],
    ["own rows", "LOCAL_FINANCE", [grant({})], "plain", "hidden"],
    [
      "a region",
      "LOCAL_FINANCE",
      [grant({ rows: { kind: "REGION", value: "3402" } })],
      "hidden",
      "plain",
    ],
    ["a mask", "LOCAL_FINANCE", [grant({ right: "M" })], "masked", "hidden"],
    ["less", "EMERGENCY", [grant({ effect: "NARROW", right: "-" })], "hidden", "hidden"],
    [
      "less, down to a mask",
      "EMERGENCY",
      [grant({ effect: "NARROW", right: "M" })],
      "masked",
      "hidden",
    ],
    [
      "more and less, of which less wins",
      "LOCAL_FINANCE",
      [
        grant({}),
        grant({ effect: "NARROW", right: "-", rows: { kind: "SECTOR", value: "FIREWORKS" } }),
      ],
      "hidden",
      "hidden",
    ],
  ])("of %s show it on the rows they say", (_title, type, grants, nearby, away) => {
    const of = holder(type, { grants });
    expect([sight(of, near), sight(of, far)]).toEqual([nearby, away]);
  });

  test("a party's grant never reaches beyond its own rows", () => {
    const far = grant({ rows: { kind: "REGION", value: "34" }, on: { label: "feeDetail" } });
    const of = holder("ENTERPRISE", { enterpriseId: "ent_1", grants: [far] });
    expect(sight(of, enterprise("ent_2", "340201"))).toBe("hidden");
  });
});

test("masks are as the specification writes them", () => {
  const masked = (kind: string, value: string): string | undefined => specifiedMasks[kind]?.(value);
  expect(masked("name", "张三丰")).toBe("张*");
  expect(masked("id", "340100199001010011")).toBe("340100********0011");
  expect(masked("phone", "13812340001")).toBe("138****0001");
  expect(masked("account", "6222020200112233")).toBe("****2233");
});
