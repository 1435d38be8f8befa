import { ChangeReason } from "../../src/submission/change-reason";
import { standingVersion, type StatedVersion } from "../../src/submission/history/standing-version";
import { RecordAction } from "../../src/submission/record-action";
import type { TestHub } from "../setup/hub";
import { givenSubmittingHub, submitTo } from "./given-hub-submissions";

const { NEW, AMEND, CORRECT, VOID, REINSTATE } = RecordAction;
const reason = ChangeReason.TYPING_ERROR;

let hub: TestHub;
let recordId: string;
beforeAll(async () => {
  hub = await givenSubmittingHub();
  const sourceKey = "P";
  const receipt = await submitTo(hub, "INS-A", "policy", [{ sourceKey }]);
  recordId = (receipt["outcomes"] as { recordId: string }[])[0]?.recordId ?? "";
  await submitTo(hub, "INS-A", "policy", [
    { sourceKey, action: AMEND, baseVersion: 1, effectiveFrom: "2026-07-01", insuredCount: 9 },
  ]);
  await submitTo(hub, "INS-A", "policy", [
    { sourceKey, action: CORRECT, baseVersion: 2, reason, insuredCount: 8 },
  ]);
  await submitTo(hub, "INS-A", "policy", [{ sourceKey, action: VOID, baseVersion: 3, reason }]);
});
afterAll(async () => {
  const { mistakes } = hub;
  await hub.close();
  expect(mistakes).toEqual([]);
});

const query = `query ($recordId: ID, $recordType: String, $sourceKey: String, $knownAt: Instant,
  $effectiveAt: Day) { history(recordId: $recordId, recordType: $recordType, sourceKey: $sourceKey,
    knownAt: $knownAt, effectiveAt: $effectiveAt) { recordId recordType
      versions { version action effectiveFrom reason receivedAt recordedAt submissionId
        ruleSetVersion } } }`;

async function versions(code: string, variables: object): Promise<Record<string, unknown>[]> {
  const { body, text } = await hub.ask(code, query, variables);
  if (!body.data) throw new Error(text);
  return (body.data["history"] as { versions: Record<string, unknown>[] }).versions;
}

describe("a history", () => {
  test("tells the owner what was said and when, also of a void record", async () => {
    const said = await versions("INS-A", { recordType: "policy", sourceKey: "P" });

    expect(said).toMatchObject([
      { version: 1, action: "NEW", reason: null, effectiveFrom: null },
      { version: 2, action: "AMEND", effectiveFrom: "2026-07-01" },
      { version: 3, action: "CORRECT", reason: "TYPING_ERROR" },
      { version: 4, action: "VOID", receivedAt: "2026-07-15T04:00:00.000000Z" },
    ]);
    expect(await versions("INS-A", { recordId })).toEqual(said);
  });

  test.each([
    ["EM", 4],
    ["FIN", 4],
    ["INS-A", 4],
    ["INS-B", 0],
    ["EM-FAR", 0],
  ])("is told to %s in %d versions: as far as its rows reach", async (code, count) => {
    expect(await versions(code, { recordId })).toHaveLength(count);
  });

  test.each(["AG", "LF"])("is not told to %s", async (code) => {
    const { body } = await hub.ask(code, query, { recordId });

    expect(body.errors?.[0]?.extensions["code"]).toBe("FORBIDDEN");
  });

  test("of another insurer's key is as empty as of one nobody has", async () => {
    const key = (sourceKey: string): object => ({ recordType: "policy", sourceKey });

    expect(await versions("INS-B", key("P"))).toEqual(await versions("INS-B", key("none")));
  });

  test("says what the hub knew at an instant", async () => {
    const before = { recordId, knownAt: "2026-07-15T11:59:59+08:00" };

    expect(await versions("INS-A", before)).toEqual([]);
    expect(
      await versions("INS-A", { recordId, knownAt: "2026-07-15T12:00:00+08:00" }),
    ).toHaveLength(4);
  });

  test.each([
    [{}],
    [{ recordId: "pol_x", recordType: "policy", sourceKey: "P" }],
    [{ recordType: "policy" }],
    [{ recordId: "nothing" }],
    [{ recordType: "poetry", sourceKey: "P" }],
  ])("of %j is refused", async (variables) => {
    const { body } = await hub.ask("INS-A", query, variables);

    expect(["BAD_USER_INPUT", "BAD_ID"]).toContain(body.errors?.[0]?.extensions["code"]);
  });
});

test.each<[string, string, number | null]>([
  ["N", "2000-01-01", 1],
  ["N A07", "2026-06-30", 1],
  ["N A07", "2026-07-01", 2],
  ["N A07 A05", "2026-06-01", 3],
  ["N A07 A05", "2026-08-01", 3],
  ["N A07 C", "2026-06-30", 1],
  ["N A07 C", "2026-07-01", 3],
  ["N C", "2000-01-01", 2],
  ["N A07 V", "2026-08-01", null],
  ["N A07 V R", "2026-06-30", 1],
  ["N A07 V R", "2026-08-01", 4],
  ["", "2026-08-01", null],
])("after %s, %s is told by version %p", (story, day, expected) => {
  const letters = { N: NEW, C: CORRECT, V: VOID, R: REINSTATE, A: AMEND };
  const said = story.split(" ").filter(Boolean);
  const all = said.map((word, n): StatedVersion => ({
    version: n + 1,
    action: letters[word.charAt(0) as keyof typeof letters],
    effectiveFrom: word.length > 1 ? `2026-${word.slice(1)}-01` : null,
  }));

  expect(standingVersion(all, day)).toBe(expected);
});
