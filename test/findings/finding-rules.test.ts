import { Database, type Transaction } from "../../src/database/database";
import { migrate } from "../../src/database/migrate";
import { storedEntities } from "../../src/domain/stored-entities";
import { exampleWorld } from "../../src/submission/findings/example-rows";
import {
  findingRules,
  keyOf,
  type FindingExample,
  type FindingRule,
} from "../../src/submission/findings/finding-rule";
import { rulesByStatement } from "../../src/submission/findings/finding-statement";
import { judgeSubjects } from "../../src/submission/findings/judge-subjects";
import { setParameters } from "../../src/submission/findings/set-parameters";
import { exampleClock } from "../../src/submission/rule";
import { givenDatabase, type TestDatabase } from "../setup/database";
import { neededColumns, storeExample } from "./given-examples";

/* Every example of every finding rule, on a real database. */

let given: TestDatabase;
let database: Database;
let needed: Awaited<ReturnType<typeof neededColumns>>;

beforeAll(async () => {
  given = await givenDatabase();
  await migrate(given.url, storedEntities);
  database = new Database(given.url);
  needed = await database.transaction(neededColumns);
});

afterAll(async () => {
  await database.close();
  await given.drop();
});

class Undone extends Error {}

/**
 * Runs an example in a transaction that leaves nothing behind; true when `S` breaks the rule. It
 * is judged together with the rules that the hub judges it with.
 */
async function breaks(rule: FindingRule, example: FindingExample): Promise<boolean> {
  const world = exampleWorld(rule.examples.given, example);
  const ids = rule.subject.own ? Object.keys(world[rule.subject.tables[0] ?? ""] ?? {}) : ["S"];
  let broken = false;
  const judge = async (transaction: Transaction): Promise<void> => {
    await storeExample(transaction, world, needed);
    const subjects = rule.subject.own ? ids : (rule.examples.subjects ?? ids);
    const together = rulesByStatement(findingRules()).find((rules) => rules.includes(rule)) ?? [];
    const parameters = await setParameters(transaction);
    const judged = { ids: subjects, clock: exampleClock, parameters };
    const found = await judgeSubjects(transaction, together, judged);
    const own = [...found.values()].filter((one) => one.rule === rule);
    broken = own.some(({ subjectId }) => subjectId === "S" || !rule.subject.own);
    throw new Undone();
  };
  await database.transaction(judge).catch((error: unknown) => {
    if (!(error instanceof Undone)) throw error;
  });
  return broken;
}

describe.each(findingRules().map((rule) => [keyOf(rule), rule] as const))("%s", (_key, rule) => {
  test.each(rule.examples.meet)("is met: %s", async (...example) => {
    expect(await breaks(rule, example)).toBe(false);
  });

  test.each(rule.examples.break)("is broken: %s", async (...example) => {
    expect(await breaks(rule, example)).toBe(true);
  });

  test("says in both languages what is wrong, on what it rests, and where", () => {
    expect(rule.zh).toMatch(/\p{Script=Han}/u);
    expect(rule.en).not.toMatch(/\p{Script=Han}/u);
    expect(rule.legalBasis).not.toBe("");
    expect(rule.paths.length).toBeGreaterThan(0);
    for (const path of rule.paths) expect(path).toMatch(/^\$\./);
  });
});
