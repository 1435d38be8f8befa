import type { Transaction } from "../../src/database/database";
import { entityId } from "../../src/database/entity-id";
import { exampleUscc } from "../../src/domain/registry/identifiers/uscc.rules";
import { evaluateDue, holdClock } from "../../src/submission/findings/evaluate-due";
import { startFindingWorker } from "../../src/submission/findings/finding-worker";
import { reevaluate, reevaluateDay } from "../../src/submission/findings/reevaluate";
import { renewFigures } from "../../src/submission/findings/renew-figures";
import { SubmissionMode } from "../../src/submission/submission-mode";
import { givenRow } from "../setup/hub";
import { clock, givenRegister, type TestRegister } from "../submission/given-submissions";

/* When findings are judged, and by whom. */

let register: TestRegister;

beforeAll(async () => {
  register = await givenRegister([exampleUscc]);
});

beforeEach(async () => {
  while ((await evaluateDue(register.database, clock)) > 0);
});

afterAll(() => register.close());

const signedLate = "POL-15 EXPLAIN";
const late = { signedOn: "2026-06-02", startDate: "2026-06-01", endDate: "2027-05-31" };

async function isFound(rule: string, key: string): Promise<boolean> {
  const rows = await register.rows(
    "finding f JOIN policy p ON p.id = f.subject_id WHERE f.cleared_at IS NULL",
    "f.rule_key, p.source_key",
  );
  return rows.some((row) => row["rule_key"] === rule && row["source_key"] === key);
}

/** Rows that are noted. */
async function due(): Promise<number> {
  const notes = await register.rows("finding_due", "row_count");
  return notes.reduce((sum, note) => sum + Number(note["row_count"]), 0);
}

async function eventually(check: () => Promise<boolean>): Promise<void> {
  for (let tries = 0; tries < 400; tries++) {
    if (await check()) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error("it never came true");
}

test("what a submission changes is judged after its receipt, by a worker of the hub", async () => {
  const mistakes: unknown[] = [];
  const worker = startFindingWorker(
    register.database,
    () => clock,
    (e) => mistakes.push(e),
  );

  await register.receipt("policy", [{ sourceKey: "A", ...late }]);
  await eventually(async () => (await due()) === 0);

  await worker.stop();
  expect(mistakes).toEqual([]);
  expect(await isFound(signedLate, "A")).toBe(true);
});

test("what was noted before a crash is judged at the next start", async () => {
  await register.receipt("policy", [{ sourceKey: "B", ...late }]);
  expect(await due()).toBeGreaterThan(0);
  expect(await isFound(signedLate, "B")).toBe(false);

  expect(await evaluateDue(register.database, clock)).toBeGreaterThan(0);

  expect(await isFound(signedLate, "B")).toBe(true);
  expect(await due()).toBe(0);
});

test("a submission that only validates leaves nothing to judge", async () => {
  await register.receipt("policy", [{ sourceKey: "C", ...late }], {
    mode: SubmissionMode.VALIDATE_ONLY,
  });

  expect(await due()).toBe(0);
});

test("while one hub judges another does not, and does not wait either", async () => {
  await register.receipt("policy", [{ sourceKey: "D", ...late }]);

  await register.database.transaction(async (transaction) => {
    await holdClock(transaction, "");
    expect(await evaluateDue(register.database, clock)).toBe(0);
    // Nor do those who submit.
    await register.receipt("policy", [{ sourceKey: "E", ...late }]);
  });

  expect(await evaluateDue(register.database, clock)).toBeGreaterThan(0);
});

test("two hubs at once find what one finds", async () => {
  for (const key of ["F", "G", "H"])
    await register.receipt("policy", [{ sourceKey: key, ...late }]);
  const workers = [1, 2].map(() =>
    startFindingWorker(
      register.database,
      () => clock,
      () => undefined,
    ),
  );

  await eventually(async () => (await due()) === 0);

  await Promise.all(workers.map((worker) => worker.stop()));
  for (const key of ["F", "G", "H"]) expect(await isFound(signedLate, key)).toBe(true);
});

test("a deadline passes because the day does, though nobody reports anything", async () => {
  await register.receipt("policy", [
    { sourceKey: "I", signedOn: "2026-06-01", startDate: "2026-06-15", endDate: "2027-06-14" },
  ]);
  await evaluateDue(register.database, clock);
  await reevaluateDay(register.database, clock);
  expect(await isFound("POL-14 WARN", "I")).toBe(false);

  expect(await reevaluateDay(register.database, { ...clock, today: "2026-07-15" })).toBe(false);
  expect(await reevaluateDay(register.database, { ...clock, today: "2026-07-16" })).toBe(true);

  expect(await isFound("POL-14 WARN", "I")).toBe(true);
});

/** Judges what is due, and asks to stop just before one of its statements. */
async function judgeUntil(statement: number): Promise<number> {
  const stopping = new AbortController();
  let asked = 0;
  const count = (): void => {
    asked += 1;
    if (asked === statement) stopping.abort(new Error("stopped"));
  };
  const transaction = <T>(work: (on: Transaction) => Promise<T>): Promise<T> =>
    register.database.transaction((on) =>
      work({
        query: (text) => (count(), on.query(text)),
        execute: (text) => (count(), on.execute(text)),
      }),
    );
  return evaluateDue({ transaction }, clock, stopping.signal);
}

test("asked to stop anywhere in a batch, it leaves all of it due, and nothing half judged", async () => {
  // Other tests judged other days.
  await reevaluate(register.database, clock);
  const keys = Array.from({ length: 1_800 }, (_, n) => `K${n}`);
  for (let from = 0; from < keys.length; from += 600)
    await register.receipt(
      "policy",
      keys.slice(from, from + 600).map((sourceKey) => ({ sourceKey, ...late })),
    );
  const findings = (): Promise<Record<string, unknown>[]> =>
    register.rows("finding", "id, cleared_at, region_code");
  const [noted, before] = [await due(), await findings()];

  let stops = 0;
  for (let statement = 3; ; statement += 5) {
    const judged = await judgeUntil(statement).catch(() => null);
    if (judged !== null) break;
    stops += 1;
    expect(await due()).toBe(noted);
    expect(await findings()).toEqual(before);
  }

  expect(stops).toBeGreaterThan(3);
  expect(await due()).toBe(0);
  await renewFigures(register.database, clock, { isAllJudged: false });
  while ((await evaluateDue(register.database, clock)) > 0);
  const kept = await findings();
  expect(kept.length).toBeGreaterThan(before.length + keys.length);
  await reevaluate(register.database, clock);
  expect(await findings()).toEqual(kept);
});

test("a worker that is stopped leaves what it has not judged to the next one", async () => {
  await register.receipt("policy", [{ sourceKey: "L", ...late }]);
  const start = (): ReturnType<typeof startFindingWorker> =>
    startFindingWorker(
      register.database,
      () => clock,
      (error) => {
        throw error;
      },
    );

  await start().stop();
  expect((await due()) > 0 || (await isFound(signedLate, "L"))).toBe(true);

  const next = start();
  await eventually(() => isFound(signedLate, "L"));
  await next.stop();
});

test("a hundred policies are one note of a hundred rows", async () => {
  const keys = Array.from({ length: 100 }, (_, n) => `J${n}`);

  await register.receipt(
    "policy",
    keys.map((sourceKey) => ({ sourceKey, ...late })),
  );

  expect(await due()).toBe(100);
  expect(await register.rows("finding_due", "sequence")).toHaveLength(1);
});

test("a ledger is judged when its year is over, though nobody reports anything", async () => {
  const floor = { key: "feeFloorPct", region_prefix: "34", value: "10", unit: "PERCENT" };
  await givenRow(register.database, "region_parameter", {
    ...floor,
    ...{ id: entityId("par", floor.key), effective_from: "2020-01-01", legal_basis: "" },
  });
  await register.receipt("policy", [{ sourceKey: "Y" }]);
  await register.receipt("premiumReceipt", [
    { sourceKey: "Y", policyKey: "Y", amountFen: "5000000", receivedOn: "2026-06-01" },
  ]);
  const ledgers = async (): Promise<number> => {
    const open = "finding WHERE cleared_at IS NULL AND rule_id IN ('FEE-04', 'FEE-06')";
    return (await register.rows(open, "subject_id")).length;
  };
  await reevaluateDay(register.database, { ...clock, today: "2026-12-31" });
  while ((await evaluateDue(register.database, { ...clock, today: "2026-12-31" })) > 0);
  expect(await ledgers()).toBe(0);

  await reevaluateDay(register.database, { ...clock, today: "2027-01-01" });

  expect(await ledgers()).toBeGreaterThan(0);
});
