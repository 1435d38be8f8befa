import fc from "fast-check";
import { identifier, sql } from "../../src/database/sql";
import { exampleUscc } from "../../src/domain/registry/identifiers/uscc.rules";
import { Acceptance } from "../../src/submission/acceptance";
import { ChangeReason } from "../../src/submission/change-reason";
import type { Plain } from "../../src/submission/plain";
import { RecordAction } from "../../src/submission/record-action";
import { SubmissionMode } from "../../src/submission/submission-mode";
import type { SubmissionReceipt } from "../../src/submission/submit-result";
import { givenRegister, type TestRegister } from "./given-submissions";

// FC_SEED repeats a run; fast-check itself prints the seed and the path of a failure.
const seed = process.env["FC_SEED"];
const runs = { numRuns: 40, endOnFailure: true, ...(seed ? { seed: Number(seed) } : {}) };

let register: TestRegister;
let tables: string[];
beforeAll(async () => {
  register = await givenRegister([exampleUscc]);
  tables = Object.keys(await register.rowCounts());
});
afterAll(() => register.close());

/** Everything in every table: the rows themselves, not only their number. */
async function everything(): Promise<Record<string, unknown>> {
  const all: Record<string, unknown> = {};
  for (const name of tables)
    all[name] = await register.database.read(sql`SELECT * FROM ${identifier(name)} ORDER BY 1, 2`);
  return all;
}

const keys = fc.constantFrom("p1", "p2", "p3", "P1");
const policyPatch = fc.record({
  sourceKey: keys,
  action: fc.constantFrom(...Object.values(RecordAction)),
  baseVersion: fc.option(fc.integer({ min: 0, max: 3 })),
  reason: fc.constantFrom(null, ChangeReason.DUPLICATE),
  effectiveFrom: fc.constantFrom(null, "2026-07-01"),
  insuredCount: fc.integer({ min: -1, max: 3 }),
  renewalOfKey: fc.option(keys),
});
const claimPatch = fc.record({
  sourceKey: keys,
  policyKey: fc.constantFrom("p1", "p2", "nobody"),
});
const submissions = fc.array(
  fc.tuple(
    fc.constantFrom(Acceptance.PER_RECORD, Acceptance.ALL_OR_NOTHING),
    fc.oneof(
      fc.tuple(fc.constant("policy"), fc.array(policyPatch, { minLength: 1, maxLength: 4 })),
      fc.tuple(fc.constant("claim"), fc.array(claimPatch, { minLength: 1, maxLength: 2 })),
    ),
  ),
  { minLength: 1, maxLength: 4 },
);

/** Apart from the mode, what depends on it, and the chain. */
function comparable(receipt: Plain<SubmissionReceipt>): object {
  const mode = { mode: null, submissionId: null, fingerprint: null };
  const chain = { position: 0, previousDigest: "", keyId: "", digest: "", signature: "" };
  return { ...receipt, ...mode, ...chain };
}

test("to validate only says exactly what live would, and leaves nothing behind", async () => {
  let run = 0;
  await fc.assert(
    fc.asyncProperty(submissions, async (sent) => {
      run += 1;
      for (const [n, [acceptance, [type, patches]]] of sent.entries()) {
        const more = { acceptance, submissionKey: `run ${String(run)}.${String(n)}` };
        const before = await everything();

        const validated = await register.receipt(type, patches, {
          ...more,
          mode: SubmissionMode.VALIDATE_ONLY,
        });

        expect(await everything()).toEqual(before);
        const live = await register.receipt(type, patches, more);
        expect(comparable(validated)).toEqual(comparable(live));
      }
    }),
    runs,
  );
}, 300_000);
