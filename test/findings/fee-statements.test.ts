import fc from "fast-check";
import type { Json } from "../../src/submission/canonical-json";
import { ChangeReason } from "../../src/submission/change-reason";
import { evaluateDue } from "../../src/submission/findings/evaluate-due";
import { RecordAction } from "../../src/submission/record-action";
import { exampleUscc } from "../../src/domain/registry/identifiers/uscc.rules";
import { clock, givenRegister, type TestRegister } from "../submission/given-submissions";

/* What an insurer states at the close of a month is held against its entries, played again. */

const seed = 20260715;
let register: TestRegister;
let keys = 0;

beforeEach(async () => {
  register = await givenRegister([exampleUscc]);
  await register.receipt("policy", [{ sourceKey: "P" }]);
});

afterEach(() => register.close());

interface Act {
  readonly kind: "EXTRACT" | "SPEND" | "REFUND" | "BUDGET";
  readonly amount: number;
  readonly year: number;
  readonly bookedOn: string;
  /** Reversed today, which is in July. */
  readonly isReversed: boolean;
}

const nothing = { policyKey: null, enterpriseUscc: null, category: null, payee: null };
const spent = {
  policyKey: "P",
  enterpriseUscc: exampleUscc,
  category: "TRAINING",
  payee: "某公司",
};
const change = (baseVersion: number) => ({ baseVersion, reason: ChangeReason.OTHER });

async function book({ kind, amount, year, bookedOn, isReversed }: Act): Promise<string> {
  const sourceKey = `F${keys++}`;
  const amountFen = String(amount);
  const details = kind === "SPEND" || kind === "REFUND" ? spent : { ...nothing, invoiceNo: null };
  const entry = { sourceKey, kind, amountFen, year, bookedOn, regionCode: "340104" };
  await register.receipt("feeEntry", [{ ...entry, ...details, serviceRecordKey: null }]);
  if (isReversed) await voided("feeEntry", sourceKey);
  return sourceKey;
}

async function voided(type: string, sourceKey: string): Promise<void> {
  const { outcomes } = await register.receipt(type, [
    { sourceKey, action: RecordAction.VOID, ...change(1) },
  ]);
  expect(outcomes[0]?.status).toBe("ACCEPTED");
}

/** What the specification has the ledger come to at the end of June. */
function replayed(acts: readonly Act[]): Record<string, string> {
  const sum = (of: readonly Act[]): bigint =>
    of.reduce((total, { amount }) => total + BigInt(amount), 0n);
  const inTime = acts.filter(({ bookedOn }) => bookedOn <= "2026-06-30");
  const of = (kind: Act["kind"], among = inTime): bigint =>
    sum(among.filter((act) => act.kind === kind));
  const ofYear = inTime.filter(({ year }) => year === 2026);
  const balance = of("EXTRACT") - of("SPEND") + of("REFUND");
  return {
    extractedFen: String(of("EXTRACT", ofYear)),
    spentFen: String(of("SPEND", ofYear)),
    refundedFen: String(of("REFUND", ofYear)),
    balanceFen: String(balance),
    glControlBalanceFen: String(balance),
  };
}

const june = { year: 2026, month: 6, regionCode: "3401" };

async function state(stated: Record<string, Json>): Promise<string> {
  const sourceKey = `C${keys++}`;
  const { outcomes } = await register.receipt("feeStatement", [{ sourceKey, ...june, ...stated }]);
  expect(outcomes[0]?.status).toBe("ACCEPTED");
  return sourceKey;
}

async function found(): Promise<string[]> {
  while ((await evaluateDue(register.database, clock)) > 0);
  const rows = await register.rows(
    "finding WHERE subject_type = 'FeeStatement' AND cleared_at IS NULL",
    "rule_id",
  );
  return rows.map((row) => String(row["rule_id"]));
}

const act: fc.Arbitrary<Act> = fc.record({
  kind: fc.constantFrom("EXTRACT", "SPEND", "REFUND", "BUDGET"),
  amount: fc.integer({ min: 1, max: 500 }),
  year: fc.constantFrom(2026, 2026, 2025),
  bookedOn: fc.constantFrom("2026-01-05", "2026-06-30", "2026-07-01", "2025-12-31"),
  isReversed: fc.constantFrom(false, false, true),
});

test("any entries: a statement of their sums is right, and one that is a fen off is not", async () => {
  process.stdout.write(`seed ${seed}\n`);
  const acts: Act[] = [];
  const figure = fc.constantFrom("extractedFen", "spentFen", "refundedFen", "balanceFen");

  await fc.assert(
    fc.asyncProperty(fc.array(act, { minLength: 1, maxLength: 3 }), figure, async (more, wrong) => {
      for (const one of more) await book(one);
      acts.push(...more);
      const right = replayed(acts);

      const first = await state(right);
      expect(await found()).toEqual([]);
      await voided("feeStatement", first);
      const second = await state({ ...right, [wrong]: String(BigInt(right[wrong] ?? 0) + 1n) });
      expect(await found()).toEqual(["FEE-18"]);
      await voided("feeStatement", second);
    }),
    // Fewer than twenty of a type: more that are voided would be held.
    { seed, numRuns: 6, endOnFailure: true },
  );
});

test("an entry booked after the close breaks the statement until it is stated anew", async () => {
  const inJune = {
    kind: "EXTRACT",
    year: 2026,
    bookedOn: "2026-06-30",
    isReversed: false,
  } as const;
  await book({ ...inJune, amount: 100 });
  const sourceKey = await state(replayed([{ ...inJune, amount: 100 }]));
  expect(await found()).toEqual([]);

  await book({ ...inJune, amount: 7 });
  expect(await found()).toEqual(["FEE-18", "FEE-19"]);

  const restated = { sourceKey, ...june, ...replayed([{ ...inJune, amount: 107 }]) };
  await register.receipt("feeStatement", [
    { ...restated, action: RecordAction.CORRECT, ...change(1) },
  ]);
  expect(await found()).toEqual([]);
});

test("a month that has not ended is not closed", async () => {
  const { outcomes } = await register.receipt("feeStatement", [
    { sourceKey: "June", ...june },
    { sourceKey: "July", ...june, month: 7 },
  ]);

  expect(outcomes.map(({ status }) => status)).toEqual(["ACCEPTED", "REJECTED"]);
  expect(outcomes[1]?.findings).toMatchObject([{ ruleId: "FEE-18", path: "$.month" }]);
});

test("two statements of one month are found until one is voided", async () => {
  const zero = replayed([]);
  await state(zero);
  const second = await state(zero);
  expect(await found()).toEqual(["FEE-18", "FEE-18"]);

  await voided("feeStatement", second);
  expect(await found()).toEqual([]);
});
