import { trusted } from "../../src/database/sql";
import { exampleUscc } from "../../src/domain/registry/identifiers/uscc.rules";
import { percentile } from "../../src/submission/findings/daily-figure";
import { evaluateDue } from "../../src/submission/findings/evaluate-due";
import { reevaluate, reevaluateDay } from "../../src/submission/findings/reevaluate";
import { entityId } from "../../src/database/entity-id";
import { givenEnterprise, givenPolicy } from "../setup/policies";
import { clock, givenRegister, type TestRegister } from "../submission/given-submissions";

/* Figures of peers: what rows are held against is the same all day, and renewed with it. */

const day = (today: string) => ({ ...clock, today });
const insurerId = entityId("ins", "A");
let register: TestRegister;

beforeAll(async () => {
  register = await givenRegister([exampleUscc]);
  const { database } = register;
  const high = entityId("ent", exampleUscc);
  const low = await givenEnterprise(database, "LOW", { risk_grade: "LOW" });
  for (let n = 0; n < 30; n++) {
    const more = { rate_permille: `2.${String(1_000 + n)}` };
    await givenPolicy(database, { insurerId, enterpriseId: high, key: `H${n}` }, more);
    await givenPolicy(database, { insurerId, enterpriseId: low, key: `L${n}` });
  }
  await reevaluateDay(database, clock);
});

afterAll(() => register.close());

async function change(statement: string): Promise<void> {
  await register.database.transaction((t) => t.execute(trusted(statement)));
}

async function judgeDue(today: string): Promise<void> {
  while ((await evaluateDue(register.database, day(today))) > 0);
}

async function unusual(): Promise<unknown[]> {
  const rows = await register.rows(
    `finding f JOIN policy p ON p.id = f.subject_id
      WHERE f.rule_id = 'POL-09' AND f.cleared_at IS NULL`,
    "p.source_key",
  );
  return rows.map((row) => row["source_key"]);
}

function figures(): Promise<Record<string, unknown>[]> {
  return register.rows("daily_figure WHERE name = 'policyRate'", "cell, value, cases, computed_on");
}

test("a percentile is the smallest value that so many per cent do not exceed", async () => {
  const values = Array.from({ length: 20 }, (_, n) => `SELECT 'a' AS cell, ${20 - n} AS value`);
  const rows = [...values, "SELECT 'b', 7", "SELECT 'b', NULL", "SELECT NULL, 1"].join(
    " UNION ALL ",
  );
  const at = async (percent: number): Promise<unknown[]> => {
    const cells = await register.database.read(trusted(percentile(percent, rows)));
    return cells.map(({ cell, value, cases }) => [cell, Number(value), Number(cases)]);
  };

  expect(await at(50)).toEqual([
    ["a", 10, 20],
    ["b", 7, 1],
  ]);
  expect(await at(95)).toEqual([
    ["a", 19, 20],
    ["b", 7, 1],
  ]);
});

test("a policy that arrives is held against the figure of the day, and does not move it", async () => {
  const before = await figures();

  await register.receipt("policy", [{ sourceKey: "N", ratePermille: "9.0000" }]);
  await judgeDue(clock.today);

  expect(await unusual()).toEqual(["N"]);
  expect(await figures()).toEqual(before);
});

test("a renewed figure makes the policies of its cell due, and no others", async () => {
  await change(
    "UPDATE policy SET rate_permille = 9 WHERE source_key LIKE 'H%' AND source_key <> 'H7'",
  );

  expect(await reevaluateDay(register.database, day("2026-07-16"))).toBe(true);

  const due = await register.rows("finding_due", "what, row_ids, row_count");
  // The policy that came yesterday is one more of its county, too.
  expect(new Set(due.map(({ what }) => what))).toEqual(new Set(["POL-09 WARN", "POL-19 INFO"]));
  const rates = due.filter(({ what }) => what === "POL-09 WARN");
  expect(rates.reduce((sum, note) => sum + Number(note["row_count"]), 0)).toBe(31);
  await judgeDue("2026-07-16");
  expect(await unusual()).toEqual(["H7"]);
});

test("what became due by renewed figures is what judging everything finds", async () => {
  await change("UPDATE policy SET rate_permille = 2.5 WHERE source_key LIKE 'H1%'");
  await change("UPDATE policy SET rate_permille = 2.5 WHERE source_key LIKE 'H2%'");
  await reevaluateDay(register.database, day("2026-07-17"));
  await judgeDue("2026-07-17");
  const kept = await unusual();

  await reevaluate(register.database, day("2026-07-17"));

  expect(kept).toEqual(["H0", "H3", "H4", "H5", "H6", "H8", "H9", "N"]);
  expect(await unusual()).toEqual(kept);
});

test("figures that are as they were make nothing due", async () => {
  await reevaluateDay(register.database, day("2026-07-18"));

  expect(await register.rows("finding_due", "what")).toEqual([]);
  expect((await figures()).map((row) => row["computed_on"])).toEqual(["2026-07-18", "2026-07-18"]);
});

test("a cell that lost all its policies accuses nobody, and is forgotten the day after", async () => {
  await change("UPDATE enterprise SET risk_grade = 'MEDIUM' WHERE risk_grade = 'HIGH'");
  await change("UPDATE policy SET voided = 1 WHERE source_key LIKE 'H1%'");
  await reevaluateDay(register.database, day("2026-07-19"));
  await judgeDue("2026-07-19");

  expect(await unusual()).toEqual([]);
  expect((await figures()).map(({ cell, cases }) => [cell, cases])).toEqual([
    ["HAZARDOUS_CHEMICALS HIGH", 0],
    ["HAZARDOUS_CHEMICALS LOW", 30],
    ["HAZARDOUS_CHEMICALS MEDIUM", 20],
  ]);

  await reevaluateDay(register.database, day("2026-07-20"));
  expect(await figures()).toHaveLength(2);
});
