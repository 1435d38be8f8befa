import { entityId } from "../../src/database/entity-id";
import { exampleUscc } from "../../src/domain/registry/identifiers/uscc.rules";
import { reevaluate } from "../../src/submission/findings/reevaluate";
import { givenHub, givenOrganisation, type TestHub } from "../setup/hub";
import { givenEnterprise, givenInsurer, givenPolicy } from "../setup/policies";

/* What is judged of a whole market: shares of counties, and series of policy numbers. */

const clock = { now: "2026-07-15 04:00:00.000000", today: "2026-07-15" };
const [a, b] = [entityId("ins", "A"), entityId("ins", "B")];
let hub: TestHub;
let enterpriseId: string;
let count = 0;

beforeAll(async () => {
  hub = await givenHub();
  const { database } = hub;
  for (const code of ["A", "B"]) {
    await givenInsurer(database, code);
    await givenOrganisation(database, `INS-${code}`, "INSURER", {
      insurer_id: entityId("ins", code),
    });
  }
  await givenOrganisation(database, "PROVINCE", "FINANCIAL", {});
  await givenOrganisation(database, "COUNTY", "EMERGENCY", { region_prefix: "340104" });
  await givenOrganisation(database, "OTHER", "EMERGENCY", { region_prefix: "340102" });
  enterpriseId = await givenEnterprise(database, exampleUscc);
});

afterAll(() => hub.close());

async function given(insurerId: string, policyNo: string, more = {}): Promise<void> {
  const key = String(count++);
  await givenPolicy(
    hub.database,
    { insurerId, enterpriseId, key },
    { policy_no: policyNo, ...more },
  );
}

async function figures(name: string): Promise<unknown[]> {
  await reevaluate(hub.database, clock);
  const rows = await hub.database.read({
    text: "SELECT cell, value, cases FROM daily_figure WHERE name = ? ORDER BY cell",
    values: [name],
  });
  return rows.map(({ cell, value, cases }) => [cell, Number(value), cases]);
}

async function found(code: string, ruleId: string): Promise<unknown> {
  const { body, text } = await hub.ask(
    code,
    `{ findings(first: 50, where: { ruleId: { eq: "${ruleId}" } }) { nodes { subjectId } } }`,
  );
  if (body.errors) throw new Error(text);
  const { nodes } = body.data?.["findings"] as { nodes: { subjectId: string }[] };
  return nodes.map(({ subjectId }) => subjectId);
}

const numbers = (prefix: string, from: number, to: number, step = 1): string[] =>
  Array.from(
    { length: Math.floor((to - from) / step) + 1 },
    (_, n) => `${prefix}${String(from + n * step).padStart(6, "0")}`,
  );

test("a number is missing in a dense series, whatever other series it stands between", async () => {
  for (const no of numbers("AH202634010", 1, 40)) if (!no.endsWith("7")) await given(a, no);
  for (const no of numbers("AH202634020", 500, 530)) await given(a, no);
  // Void, it was used all the same.
  await given(a, "AH202634020000531", { voided: 1 });
  // Shared with other products, too few, or no numbers at all.
  for (const no of numbers("X", 10, 400, 10)) await given(b, no);
  for (const no of numbers("Y", 1, 30)) if (no !== "Y000003") await given(b, no);
  for (let n = 0; n < 31; n++) await given(b, `Z${String(n)}号`);

  expect(await figures("missingPolicyNumbers")).toEqual([[`${a}:2026`, 4, 68]]);
  expect(await found("INS-A", "POL-18")).toEqual([`${a}:2026`]);
  expect(await found("PROVINCE", "POL-18")).toEqual([`${a}:2026`]);
  expect(await found("INS-B", "POL-18")).toEqual([]);
});

test("one insurer's share of a county counts policies in force", async () => {
  const elsewhere = { region_code: "340202" };
  for (let n = 0; n < 27; n++) await given(a, `S${String(n)}号`, elsewhere);
  for (let n = 0; n < 3; n++) await given(b, `S${String(n)}号`, { region_code: "340202001" });
  for (const past of [{ end_date: "2026-07-14" }, { cancelled_on: "2026-07-15" }, { voided: 1 }])
    await given(b, "S9号", { ...elsewhere, ...past });

  expect(await figures("largestInsurerPct")).toContainEqual(["340202", 90, 30]);
});

test("that a county has one insurer is told to its authorities alone", async () => {
  await hub.database.transaction((transaction) =>
    transaction.execute({
      text: "UPDATE policy SET voided = 1 WHERE insurer_id = ? AND region_code = '340104'",
      values: [b],
    }),
  );
  await reevaluate(hub.database, clock);

  expect(await found("COUNTY", "POL-19")).toEqual(["340104"]);
  expect(await found("PROVINCE", "POL-19")).toEqual(expect.arrayContaining(["340104", "340202"]));
  for (const code of ["OTHER", "INS-A", "INS-B"]) expect(await found(code, "POL-19")).toEqual([]);
});
