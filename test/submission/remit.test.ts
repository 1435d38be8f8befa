import { entityId } from "../../src/database/entity-id";
import { sql, value } from "../../src/database/sql";
import { exampleUscc } from "../../src/domain/registry/identifiers/uscc.rules";
import { ChangeReason } from "../../src/submission/change-reason";
import { RecordAction } from "../../src/submission/record-action";
import { givenParties, newcomers } from "./given-parties";
import { givenRegister, type RecordPatch, type TestRegister } from "./given-submissions";

const [unknown = ""] = newcomers;

let register: TestRegister;
beforeAll(async () => {
  register = await givenRegister([exampleUscc]);
  await givenParties(register, exampleUscc);
});
afterAll(() => register.close());

const refusals: readonly [by: string, type: string, patch: object, path: string][] = [
  ["EM-3", "enterprise", {}, "$.records[0].regionCode"],
  ["SR", "enterprise", {}, "$.records[0].sector"],
  ["SR", "rosterEntry", {}, "$.records[0].sector"],
  ["EM-3", "accidentReport", {}, "$.records[0].placeRegionCode"],
  ["EM-4", "accidentReport", { placeRegionCode: "3401" }, "$.records[0].placeRegionCode"],
];

test.each(refusals)("what %s sends as %s %j is refused at %s", async (by, type, patch, path) => {
  const before = await register.rowCounts();

  const answer = await register.submit(type, [{ sourceKey: "x", ...patch }], { by });

  expect(answer).toMatchObject({
    __typename: "SubmissionRefused",
    findings: [{ ruleId: "SUB-07", severity: "REFUSE", path }],
  });
  expect(await register.rowCounts()).toEqual(before);
});

test.each(["rosterEntry", "accidentReport"])(
  "a county cannot tell another county's enterprise in a %s from one nobody has",
  async (type) => {
    const place = { placeRegionCode: "340103" };
    const send = (sourceKey: string, enterpriseUscc: string): RecordPatch => ({
      ...{ sourceKey, enterpriseUscc },
      ...(type === "accidentReport" ? place : {}),
    });

    const { outcomes } = await register.receipt(
      type,
      [send("known", exampleUscc), send("unknown", unknown)],
      { by: "EM-3" },
    );

    const [others, nobodys] = outcomes.map(({ status, version, waitsUntil, findings }) => ({
      ...{ status, version, waitsUntil, findings },
    }));
    expect(others).toMatchObject({ status: "PENDING", findings: [{ ruleId: "SUB-22" }] });
    expect(others).toEqual(nobodys);
  },
);

async function obligated(): Promise<unknown> {
  const [row] = await register.database.read(
    sql`SELECT obligated FROM enterprise WHERE uscc = ${value(exampleUscc)}`,
  );
  return row?.["obligated"];
}

test("a unit must insure as long as one authority lists it", async () => {
  const send = (by: string, patch: object): Promise<unknown> =>
    register.receipt("rosterEntry", [{ sourceKey: "listing", ...patch }], { by });
  await send("EM", {});
  await send("EM-4", { listedOn: "2026-02-01" });

  const change = { action: RecordAction.AMEND, baseVersion: 1, effectiveFrom: "2026-07-01" };
  await send("EM", { ...change, delistedOn: "2026-07-01" });
  expect(await obligated()).toBe(1);

  const reason = ChangeReason.WRONG_PARTY;
  await send("EM-4", { action: RecordAction.VOID, baseVersion: 1, reason });
  expect(await obligated()).toBe(0);

  await send("EM-4", { action: RecordAction.REINSTATE, baseVersion: 2, reason });
  expect(await obligated()).toBe(1);
});

test("the grade of an accident is computed, whoever reports it", async () => {
  await register.receipt("accidentReport", [{ sourceKey: "acc", deaths: 3, injuries: 3 }], {
    by: "EM-4",
  });

  const rows = await register.rows("accident_report", "source_key, grade, reported_by_id");
  expect(rows).toEqual([
    { source_key: "acc", grade: "LARGER", reported_by_id: entityId("org", "EM-4") },
  ]);
});

test.each([
  ["a region that does not exist", { regionCode: "340199" }],
  ["a day before the region existed", { asOf: "1999-12-31" }],
])("an enterprise in %s is rejected", async (_why, patch) => {
  const { outcomes } = await register.receipt("enterprise", [{ sourceKey: "reg", ...patch }]);

  expect(outcomes[0]).toMatchObject({
    status: "REJECTED",
    findings: [{ ruleId: "ENT-03", severity: "REJECT", path: "$.regionCode" }],
  });
});
