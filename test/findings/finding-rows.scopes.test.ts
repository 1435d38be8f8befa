import { evaluateDue } from "../../src/submission/findings/evaluate-due";
import { reevaluate } from "../../src/submission/findings/reevaluate";
import { givenHub, givenOrganisation, givenRow, type TestHub } from "../setup/hub";
import { givenEnterprise, givenInsurer, givenPolicy } from "../setup/policies";

/* Who sees what is found: whoever may see every row it rests on. */

let hub: TestHub;
const clock = { now: "2026-07-15 04:00:00.000000", today: "2026-07-15" };

beforeAll(async () => {
  hub = await givenHub();
  const { database } = hub;
  const [a, b] = [await givenInsurer(database, "INS-A"), await givenInsurer(database, "INS-B")];
  await givenOrganisation(database, "INS-A", "INSURER", { insurer_id: a });
  await givenOrganisation(database, "INS-B", "INSURER", { insurer_id: b });
  await givenOrganisation(database, "CITY", "EMERGENCY", { region_prefix: "3401" });
  await givenOrganisation(database, "OTHER-CITY", "EMERGENCY", { region_prefix: "3402" });
  await givenOrganisation(database, "AGENCY", "SERVICE_AGENCY", {});
  const enterpriseId = await givenEnterprise(database, "E1");
  await givenOrganisation(database, "ENT-1", "ENTERPRISE", { enterprise_id: enterpriseId });
  // The same enterprise is insured by both (POL-07); A signed late (POL-15).
  await givenPolicy(
    database,
    { insurerId: a, enterpriseId, key: "A1" },
    { signed_on: "2026-02-01" },
  );
  await givenPolicy(database, { insurerId: b, enterpriseId, key: "B1" });
  await reevaluate(database, clock);
});

afterAll(() => hub.close());

async function seenBy(code: string): Promise<string[]> {
  const answer = await hub.ask(code, "{ findings(first: 100) { nodes { ruleId } totalCount } }");
  if (answer.body.errors) throw new Error(answer.text);
  const { nodes, totalCount } = answer.body.data?.["findings"] as {
    nodes: { ruleId: string }[];
    totalCount: number;
  };
  expect(totalCount).toBe(nodes.length);
  return nodes
    .map(({ ruleId }) => ruleId)
    .filter((id) => id.startsWith("POL-0") || id === "POL-15");
}

describe("a finding", () => {
  test("about one insurer's record is seen by that insurer and no other", async () => {
    expect(await seenBy("INS-A")).toEqual(["POL-15"]);
    expect(await seenBy("INS-B")).toEqual([]);
  });

  test("that rests on two insurers' records is seen by neither, but by the authority", async () => {
    expect((await seenBy("CITY")).sort()).toEqual(["POL-07", "POL-07", "POL-15"]);
  });

  test("is seen by the enterprise whose records they all are", async () => {
    expect((await seenBy("ENT-1")).sort()).toEqual(["POL-07", "POL-07", "POL-15"]);
  });

  test("is not seen elsewhere", async () => {
    expect(await seenBy("OTHER-CITY")).toEqual([]);
    expect(await seenBy("AGENCY")).toEqual([]);
  });

  test("says nothing of what was found, only where and by which rule", async () => {
    const fields = "ruleId severity ruleClass subjectType subjectId paths zh en legalBasis status";
    const answer = await hub.ask(
      "INS-A",
      `{ findings(first: 9) { nodes { ${fields} clearedAt } } }`,
    );

    const { nodes } = answer.body.data?.["findings"] as { nodes: Record<string, unknown>[] };
    expect(nodes.find(({ ruleId }) => ruleId === "POL-15")).toMatchObject({
      severity: "EXPLAIN",
      ruleClass: "TIMELINESS",
      subjectType: "Policy",
      paths: ["$.signedOn"],
      status: "OPEN",
      clearedAt: null,
    });
  });
});

test("a lead in SHADOW is kept and published to nobody", async () => {
  await givenRow(hub.database, "finding_due", { what: "policy", row_ids: "x", row_count: 1 });
  await hub.database.transaction((t) =>
    t.execute({ text: "UPDATE finding SET shadow = 1 WHERE rule_id = 'POL-15'", values: [] }),
  );

  expect(await seenBy("INS-A")).toEqual([]);
  expect((await seenBy("CITY")).sort()).toEqual(["POL-07", "POL-07"]);
});

test("what the data no longer break is cleared, and raised again when they do", async () => {
  const change = async (signedOn: string): Promise<void> => {
    await hub.database.transaction(async (t) => {
      await t.execute({
        text: "UPDATE policy SET signed_on = ? WHERE source_key = 'A1'",
        values: [signedOn],
      });
      await t.execute({
        text: "INSERT INTO finding_due (what, row_ids, row_count) SELECT 'policy', id, 1 FROM policy",
        values: [],
      });
    });
    await evaluateDue(hub.database, clock);
  };
  const cleared = async (): Promise<unknown> => {
    const text = "SELECT cleared_at IS NOT NULL AS c FROM finding WHERE rule_id = 'POL-15'";
    const [row] = await hub.database.read({ text, values: [] });
    return row?.["c"];
  };

  await change("2026-01-02");
  expect(await cleared()).toBe(1);
  await change("2026-01-03");
  expect(await cleared()).toBe(0);
});

test("the catalogue is open to everybody", async () => {
  const fields = "id severity ruleClass lifecycle subjects parameters { key standard }";
  const answer = await hub.ask("AGENCY", `{ rules { ${fields} jurisdiction effectiveFrom } }`);

  const rules = answer.body.data?.["rules"] as { id: string }[];
  expect(rules.length).toBeGreaterThan(100);
  expect(rules.find(({ id }) => id === "SVR-05")).toEqual({
    id: "SVR-05",
    severity: "EXPLAIN",
    ruleClass: "FABRICATION",
    lifecycle: "SHADOW",
    subjects: ["ServiceRecord"],
    parameters: [{ key: "hazardInspectionMinutesMin", standard: "120" }],
    jurisdiction: "CN",
    effectiveFrom: "2000-01-01",
  });
});
