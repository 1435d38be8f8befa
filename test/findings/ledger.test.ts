import fc from "fast-check";
import { exampleUscc } from "../../src/domain/registry/identifiers/uscc.rules";
import { ChangeReason } from "../../src/submission/change-reason";
import { evaluateDue } from "../../src/submission/findings/evaluate-due";
import { RecordAction } from "../../src/submission/record-action";
import { clock, givenRegister, type TestRegister } from "../submission/given-submissions";

/* The prevention-fee ledger: append-only, mirrored exactly, and its balances are its sums. */

const seed = 20260715;
let register: TestRegister;
let entries = 0;

beforeAll(async () => {
  register = await givenRegister([exampleUscc]);
  await register.receipt("policy", [{ sourceKey: "P" }]);
});

afterAll(() => register.close());

const voided = { action: RecordAction.VOID, baseVersion: 1, reason: ChangeReason.DUPLICATE };

async function book(kind: string, amountFen: string, bookedOn = "2026-06-01"): Promise<string> {
  const sourceKey = `F${entries++}`;
  const spends = kind === "SPEND" || kind === "REFUND";
  const details = spends
    ? { policyKey: "P", enterpriseUscc: exampleUscc, category: "TRAINING", payee: "某公司" }
    : { policyKey: null, enterpriseUscc: null, category: null, payee: null, invoiceNo: null };
  const receipt = await register.receipt("feeEntry", [
    {
      ...{ sourceKey, kind, amountFen, bookedOn, year: 2026, regionCode: "340104" },
      ...{ ...details, serviceRecordKey: null },
    },
  ]);
  expect(receipt.outcomes[0]?.findings).toEqual([]);
  return sourceKey;
}

/** Balance of the ledger as the specification has it: extracted, less spent, plus refunded. */
async function balance(): Promise<bigint> {
  const rows = await register.rows("fee_entry", "id, kind, amount_fen, reverses_id");
  const kinds = new Map(rows.map((row) => [row["id"], String(row["kind"])]));
  const signs: Record<string, bigint> = { EXTRACT: 1n, REFUND: 1n, SPEND: -1n, BUDGET: 0n };
  return rows.reduce((sum, row) => {
    const reverses = row["reverses_id"];
    const sign = signs[kinds.get(reverses ?? row["id"]) ?? ""] ?? 0n;
    return sum + sign * BigInt(String(row["amount_fen"])) * (reverses === null ? 1n : -1n);
  }, 0n);
}

async function overdrawn(): Promise<boolean> {
  while ((await evaluateDue(register.database, clock)) > 0);
  const rows = await register.rows(
    "finding WHERE cleared_at IS NULL AND rule_id = 'FEE-08'",
    "subject_id",
  );
  return rows.length > 0;
}

test("any entries and reversals: the fund is found overdrawn exactly when their sum is below zero", async () => {
  process.stdout.write(`seed ${seed}\n`);
  const act = fc.record({
    kind: fc.constantFrom("EXTRACT", "SPEND", "SPEND", "REFUND", "BUDGET"),
    amount: fc.integer({ min: 1, max: 300 }),
    reversed: fc.boolean(),
  });

  await fc.assert(
    fc.asyncProperty(fc.array(act, { minLength: 1, maxLength: 4 }), async (acts) => {
      for (const { kind, amount, reversed } of acts) {
        const key = await book(kind, String(amount));
        if (reversed) await register.receipt("feeEntry", [{ sourceKey: key, ...voided }]);
      }
      expect(await overdrawn()).toBe((await balance()) < 0n);
    }),
    { seed, numRuns: 15, endOnFailure: true },
  );
});

test("a reversal mirrors its entry in everything but kind, key, day of booking and what it reverses", async () => {
  const key = await book("SPEND", "12345");
  await register.receipt("feeEntry", [{ sourceKey: key, ...voided }]);

  const columns = await register.rows(
    "information_schema.columns WHERE table_schema = DATABASE() AND table_name = 'fee_entry'",
    "column_name",
  );
  const own = ["id", "kind", "source_key", "booked_on", "reverses_id", "version", "prior_period"];
  const same = columns.map((row) => String(row["column_name"])).filter((n) => !own.includes(n));
  const named = same.map((name) => `\`${name}\``).join(", ");
  const rows = await register.rows(
    `fee_entry WHERE source_key = '${key}' OR reverses_id = (
      SELECT id FROM fee_entry WHERE source_key = '${key}')`,
    named,
  );

  expect(same).toContain("amount_fen");
  expect(rows).toHaveLength(2);
  expect(rows[0]).toEqual(rows[1]);
});

test("an entry is reversed once, and nothing of it is changed", async () => {
  const key = await book("SPEND", "777");
  const before = await register.rows(
    `fee_entry WHERE source_key = '${key}'`,
    "id, amount_fen, kind",
  );
  await register.receipt("feeEntry", [{ sourceKey: key, ...voided }]);

  const again = await register.receipt("feeEntry", [{ sourceKey: key, ...voided, baseVersion: 2 }]);
  const changed = await register.receipt("feeEntry", [
    { sourceKey: key, action: RecordAction.CORRECT, baseVersion: 2, reason: ChangeReason.OTHER },
  ]);

  expect([again.rejected, changed.rejected]).toEqual([1, 1]);
  const after = await register.rows(
    `fee_entry WHERE source_key = '${key}'`,
    "id, amount_fen, kind",
  );
  expect(after).toEqual(before);
});
