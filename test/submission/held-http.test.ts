import type { TestHub } from "../setup/hub";
import { givenSubmittingHub, submitTo } from "./given-hub-submissions";
import type { RecordPatch } from "./given-submissions";
import { ChangeReason } from "../../src/submission/change-reason";
import { RecordAction } from "../../src/submission/record-action";

/* A batch that voids too much of an insurer's policies at once, over HTTP: held until decided. */

let hub: TestHub;
beforeAll(async () => {
  hub = await givenSubmittingHub();
});
afterAll(async () => {
  const { mistakes } = hub;
  await hub.close();
  expect(mistakes).toEqual([]);
});

const liveCount = 60;
const reason = ChangeReason.DUPLICATE;
const policies = Array.from({ length: liveCount }, (_, n) => ({ sourceKey: `p${String(n)}` }));
const voids = (count: number): RecordPatch[] =>
  policies
    .slice(0, count)
    .map((patch) => ({ ...patch, action: RecordAction.VOID, baseVersion: 1, reason }));

type Decision = "releaseSubmission" | "discardSubmission";

async function decide(by: string, decision: Decision, submissionId: unknown): Promise<unknown> {
  const { body } = await hub.ask(
    by,
    `mutation ($input: HeldDecisionInput!) { ${decision}(input: $input) {
      kind submissionId sent accepted rejected held replayed } }`,
    { input: { submissionId, note: "已向报送机构核实" } },
  );
  return body.errors ? body.errors[0]?.extensions["code"] : body.data?.[decision];
}

/** Policies that the insurer and its supervisor see, one number when they see the same. */
async function shown(insurer: string): Promise<unknown> {
  const own = await hub.ask(insurer, "{ policies { totalCount } }");
  const rows = await hub.database.read({
    text: `SELECT COUNT(*) AS n FROM policy p JOIN organisation o ON o.insurer_id = p.insurer_id
      WHERE p.voided = 0 AND o.code = ?`,
    values: [insurer],
  });
  const { totalCount } = own.body.data?.["policies"] as { totalCount: number };
  expect(totalCount).toBe(Number(rows[0]?.["n"]));
  return totalCount;
}

async function waiting(by: string): Promise<unknown[]> {
  const { body } = await hub.ask(by, "{ heldSubmissions { submissionId records submitter } }");
  return body.data?.["heldSubmissions"] as unknown[];
}

describe.each<[string, Decision, number]>([
  ["INS-A", "releaseSubmission", liveCount - 20],
  ["INS-B", "discardSubmission", liveCount],
])("a batch of %s that voids 20 of 60 policies", (insurer, decision, left) => {
  let held: Readonly<Record<string, unknown>>;
  beforeAll(async () => {
    await submitTo(hub, insurer, "policy", policies);
    held = await submitTo(hub, insurer, "policy", voids(20));
  });

  test("is held: nothing of it is applied, and its sender and the authorities of its region see it", async () => {
    expect(held).toMatchObject({ held: 20, accepted: 0, rejected: 0 });
    expect(await shown(insurer)).toBe(liveCount);
    const one = { submissionId: held["submissionId"], records: 20, submitter: insurer };
    for (const by of ["FIN", "EM", insurer]) expect(await waiting(by)).toEqual([one]);
    for (const by of ["EM-FAR", "AG"]) expect(await waiting(by)).not.toEqual([one]);
  });

  test("is not for others to decide, whatever they ask", async () => {
    const id = held["submissionId"];

    expect(await decide("EM", decision, id)).toBeNull();
    expect(await decide("EM-FAR", decision, id)).toBeNull();
    expect(await decide(insurer, decision, id)).toMatch(/FORBIDDEN|VALIDATION/);
    expect(await decide("AG", decision, id)).toMatch(/FORBIDDEN|VALIDATION/);
    expect(await shown(insurer)).toBe(liveCount);
  });

  test(`is decided by ${decision} of its owner: ${String(left)} policies are left`, async () => {
    const decided = await decide("FIN", decision, held["submissionId"]);

    const isReleased = decision === "releaseSubmission";
    expect(decided).toEqual({
      ...{ kind: isReleased ? "RELEASED" : "DISCARDED", submissionId: held["submissionId"] },
      ...{ sent: 20, held: 0, replayed: false },
      ...{ accepted: isReleased ? 20 : 0, rejected: isReleased ? 0 : 20 },
    });
    expect(await shown(insurer)).toBe(left);
    expect(await waiting("FIN")).toEqual([]);
  });

  test("stays as it was decided first", async () => {
    const other = decision === "releaseSubmission" ? "discardSubmission" : "releaseSubmission";

    const again = await decide("FIN", other, held["submissionId"]);

    expect(again).toMatchObject({ replayed: true, held: 0 });
    expect(await shown(insurer)).toBe(left);
  });
});
