import { loadDemo } from "../../seeds/demo/load-demo";
import { demoManifest, type DemoManifest } from "../../seeds/demo/violations";
import { leadsReport } from "../../src/cli/leads-report";
import { measureLeads, type MeasuredRule } from "../../src/cli/measure-leads";
import { Database } from "../../src/database/database";
import { migrate } from "../../src/database/migrate";
import { storedEntities } from "../../src/domain/stored-entities";
import { findingRules } from "../../src/submission/findings/finding-rule";
import { reevaluate } from "../../src/submission/findings/reevaluate";
import { wilsonInterval } from "../../src/submission/findings/wilson-interval";
import { RuleClass } from "../../src/submission/rule-class";
import { RuleLifecycle } from "../../src/submission/rule-lifecycle";
import { ruleStanding } from "../../src/submission/rule";
import { givenDatabase, type TestDatabase } from "../setup/database";

/* A small demo world, whose every breach is known, judged by all rules. */

const options = { enterprises: 600, seed: 11, today: "2026-06-01" };
const timeoutMs = 600_000;
let given: TestDatabase;
let database: Database;
let manifest: DemoManifest;
let measured: MeasuredRule[];

beforeAll(async () => {
  given = await givenDatabase();
  await migrate(given.url, storedEntities);
  database = new Database(given.url);
  const silent = (): void => undefined;
  await loadDemo({ ...options, databaseUrl: given.url, withoutSubmitter: false, log: silent });
  await reevaluate(database, { now: "2026-06-01 04:00:00.000000", today: options.today });
  manifest = demoManifest(options);
  measured = await measureLeads(database, manifest);
}, timeoutMs);

afterAll(async () => {
  await database.close();
  await given.drop();
});

function seeded(ruleId: string): number {
  const kinds = manifest.kinds.filter(({ rule }) => rule === ruleId);
  return kinds.reduce((sum, { subjects }) => sum + subjects.length, 0);
}

describe("measured on a demo", () => {
  test("every rule finds all that was seeded and nothing else", () => {
    for (const { ruleId, right, wrong, missed } of measured)
      expect({ ruleId, right, wrong, missed }).toEqual({
        ruleId,
        right: seeded(ruleId),
        wrong: 0,
        missed: 0,
      });
  });

  test("all seeded rules are measured", () => {
    const names = new Set(measured.map(({ ruleId }) => ruleId));
    const rules = new Set(manifest.kinds.map(({ rule }) => rule));

    expect([...rules].filter((rule) => !names.has(rule))).toEqual([]);
  });

  test("the report says these numbers", () => {
    const lines = leadsReport(measured).split("\n");

    const reused = lines.find((line) => line.startsWith("SVR-11"));
    const count = seeded("SVR-11");
    expect(count).toBeGreaterThan(0);
    expect(reused?.split(/\s+/).slice(1, 6)).toEqual([
      RuleClass.FABRICATION,
      String(count),
      String(count),
      "0",
      "0",
    ]);
  });

  test("nothing of a lead is published", async () => {
    const leads = findingRules().filter(({ class: of }) => of === RuleClass.FABRICATION);
    const rows = await database.read({
      text: "SELECT DISTINCT rule_id, shadow FROM finding WHERE rule_class = 'FABRICATION'",
      values: [],
    });

    expect(leads.length).toBeGreaterThan(10);
    expect(new Set(leads.map((rule) => ruleStanding(rule).lifecycle))).toEqual(
      new Set([RuleLifecycle.SHADOW]),
    );
    expect(rows.length).toBeGreaterThan(2);
    expect(rows.every((row) => row["shadow"] === 1)).toBe(true);
  });
});

describe("a Wilson interval", () => {
  test("is that of the textbook", () => {
    const interval = wilsonInterval(8, 10);

    expect(interval?.share).toBe(0.8);
    expect(interval?.low).toBeCloseTo(0.4902, 4);
    expect(interval?.high).toBeCloseTo(0.9433, 4);
  });

  test.each([
    [0, 5, 0, 0.4345],
    [5, 5, 0.5655, 1],
  ])("%d of %d stays within nothing and all", (part, whole, low, high) => {
    expect(wilsonInterval(part, whole)?.low).toBeCloseTo(low, 4);
    expect(wilsonInterval(part, whole)?.high).toBeCloseTo(high, 4);
  });

  test("is none of nothing", () => {
    expect(wilsonInterval(0, 0)).toBeNull();
  });
});
