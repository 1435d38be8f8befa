import { entityId } from "../../src/database/entity-id";
import { sql } from "../../src/database/sql";
import { judgeDay, type DayFacts } from "../../src/submission/streams/judge-day";
import { givenRow, type TestHub } from "../setup/hub";
import { givenSubmittingHub, submitTo } from "./given-hub-submissions";

let hub: TestHub;
beforeAll(async () => {
  hub = await givenSubmittingHub();
  // 14 July 2026 is a Tuesday; the hub's today is Wednesday 15 July.
  await givenRow(hub.database, "calendar_exception", {
    ...{ id: entityId("cal", "2026-07-09"), day: "2026-07-09", working: 0, note: "holiday" },
  });
  await submitTo(hub, "INS-A", "policy", [
    { sourceKey: "1", signedOn: "2026-07-14", startDate: "2026-07-16" },
    { sourceKey: "2", signedOn: "2026-07-14", startDate: "2026-07-16" },
    { sourceKey: "3", signedOn: "2026-07-10", startDate: "2026-07-16" },
    {
      ...{ sourceKey: "4", signedOn: "2026-07-08", startDate: "2026-07-16" },
      renewalOfKey: "not there",
    },
    { sourceKey: "5", signedOn: "2026-07-12", startDate: "2026-07-16" },
  ]);
});
afterAll(async () => {
  const { mistakes } = hub;
  await hub.close();
  expect(mistakes).toEqual([]);
});

const query = `query ($from: Day!, $to: Day!, $recordType: String) {
  submissionStreams(from: $from, to: $to, recordType: $recordType) { insurer recordType
    heldSubmissions days { day dueOn state records waiting lateRecords isContradicted
      brokenRules nilDeclaredAt } } }`;
const week = { from: "2026-07-07", to: "2026-07-15", recordType: "policy" };

interface Stream {
  insurer: string;
  recordType: string;
  days: Record<string, unknown>[];
}

async function streams(code: string, variables: object = week): Promise<Stream[]> {
  const { body, text } = await hub.ask(code, query, variables);
  if (!body.data) throw new Error(text);
  return body.data["submissionStreams"] as Stream[];
}

const declare = (code: string, recordType: string, day: string): ReturnType<TestHub["ask"]> =>
  hub.ask(
    code,
    `mutation ($input: NothingToReportInput!) { declareNothingToReport(input: $input) {
      recordType day declaredAt } }`,
    { input: { recordType, day } },
  );

test("a stream says of each working day what was received, missed, late or is not due", async () => {
  const [stream] = await streams("INS-A");

  const shown = stream?.days.map((d) => [
    ...[d["day"], d["dueOn"], d["state"], d["records"], d["waiting"], d["lateRecords"]],
    d["brokenRules"],
  ]);
  expect(shown).toEqual([
    ["2026-07-07", "2026-07-08", "MISSING", 0, 0, 0, ["REC-01"]],
    // It waits, but it was received; the day after it was a holiday.
    ["2026-07-08", "2026-07-10", "RECEIVED", 1, 1, 1, ["SUB-11"]],
    ["2026-07-10", "2026-07-13", "RECEIVED", 1, 0, 1, ["SUB-11"]],
    // A Sunday is shown because there is something of it.
    ["2026-07-12", "2026-07-13", "RECEIVED", 1, 0, 1, ["SUB-11"]],
    ["2026-07-13", "2026-07-14", "MISSING", 0, 0, 0, ["REC-01"]],
    ["2026-07-14", "2026-07-15", "RECEIVED", 2, 0, 0, []],
    ["2026-07-15", "2026-07-16", "OPEN", 0, 0, 0, []],
  ]);
});

test("a day with nothing to report is declared, once, and late when it is late", async () => {
  const first = await declare("INS-B", "policy", "2026-07-14");
  await declare("INS-B", "policy", "2026-07-14");
  await declare("INS-B", "policy", "2026-07-13");

  expect(first.body.data?.["declareNothingToReport"]).toEqual({
    ...{ recordType: "policy", day: "2026-07-14", declaredAt: "2026-07-15T04:00:00.000000Z" },
  });
  const [stream] = await streams("INS-B", { ...week, from: "2026-07-13" });
  expect(stream?.days).toMatchObject([
    { day: "2026-07-13", state: "NIL", brokenRules: ["SUB-11"] },
    { day: "2026-07-14", state: "NIL", brokenRules: [] },
    { day: "2026-07-15", state: "OPEN" },
  ]);
  expect(await hub.database.read(sql`SELECT day FROM nil_declaration`)).toHaveLength(2);
});

test("nothing to report does not hide what was reported", async () => {
  await declare("INS-A", "policy", "2026-07-14");

  const [stream] = await streams("INS-A", { ...week, from: "2026-07-14" });

  expect(stream?.days[0]).toMatchObject({ state: "RECEIVED", isContradicted: true });
});

test.each([
  ["INS-A", "policy", "2026-07-16", "BAD_USER_INPUT"],
  ["INS-A", "poetry", "2026-07-14", "BAD_USER_INPUT"],
  ["EM", "policy", "2026-07-14", "FORBIDDEN"],
  ["AG", "policy", "2026-07-14", "FORBIDDEN"],
])("%s may not declare that there is no %s on %s: %s", async (code, type, day, error) => {
  const { body } = await declare(code, type, day);

  expect(body.errors?.map(({ extensions }) => extensions["code"])).toEqual(
    expect.arrayContaining([error]),
  );
});

test("an insurer sees its own streams, an authority those seated in its region", async () => {
  const seen = async (code: string): Promise<string[]> => [
    ...new Set((await streams(code)).map(({ insurer }) => insurer)),
  ];

  expect(await seen("INS-A")).toEqual(["INS-A"]);
  expect(await seen("EM")).toEqual(["INS-A", "INS-B"]);
  expect(await seen("FIN")).toEqual(["INS-A", "INS-B"]);
  expect(await seen("EM-FAR")).toEqual([]);
});

test.each(["AG", "LF"])("%s sees no streams", async (code) => {
  const { body } = await hub.ask(code, query, week);

  expect(body.errors?.[0]?.extensions["code"]).toBe("FORBIDDEN");
});

test.each([
  ["2026-07-14", "2026-07-13"],
  ["2026-06-01", "2026-07-02"],
])("streams of %s to %s are refused", async (from, to) => {
  const { body } = await hub.ask("INS-A", query, { ...week, from, to });

  expect(body.errors?.[0]?.extensions["code"]).toBe("BAD_USER_INPUT");
});

describe("a day", () => {
  const day: DayFacts = {
    ...{ day: "2026-07-13", dueOn: "2026-07-14", isWorkingDay: true, arrivals: [], nil: null },
  };
  const arrival = { firstAt: "x", records: 1, waiting: 0 };

  test.each<[string, Partial<DayFacts>, string, object]>([
    ["on its due day", {}, "2026-07-14", { state: "OPEN", brokenRules: [] }],
    ["the day after", {}, "2026-07-15", { state: "MISSING", brokenRules: ["REC-01"] }],
    ["off work", { isWorkingDay: false }, "2026-07-15", { state: "OPEN" }],
    [
      "received on its due day",
      { arrivals: [{ ...arrival, on: "2026-07-14" }] },
      ...(["2026-07-15", { lateRecords: 0, brokenRules: [] }] as const),
    ],
    [
      "received the day after",
      { arrivals: [{ ...arrival, on: "2026-07-15" }] },
      ...(["2026-07-15", { lateRecords: 1, brokenRules: ["SUB-11"] }] as const),
    ],
  ])("%s", (_, facts, today, expected) => {
    expect(judgeDay({ ...day, ...facts }, today)).toMatchObject(expected);
  });
});
