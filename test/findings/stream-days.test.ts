import { entityId } from "../../src/database/entity-id";
import { sql, trusted, value } from "../../src/database/sql";
import { evaluateDue } from "../../src/submission/findings/evaluate-due";
import { reevaluate, reevaluateDay } from "../../src/submission/findings/reevaluate";
import { judgeDay } from "../../src/submission/streams/judge-day";
import { readStreams, streamDayKey } from "../../src/submission/streams/read-streams";
import { createWorkingDayCalendar } from "../../src/domain/registry/working-days";
import { givenSubmittingHub, submitTo } from "../submission/given-hub-submissions";
import type { TestHub } from "../setup/hub";

/* Silence is found: days of which an insurer has neither reported nor declared anything. */

const owner = entityId("ins", "A");
const day = (today: string) => ({ now: `${today} 04:00:00.000000`, today });
let hub: TestHub;

beforeAll(async () => {
  hub = await givenSubmittingHub();
  // The hub's day is Wednesday, 15 July 2026.
  await submitTo(hub, "INS-A", "policy", [
    { sourceKey: "1", signedOn: "2026-07-14", startDate: "2026-07-16" },
    { sourceKey: "2", signedOn: "2026-07-17", startDate: "2026-07-20" },
    { sourceKey: "3", signedOn: "2026-07-14", startDate: "2026-07-16", renewalOfKey: "not there" },
  ]);
  await reevaluate(hub.database, day("2026-07-22"));
});

afterAll(() => hub.close());

async function found(rule: string): Promise<unknown[]> {
  const rows = await hub.database.read(
    sql`SELECT subject_id FROM finding WHERE rule_id = ${value(rule)} AND cleared_at IS NULL
      ORDER BY subject_id`,
  );
  return rows.map((row) => row["subject_id"]);
}

const silent = (...days: string[]): string[] => days.map((one) => `${owner}:policy:2026-07-${one}`);

test("working days past due without records are found, from the first day of reporting on", async () => {
  expect(await found("REC-01")).toEqual(silent("15", "16", "20"));
});

test("they are those that the published streams call missing", async () => {
  const asked = { owners: [owner], types: ["policy"], from: "2026-07-15", to: "2026-07-22" };
  const facts = await readStreams((statement) => hub.database.read(statement), asked);
  const calendar = createWorkingDayCalendar([]);

  const missing = ["15", "16", "17", "18", "19", "20", "21", "22"].filter((n) => {
    const at = `2026-07-${n}`;
    const arrivals = facts.arrivals.get(streamDayKey(owner, "policy", at)) ?? [];
    const isWorkingDay = calendar.isWorkingDay(at);
    const dueOn = calendar.addWorkingDays(at, 1);
    const judged = judgeDay({ day: at, dueOn, isWorkingDay, arrivals, nil: null }, "2026-07-22");
    return judged.brokenRules.includes("REC-01");
  });

  expect(silent(...missing)).toEqual(await found("REC-01"));
});

test("a record that waits too long is found by the id it is to have", async () => {
  expect(await found("REC-06")).toEqual([]);

  await reevaluate(hub.database, day("2026-07-23"));

  expect(await found("REC-06")).toEqual([entityId("pol", owner, "3")]);
  await reevaluate(hub.database, day("2026-07-22"));
  expect(await found("REC-06")).toEqual([]);
});

test("the insurer and the authorities of its seat see it, and nobody else", async () => {
  const seen = async (code: string): Promise<number> => {
    const where = '{ subjectType: { eq: "StreamDay" } }';
    const answer = await hub.ask(
      code,
      `{ findings(first: 9, where: ${where}) { nodes { clearedAt } } }`,
    );
    const { nodes } = answer.body.data?.["findings"] as { nodes: { clearedAt: unknown }[] };
    return nodes.filter(({ clearedAt }) => clearedAt === null).length;
  };

  expect(await seen("INS-A")).toBe(3);
  expect(await seen("EM")).toBe(3);
  expect(await seen("FIN")).toBe(3);
  expect(await seen("INS-B")).toBe(0);
  expect(await seen("EM-FAR")).toBe(0);
});

test("what is declared late is judged again at once", async () => {
  await hub.ask(
    "INS-A",
    `mutation { declareNothingToReport(input: { recordType: "policy", day: "2026-07-15" }) {
      declaredAt } }`,
  );

  while ((await evaluateDue(hub.database, day("2026-07-22"))) > 0);

  expect(await found("REC-01")).toEqual(silent("16", "20"));
});

test("what arrives late is judged again on the next day", async () => {
  await hub.database.transaction((transaction) =>
    transaction.execute(trusted(`UPDATE finding_clock SET judged_on = '2026-07-22' WHERE id = 1`)),
  );
  await submitTo(hub, "INS-A", "policy", [
    { sourceKey: "4", signedOn: "2026-07-16", startDate: "2026-07-20" },
  ]);

  await reevaluateDay(hub.database, day("2026-07-23"));

  expect(await found("REC-01")).toEqual(silent("20", "21"));
});

test("a day is looked at for 92 days", async () => {
  await reevaluate(hub.database, day("2026-10-20"));
  expect(await found("REC-01")).toEqual(expect.arrayContaining(silent("20")));

  await reevaluate(hub.database, day("2026-10-21"));
  expect(await found("REC-01")).not.toEqual(expect.arrayContaining(silent("20")));
});
