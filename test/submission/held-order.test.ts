import fc from "fast-check";
import { baseRights } from "../../src/access/rights";
import { entityId } from "../../src/database/entity-id";
import { sql, value } from "../../src/database/sql";
import { exampleUscc } from "../../src/domain/registry/identifiers/uscc.rules";
import { ChangeReason } from "../../src/submission/change-reason";
import { decideHeld } from "../../src/submission/held/decide-held";
import { ReceiptKind } from "../../src/submission/receipts/receipt-kind";
import { RecordAction } from "../../src/submission/record-action";
import { givenInsurer } from "../setup/policies";
import { givenReceiptSigner } from "../setup/receipt-signer";
import { clock, givenRegister, type RecordPatch, type TestRegister } from "./given-submissions";

// FC_SEED repeats a run; fast-check itself prints the seed and the path of a failure.
const seed = process.env["FC_SEED"];

let register: TestRegister;
let insurers = 0;
beforeAll(async () => {
  register = await givenRegister([exampleUscc]);
});
afterAll(() => register.close());

const { CORRECT, VOID } = RecordAction;
const reason = ChangeReason.DUPLICATE;
const keys = Array.from({ length: 40 }, (_, n) => `p${String(n)}`);
const change = (sourceKey: string, patch: Partial<RecordPatch>): RecordPatch => ({
  ...{ sourceKey, baseVersion: 1, reason },
  ...patch,
});

/** Each by itself or with others is held, or waits, or is applied, as they happen to arrive. */
const batches: readonly (readonly [type: string, records: readonly RecordPatch[]])[] = [
  ["policy", keys.slice(0, 20).map((key) => change(key, { action: VOID }))],
  ["policy", keys.slice(20, 30).map((key) => change(key, { action: CORRECT, insuredCount: 7 }))],
  ["policy", [{ sourceKey: "new", renewalOfKey: "p35" }, { sourceKey: "p36 again" }]],
  ["claim", [{ sourceKey: "c", policyKey: "new" }]],
  ["policy", keys.slice(30, 34).map((key) => change(key, { action: VOID }))],
];

/** A new insurer has its policies, then the batches in this order; what is held is decided last. */
async function stateAfter(
  order: readonly number[],
  decision: ReceiptKind.RELEASED | ReceiptKind.DISCARDED,
): Promise<unknown> {
  insurers += 1;
  const by = `O${String(insurers)}X`;
  await givenInsurer(register.database, by);
  const owner = entityId("ins", by);
  await register.receipt(
    "policy",
    keys.map((sourceKey) => ({ sourceKey })),
    { by },
  );
  const held = new Set<string>();
  for (const n of order) {
    const [type, records] = batches[n] ?? ["policy", []];
    const receipt = await register.receipt(type, records, {
      by,
      submissionKey: `${by} ${String(n)}`,
    });
    if (receipt.held > 0) held.add(receipt.submissionId);
  }
  const caller = {
    ...{ ...register.caller("FIN"), type: "FINANCIAL" as const, insurerId: null },
    rights: baseRights("FINANCIAL"),
  };
  const context = { caller, person: "李", clock, database: register.database };
  const signer = await givenReceiptSigner();
  for (const submissionId of held) {
    const made = await decideHeld({ ...context, signer }, { submissionId, decision, note: "核实" });
    expect(made?.kind).toBe(decision);
  }
  expect(held.size).toBeGreaterThan(0);
  return {
    policies: await register.database.read(
      sql`SELECT source_key, version, voided, insured_count FROM policy
        WHERE insurer_id = ${value(owner)} ORDER BY source_key`,
    ),
    claims: await register.database.read(
      sql`SELECT source_key, version FROM claim WHERE insurer_id = ${value(owner)}`,
    ),
    waiting: await register.database.read(
      sql`SELECT record_id FROM pending_record
        WHERE owner_id = ${value(owner)} AND waits_for_id IS NOT NULL`,
    ),
  };
}

const inOrder = batches.map((_, n) => n);
/** The batches in any order, some of them sent again. */
const orders = fc
  .tuple(fc.shuffledSubarray(inOrder, { minLength: batches.length }), fc.subarray(inOrder))
  .map(([order, again]) => [...order, ...again]);

test("once all that was held is released, the order of arrival does not show", async () => {
  const expected = await stateAfter(inOrder, ReceiptKind.RELEASED);

  await fc.assert(
    fc.asyncProperty(orders, async (order) => {
      expect(await stateAfter(order, ReceiptKind.RELEASED)).toEqual(expected);
    }),
    { numRuns: 12, ...(seed === undefined ? {} : { seed: Number(seed) }) },
  );
}, 120_000);
