import { sql, value } from "../../src/database/sql";
import { actsOn, givenGrantHubs, noticed, startMsMax, type GrantHubs } from "./given-grants";
import type { StoredRow } from "../oracle/visible-rows";

/* What grants change in the answers, over real HTTP on demo data. */

let hubs: GrantHubs;
let acts: ReturnType<typeof actsOn>;
/** A claim in Hefei whose enterprise has two hazards. */
let claim: StoredRow;
beforeAll(async () => {
  hubs = await givenGrantHubs();
  acts = actsOn(hubs.ask);
  const found = await hubs.rows("SELECT * FROM claim WHERE region_code LIKE '3401%' ORDER BY id");
  claim = found[0] as StoredRow;
  const [enterprise, region] = [claim["enterprise_id"], claim["region_code"]].map((v) =>
    value(v as string),
  );
  await hubs.hub.database.transaction((t) =>
    t.execute(sql`UPDATE hazard SET enterprise_id = ${enterprise ?? value(null)},
      region_code = ${region ?? value(null)} WHERE sector = 'HAZARDOUS_CHEMICALS'
      AND region_code LIKE '3401%' ORDER BY id LIMIT 2`),
  );
}, startMsMax);
afterAll(() => hubs.close());

interface Listed {
  totalCount: number;
  nodes: Record<string, unknown>[];
}

/** A root list, up to 200 rows; the error codes when it is denied. */
async function listed(by: string, field: string, selection: string): Promise<Listed | string[]> {
  const query = `{ list: ${field}(first: 200) { totalCount nodes { ${selection} } } }`;
  const { body } = await hubs.ask(by, query);
  if (!body.errors) return body.data?.["list"] as Listed;
  return body.errors.map(({ extensions: e }) => `${String(e["code"])} ${String(e["field"])}`);
}

const idsOf = (list: Listed | string[]): unknown[] =>
  Array.isArray(list) ? list : list.nodes.map(({ id }) => id).sort();

async function stored(query: string): Promise<unknown[]> {
  return (await hubs.rows(query)).map(({ id }) => id).sort();
}

test("FINANCIAL of one city gets hazardDetail of one accident case for 30 days", async () => {
  const rows = { kind: "CLAIM", value: claim["id"] };
  const fields = "id place description enterprise { id }";
  const before = await listed("DEMO-FI-3401", "hazards", fields);
  await acts.grant("DEMO-FI-3401", "DEMO-EM-3401", { label: "hazardDetail", rows });
  const withDetail = await listed("DEMO-FI-3401", "hazards", fields);
  await acts.grant("DEMO-FI-3401", "DEMO-EM-3401", { label: "hazard", rows });

  const with_ = await listed("DEMO-FI-3401", "hazards", fields);
  const inOtherCity = await listed("DEMO-FI-3402", "hazards", fields);

  expect(before).toContain("FORBIDDEN Hazard.place");
  // It has only A on the hazards themselves, so the details alone lead nowhere.
  expect(withDetail).toContain("FORBIDDEN Hazard.id");
  expect(withDetail).not.toContain("FORBIDDEN Hazard.place");
  const expected = await stored(
    `SELECT id FROM hazard WHERE enterprise_id = '${String(claim["enterprise_id"])}'`,
  );
  expect(expected).toHaveLength(2);
  expect(idsOf(with_)).toEqual(expected);
  expect((with_ as Listed).totalCount).toBe(2);
  expect(inOtherCity).toContain("FORBIDDEN Hazard.place");
});

test("after its 30 days, to the instant, it is over", async () => {
  const before = hubs.clock.now;

  hubs.clock.now = new Date("2026-08-14T03:59:59.999Z");
  await noticed();
  const last = await listed("DEMO-FI-3401", "hazards", "id place");
  hubs.clock.now = new Date("2026-08-14T04:00:00.000Z");
  await noticed();
  const over = await listed("DEMO-FI-3401", "hazards", "id place");
  hubs.clock.now = before;
  await noticed();

  expect((last as Listed).totalCount).toBe(2);
  expect(over).toContain("FORBIDDEN Hazard.place");
});

test("a grant that begins later has no effect until then", async () => {
  const begins = { validFrom: "2026-07-16T00:00:00Z" };
  const asked = await acts.request("DEMO-LF-3402", {
    ...{ receiver: "DEMO-LF-3402", label: "claimMoney", effect: "WIDEN", right: "R" },
    ...{ rows: { kind: "OWN" }, purpose: "p", legalBasis: "b", validTo: "2026-08-01T00:00:00Z" },
    ...begins,
  });
  expect((await acts.approve("DEMO-FI-3402", asked.id)).state).toBe("SCHEDULED");
  const query = "{ claimPayments { totalCount nodes { amountFen } } }";
  const before = hubs.clock.now;

  const early = await hubs.ask("DEMO-LF-3402", query);
  hubs.clock.now = new Date("2026-07-16T00:00:00Z");
  await noticed();
  const then = await hubs.ask("DEMO-LF-3402", query);
  hubs.clock.now = before;
  await noticed();

  expect(early.text).toContain('"field":"ClaimPayment.amountFen"');
  expect(then.text).not.toContain('"field":"ClaimPayment.amountFen"');
});

test("a county EMERGENCY bureau loses enterpriseContact, and no other does", async () => {
  const query = "{ enterprises { nodes { name safetyManagerPhone } } }";
  const first = await hubs.ask("DEMO-EM-340104", query);
  const id = await acts.narrow("DEMO-EM-34", "DEMO-EM-340104", { label: "enterpriseContact" });

  const lost = await hubs.ask("DEMO-EM-340104", query);
  const other = await hubs.ask("DEMO-EM-340102", query);
  const rest = await hubs.ask("DEMO-EM-340104", "{ enterprises { nodes { name } } }");
  await acts.revoke("DEMO-EM-34", id);
  await noticed();
  const again = await hubs.ask("DEMO-EM-340104", query);

  expect(first.status).toBe(200);
  expect(lost.body.errors?.[0]?.extensions).toMatchObject({
    ...{ code: "FORBIDDEN", field: "Enterprise.safetyManagerPhone", mention: "SELECT" },
    ...{ label: "enterpriseContact", right: "-", grantedBy: "EMERGENCY" },
  });
  expect(other.status).toBe(200);
  expect(rest.status).toBe(200);
  expect(again.text).toBe(first.text);
});

test("denials name the policy version, which every act on any grant moves on", async () => {
  const query = "{ hazards { nodes { place } } }";
  const versionOf = async (): Promise<string> => {
    const { body } = await hubs.ask("DEMO-FI-3405", query);
    return String(body.errors?.[0]?.extensions["policyVersion"]);
  };
  const first = await versionOf();
  const id = await acts.grant("DEMO-FI-3406", "DEMO-EM-3406", { label: "hazardDetail" });
  const second = await versionOf();
  await acts.revoke("DEMO-FI-3406", id);
  await noticed();
  const third = await versionOf();

  const numbers = [first, second, third].map((text) => Number(/\.(\d+)$/.exec(text)?.[1]));
  expect(numbers).toEqual([numbers[0], (numbers[0] ?? 0) + 3, (numbers[0] ?? 0) + 4]);
});

test("where it reads masked, one enterprise is plain and the others stay masked", async () => {
  const of = "id safetyManagerPhone";
  const [one] = await hubs.rows(
    "SELECT * FROM enterprise WHERE region_code LIKE '3402%' ORDER BY id",
  );
  const rows = { kind: "ENTERPRISE", value: one?.["id"] };
  await acts.grant("DEMO-FI-3402", "DEMO-EM-3402", { label: "enterpriseContact", rows });

  const list = (await listed("DEMO-FI-3402", "enterprises", of)) as Listed;

  const plain = list.nodes.filter(({ safetyManagerPhone: p }) => !String(p).includes("****"));
  expect(list.totalCount).toBeGreaterThan(3);
  expect(plain).toEqual([{ id: one?.["id"], safetyManagerPhone: one?.["safety_manager_phone"] }]);
});

test("a single field of one region limits the rows of operations that mention it", async () => {
  const rows = { kind: "REGION", value: "340403" };
  const field = "Enterprise.safetyManagerPhone";
  await acts.grant("DEMO-LF-3404", "DEMO-EM-3404", { field, rows });

  const mentioned = (await listed(
    "DEMO-LF-3404",
    "enterprises",
    "id safetyManagerPhone",
  )) as Listed;
  const without = (await listed("DEMO-LF-3404", "enterprises", "id")) as Listed;
  const [beyond] = await hubs.rows("SELECT id, uscc FROM enterprise WHERE region_code = '340404'");
  const byKey = (selection: string): Promise<unknown> =>
    hubs
      .ask(
        "DEMO-LF-3404",
        `{ e: enterprise(uscc: "${String(beyond?.["uscc"])}") { ${selection} } }`,
      )
      .then(({ body }) => body);

  expect(idsOf(mentioned)).toEqual(
    await stored("SELECT id FROM enterprise WHERE region_code = '340403'"),
  );
  expect(mentioned.totalCount).toBe(mentioned.nodes.length);
  expect(idsOf(without)).toEqual(
    await stored("SELECT id FROM enterprise WHERE region_code LIKE '3404%'"),
  );
  expect(await byKey("id")).toEqual({ data: { e: { id: beyond?.["id"] } } });
  expect(await byKey("id safetyManagerPhone")).toEqual({ data: { e: null } });
});

test("an authority reaches beyond its jurisdiction with the label it was granted only", async () => {
  const rows = { kind: "REGION", value: "3402" };
  await acts.grant("DEMO-FI-3407", "DEMO-EM-34", { label: "enterprise", rows });

  const enterprises = await listed("DEMO-FI-3407", "enterprises", "id");
  const contacts = await listed("DEMO-FI-3407", "enterprises", "id safetyManagerPhone");
  const policies = await listed("DEMO-FI-3407", "policies", "id");

  // Within what the owner itself supervises: four sectors.
  const bounded = `SELECT id FROM enterprise WHERE region_code LIKE '3407%' OR (region_code LIKE
    '3402%' AND sector IN ('NON_COAL_MINE', 'HAZARDOUS_CHEMICALS', 'METAL_SMELTING', 'FIREWORKS'))`;
  expect(idsOf(enterprises)).toEqual(await stored(bounded));
  // Its masked contacts stay those of its own jurisdiction.
  expect(idsOf(contacts)).toEqual(
    await stored("SELECT id FROM enterprise WHERE region_code LIKE '3407%'"),
  );
  expect(idsOf(policies)).toEqual(
    await stored("SELECT id FROM policy WHERE region_code LIKE '3407%'"),
  );
});

test.each(["SECTOR", "ENTERPRISE"])(
  "rows of a %s reach no further than the owner who gave them",
  async (kind) => {
    const city = kind === "SECTOR" ? "3408" : "3410";
    const [far] = await hubs.rows(
      "SELECT id FROM enterprise WHERE region_code LIKE '3401%' AND sector = 'FIREWORKS'",
    );
    const rows = { kind, value: kind === "SECTOR" ? "FIREWORKS" : far?.["id"] };
    await acts.grant(`DEMO-LF-${city}`, `DEMO-EM-${city}`, { label: "enterpriseContact", rows });

    const list = await listed(`DEMO-LF-${city}`, "enterprises", "id safetyManagerPhone");

    const near = `region_code LIKE '${city}%' AND sector = 'FIREWORKS' AND '${kind}' = 'SECTOR'`;
    expect(far).toBeDefined();
    expect(idsOf(list)).toEqual(await stored(`SELECT id FROM enterprise WHERE ${near}`));
  },
);

test("all rows that an owner of some sectors gives are those of its sectors", async () => {
  const other = sql`UPDATE enterprise SET sector = 'CONSTRUCTION'
    WHERE region_code LIKE '3401%' ORDER BY id LIMIT 1`;
  await hubs.hub.database.transaction((t) => t.execute(other));
  await acts.grant("DEMO-LF-3401", "DEMO-EM-3401", { label: "enterpriseContact" });

  const list = await listed("DEMO-LF-3401", "enterprises", "id safetyManagerPhone");
  const own = await listed("DEMO-LF-3401", "enterprises", "id");

  expect(idsOf(list)).toEqual(
    await stored(`SELECT id FROM enterprise WHERE region_code LIKE '3401%' AND sector IN
      ('NON_COAL_MINE', 'HAZARDOUS_CHEMICALS', 'METAL_SMELTING', 'FIREWORKS')`),
  );
  expect(idsOf(own)).toEqual(
    await stored("SELECT id FROM enterprise WHERE region_code LIKE '3401%'"),
  );
});

test("a grant to a party never reaches beyond its own rows", async () => {
  const [agency] = await hubs.rows("SELECT * FROM organisation WHERE code = 'DEMO-SA-1'");
  const own = `SELECT p.id FROM policy p WHERE EXISTS (SELECT 1 FROM service_plan s WHERE
    s.policy_id = p.id AND s.service_agency_id = '${String(agency?.["service_agency_id"])}')
    OR EXISTS (SELECT 1 FROM service_record s WHERE s.policy_id = p.id
    AND s.service_agency_id = '${String(agency?.["service_agency_id"])}')`;
  const rows = { kind: "REGION", value: "34" };
  for (const label of ["policy", "price"])
    await acts.grant("DEMO-SA-1", "DEMO-FI-34", { label, rows });

  const list = await listed("DEMO-SA-1", "policies", "id writtenPremiumFen");

  const expected = await stored(own);
  expect(expected.length).toBeGreaterThan(0);
  expect(idsOf(list)).toEqual(expected);
  expect((list as Listed).totalCount).toBe(expected.length);
});

test("an enterprise that is taken away is not found, not listed and not counted", async () => {
  const all = (await listed("DEMO-EM-340111", "enterprises", "id")) as Listed;
  const [one] = await hubs.rows("SELECT id, uscc FROM enterprise WHERE region_code = '340111'");
  const rows = { kind: "ENTERPRISE", value: one?.["id"] };
  const id = await acts.narrow("DEMO-EM-34", "DEMO-EM-340111", { label: "enterprise", rows });
  const byKey = `{ enterprise(uscc: "${String(one?.["uscc"])}") { id } }`;

  const list = (await listed("DEMO-EM-340111", "enterprises", "id")) as Listed;
  const found = await hubs.ask("DEMO-EM-340111", byKey);
  const nobody = await hubs.ask(
    "DEMO-EM-340111",
    '{ enterprise(uscc: "000000000000000000") { id } }',
  );
  await acts.revoke("DEMO-EM-34", id);

  expect(list.totalCount).toBe(all.totalCount - 1);
  expect(idsOf(list)).not.toContain(one?.["id"]);
  expect(found.text).toBe(nobody.text);
});
