import { Database } from "../../src/database/database";
import { migrate } from "../../src/database/migrate";
import { storedEntities } from "../../src/domain/stored-entities";
import { findingRules, type FindingRule } from "../../src/submission/findings/finding-rule";
import { findingStatement } from "../../src/submission/findings/finding-statement";
import { keepFindings } from "../../src/submission/findings/keep-findings";
import { RuleClass } from "../../src/submission/rule-class";
import { RuleLifecycle } from "../../src/submission/rule-lifecycle";
import { exampleClock, findingsOf, ruleStanding, type Rule } from "../../src/submission/rule";
import { Severity } from "../../src/submission/severity";
import { givenDatabase, type TestDatabase } from "../setup/database";
import { givenEnterprise, givenInsurer, givenPolicy } from "../setup/policies";

/* Where, when and how far a rule holds. */

const always: Rule<{ day: string }> = {
  id: "TST-01",
  severity: Severity.REJECT,
  legalBasis: "ENG",
  zh: "试",
  en: "test",
  businessDay: ({ day }) => day,
  breaches: () => ["$"],
  examples: { meet: [["none", { day: "" }]], break: [["all", { day: "" }]] },
};
const broken = (change: Partial<Rule<{ day: string }>>, day = "2026-06-01"): number =>
  findingsOf({ ...always, ...change }, { day }, { clock: exampleClock }).length;

describe("a rule about a record", () => {
  test.each([
    [RuleLifecycle.DRAFT, 0],
    [RuleLifecycle.SHADOW, 0],
    [RuleLifecycle.ACTIVE, 1],
    [RuleLifecycle.RETIRED, 0],
  ])("that is %s finds %d", (lifecycle, count) => {
    expect(broken({ lifecycle })).toBe(count);
  });

  test.each([
    ["the day before it holds", "2026-05-31", 0],
    ["its first day", "2026-06-01", 1],
    ["its last day", "2026-06-30", 1],
    ["the day after", "2026-07-01", 0],
  ])("judges %s (%s) by what was in force: %d", (_title, day, count) => {
    const period = { effectiveFrom: "2026-06-01", effectiveTo: "2026-06-30" };

    expect(broken(period, day)).toBe(count);
  });
});

test("leads are in SHADOW, everything else is ACTIVE, unless they say otherwise", () => {
  const standing = (ruleClass: RuleClass) =>
    ruleStanding({ severity: Severity.EXPLAIN, class: ruleClass }).lifecycle;

  expect(standing(RuleClass.FABRICATION)).toBe(RuleLifecycle.SHADOW);
  expect(standing(RuleClass.LEDGER)).toBe(RuleLifecycle.ACTIVE);
});

describe("a rule about committed rows", () => {
  let given: TestDatabase;
  let database: Database;
  let policyId: string;
  const rule = findingRules().find(({ id, aspect }) => id === "POL-15" && !aspect) as FindingRule;

  beforeAll(async () => {
    given = await givenDatabase();
    await migrate(given.url, storedEntities);
    database = new Database(given.url);
    const insurerId = await givenInsurer(database, "A");
    const enterpriseId = await givenEnterprise(database, "E");
    const late = { signed_on: "2026-06-01", region_code: "340104" };
    policyId = await givenPolicy(database, { insurerId, enterpriseId, key: "P" }, late);
  });

  afterAll(async () => {
    await database.close();
    await given.drop();
  });

  test.each([
    [{ jurisdiction: "CN" }, 1],
    [{ jurisdiction: "3401" }, 1],
    [{ jurisdiction: "3402" }, 0],
    [{ effectiveFrom: "2026-06-01" }, 1],
    [{ effectiveFrom: "2026-06-02" }, 0],
    [{ effectiveTo: "2026-06-01" }, 1],
    [{ effectiveTo: "2026-05-31" }, 0],
  ])("%j finds %d", async (standing, count) => {
    const judged = { ids: [policyId], clock: exampleClock, parameters: new Set<string>() };
    const statement = findingStatement([{ ...rule, ...standing }], judged);

    expect(await database.read(statement)).toHaveLength(count);
  });

  test("that is retired clears what it found", async () => {
    const judge = (lifecycle: RuleLifecycle): Promise<void> =>
      database.transaction((transaction) =>
        keepFindings(transaction, [{ ...rule, lifecycle }], [policyId], exampleClock),
      );
    const open = async (): Promise<unknown[]> => {
      const text = "SELECT shadow FROM finding WHERE cleared_at IS NULL";
      return (await database.read({ text, values: [] })).map((row) => row["shadow"]);
    };

    await judge(RuleLifecycle.SHADOW);
    expect(await open()).toEqual([1]);
    await judge(RuleLifecycle.ACTIVE);
    expect(await open()).toEqual([0]);
    await judge(RuleLifecycle.RETIRED);
    expect(await open()).toEqual([]);
  });
});
