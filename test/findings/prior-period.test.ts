import { exampleUscc } from "../../src/domain/registry/identifiers/uscc.rules";
import type { RequestClock } from "../../src/query/select";
import { ChangeReason } from "../../src/submission/change-reason";
import { evaluateDue } from "../../src/submission/findings/evaluate-due";
import { RecordAction } from "../../src/submission/record-action";
import { givenRow } from "../setup/hub";
import {
  givenRegister,
  type RecordPatch,
  type TestRegister,
} from "../submission/given-submissions";

/* A month of the ledger closes by time: at the end of the tenth working day of the next one. */

let register: TestRegister;

beforeEach(async () => {
  register = await givenRegister([exampleUscc]);
});

afterEach(() => register.close());

const at = (now: string, today: string): RequestClock => ({ now: `${now}.000000`, today });
/** The tenth working day of July 2026 is the 14th: its last second and the first one after it. */
const open = at("2026-07-14 15:59:59", "2026-07-14");
const closed = at("2026-07-14 16:00:00", "2026-07-15");
const later = at("2026-07-20 04:00:00", "2026-07-20");

function extract(sourceKey: string, more: Partial<RecordPatch> = {}): RecordPatch {
  return {
    ...{ sourceKey, kind: "EXTRACT", amountFen: "100", bookedOn: "2026-06-30", year: 2026 },
    ...{ policyKey: null, enterpriseUscc: null, serviceRecordKey: null, category: null },
    ...{ payee: null, invoiceNo: null },
    ...more,
  };
}

function book(clock: RequestClock, ...records: RecordPatch[]) {
  return register.receipt("feeEntry", records, { at: clock });
}

/** Source keys of the entries of prior periods, and of those found to be. */
async function prior(clock = later): Promise<[booked: string[], found: string[]]> {
  while ((await evaluateDue(register.database, clock)) > 0);
  const booked = await register.rows("fee_entry WHERE prior_period = 1", "source_key");
  const found = await register.rows(
    `finding f JOIN fee_entry e ON e.id = f.subject_id
      WHERE f.rule_id = 'FEE-03' AND f.cleared_at IS NULL`,
    "e.source_key",
  );
  return [booked, found].map((rows) => rows.map((row) => String(row["source_key"]))) as [
    string[],
    string[],
  ];
}

const voided = { action: RecordAction.VOID, baseVersion: 1, reason: ChangeReason.DUPLICATE };

test("an entry received when its month has closed is of a prior period, a second before it is not", async () => {
  await book(open, extract("in time"));
  await book(closed, extract("late"), extract("of July", { bookedOn: "2026-07-01" }));

  expect(await prior()).toEqual([["late"], ["late"]]);
});

test("holidays and days made up move the closing of a month", async () => {
  await givenRow(register.database, "calendar_exception", {
    ...{ id: "cal 1", day: "2026-07-13", working: 0, note: "" },
  });
  await book(closed, extract("the 14th is the ninth now"));
  await book(at("2026-07-15 16:00:00", "2026-07-16"), extract("late"));

  expect(await prior()).toEqual([["late"], ["late"]]);
});

test("a region may close its months on another day", async () => {
  await givenRow(register.database, "region_parameter", {
    ...{ id: "par", key: "ledgerCloseWorkingDays", region_prefix: "3401", value: "9" },
    ...{ unit: "WORKING_DAYS", effective_from: "2026-01-01", legal_basis: "" },
  });
  await book(open, extract("there"), extract("elsewhere", { regionCode: "34" }));

  expect(await prior()).toEqual([["there"], ["there"]]);
});

test("what waited counts as received on the day it came, not on the day it was taken up", async () => {
  const spent = (sourceKey: string): RecordPatch => ({
    ...{ sourceKey, bookedOn: "2026-06-30", serviceRecordKey: null },
  });
  await book(open, spent("in time"));
  await book(closed, spent("late"));
  expect(await register.rows("fee_entry", "id")).toEqual([]);
  await register.receipt("policy", [{ sourceKey: "P-2026-0001" }], { at: later });

  expect(await register.rows("fee_entry", "source_key")).toHaveLength(2);
  expect(await prior()).toEqual([["late"], ["late"]]);
});

test("a reversal is booked today and of no prior period; what it reverses stays what it was", async () => {
  await book(open, extract("in time"));
  await book(closed, extract("late"));

  await book(later, { sourceKey: "in time", ...voided }, { sourceKey: "late", ...voided });

  const [booked, found] = await prior();
  expect(booked).toEqual(["late"]);
  expect(found).toEqual([]);
  const mirrors = await register.rows(
    "fee_entry WHERE kind = 'REVERSAL'",
    "prior_period, booked_on",
  );
  const mirror = { prior_period: 0, booked_on: "2026-07-20" };
  expect(mirrors).toEqual([mirror, mirror]);
});

test("what was sent before and is sent again, or changed, makes nothing prior", async () => {
  const more = { submissionKey: "once" };
  const first = await register.receipt("feeEntry", [extract("F")], { ...more, at: open });
  const again = await register.receipt("feeEntry", [extract("F")], { ...more, at: later });
  const same = await book(later, extract("F"));
  const change = { ...extract("F"), baseVersion: 1, reason: ChangeReason.OTHER };
  const changed = await book(
    later,
    { ...change, action: RecordAction.CORRECT, amountFen: "1" },
    { ...change, sourceKey: "F", action: RecordAction.AMEND, effectiveFrom: "2026-07-01" },
  );

  expect([again.submissionId, again.replayed]).toEqual([first.submissionId, true]);
  expect(same.unchanged).toBe(1);
  expect(changed.accepted).toBe(0);
  expect(await prior()).toEqual([[], []]);
});
