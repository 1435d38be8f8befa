import fc from "fast-check";
import { exampleUscc } from "../../src/domain/registry/identifiers/uscc.rules";
import type { Plain } from "../../src/submission/plain";
import { SubmissionMode } from "../../src/submission/submission-mode";
import type { SubmissionReceipt } from "../../src/submission/submit-result";
import { verifyFiles, type Verification } from "../../src/cli/verify-text";
import { givenReceiptSigner } from "../setup/receipt-signer";
import { givenRegister, type TestRegister } from "./given-submissions";

// FC_SEED repeats a run; fast-check itself prints the seed and the path of a failure.
const seed = process.env["FC_SEED"];
const given = seed ? { seed: Number(seed) } : {};

type Receipt = Plain<SubmissionReceipt>;

let register: TestRegister;
/** A chain of insurer A: accepted, rejected, waiting. */
let chain: Receipt[];
beforeAll(async () => {
  register = await givenRegister([exampleUscc]);
  chain = [
    await register.receipt("policy", [{ sourceKey: "a" }, { sourceKey: "b" }]),
    await register.receipt("policy", [{ sourceKey: "错", writtenPremiumFen: "-1" }]),
    await register.receipt("claim", [{ sourceKey: "c", policyKey: "later" }]),
    await register.receipt("policy", [{ sourceKey: "d" }]),
  ];
});
afterAll(() => register.close());

const none = { after: null, end: null };

async function verify(
  lines: readonly (object | string)[],
  bounds: { after: string | null; end: string | null } = none,
): Promise<Verification> {
  const text = lines.map((line) => (typeof line === "string" ? line : JSON.stringify(line)));
  const bytes = Buffer.from(text.join("\n"));
  const { jwks } = await givenReceiptSigner();
  return verifyFiles([{ name: "receipts", bytes }], jwks(), bounds);
}

const faultsOf = async (...args: Parameters<typeof verify>): Promise<readonly string[]> =>
  (await verify(...args)).faults;

describe("a receipt", () => {
  test("is signed, and follows the receipt before it", () => {
    expect(chain.map(({ position }) => position)).toEqual([1, 2, 3, 4]);
    expect(chain[0]?.previousDigest).toBeNull();
    expect(chain.slice(1).map((receipt) => receipt.previousDigest)).toEqual(
      chain.slice(0, -1).map(({ digest }) => digest),
    );
    expect(new Set(chain.map(({ signature }) => signature)).size).toBe(4);
  });

  test.each([0, 1, 2, 3])("holds by itself (%d)", async (n) => {
    const receipt = chain[n] ?? {};

    expect(await faultsOf([receipt])).toEqual([]);
    expect(await faultsOf([JSON.stringify(receipt, null, 2)])).toEqual([]);
    expect(await faultsOf([JSON.stringify(receipt, null, 3)])).not.toEqual([]);
  });

  test("holds as it came over HTTP", async () => {
    const [receipt] = chain;

    expect(await faultsOf([{ data: { submitPolicies: receipt } }])).toEqual([]);
    expect(await faultsOf([{ data: { submitClaims: receipt } }])).not.toEqual([]);
  });

  test("in which any byte is altered does not hold", async () => {
    const { jwks } = await givenReceiptSigner();
    const keys = jwks();
    const receipts = chain.map((receipt) => Buffer.from(JSON.stringify(receipt)));
    const altered = fc
      .tuple(fc.nat(receipts.length - 1), fc.nat(100_000), fc.integer({ min: 1, max: 255 }))
      .map(([n, at, change]) => {
        const bytes = Buffer.from(receipts[n] ?? []);
        const place = at % bytes.length;
        bytes[place] = (bytes[place] ?? 0) ^ change;
        return bytes;
      });

    await fc.assert(
      fc.asyncProperty(altered, async (bytes) => {
        const { faults } = await verifyFiles([{ name: "r", bytes }], keys, none);
        expect(faults).not.toEqual([]);
      }),
      { numRuns: 2_000, endOnFailure: true, ...given },
    );
  });

  test("does not hold with each single bit of it turned over", async () => {
    const { jwks } = await givenReceiptSigner();
    const keys = jwks();
    const whole = Buffer.from(JSON.stringify(chain[1]));

    for (let bit = 0; bit < whole.length * 8; bit += 1) {
      const bytes = Buffer.from(whole);
      bytes[bit >> 3] = (bytes[bit >> 3] ?? 0) ^ (1 << (bit & 7));
      const { faults } = await verifyFiles([{ name: "r", bytes }], keys, none);
      if (faults.length === 0) throw new Error(`bit ${String(bit)} may be turned over`);
    }
  });

  test("does not hold under another key, or with fields left out or added", async () => {
    const [receipt = {} as Receipt] = chain;
    const lacking = { ...receipt, submitter: undefined };
    const bytes = Buffer.from(JSON.stringify(receipt));

    const other = await verifyFiles([{ name: "r", bytes }], { keys: [] }, none);

    expect(other.faults[0]).toMatch(/signature does not hold/);
    expect(await faultsOf([lacking])).toEqual([expect.stringMatching(/lacks submitter/)]);
    expect(await faultsOf([{ ...receipt, note: 1 }])).toEqual([expect.stringMatching(/"note"/)]);
    expect(await faultsOf([{ ...receipt, accepted: 1, rejected: 1 }])).not.toEqual([]);
  });

  test("of a submission that was only validated is no link", async () => {
    const receipt = await register.receipt("policy", [{ sourceKey: "v" }], {
      mode: SubmissionMode.VALIDATE_ONLY,
    });

    const { position, digest, previousDigest, signature } = receipt;
    expect({ position, digest, previousDigest, signature }).toEqual({
      ...{ position: null, digest: null, previousDigest: null, signature: null },
    });
    expect(await faultsOf([receipt])).toEqual([expect.stringMatching(/only validated/)]);
  });
});

describe("a chain", () => {
  test("holds in any order, with repetitions", async () => {
    const orders = fc.shuffledSubarray([0, 1, 2, 3, 0, 2], { minLength: 6 });

    await fc.assert(
      fc.asyncProperty(orders, async (order) => {
        expect(await faultsOf(order.map((n) => chain[n] ?? {}))).toEqual([]);
      }),
      { numRuns: 20, ...given },
    );
  });

  test.each([
    ["the first", [1, 2, 3], /receipt 1 missing before receipt 2/],
    ["one in the middle", [0, 1, 3], /receipt 3 missing before receipt 4 \("key \d+"\)/],
    ["two", [3, 0], /receipts 2 to 3 missing before receipt 4/],
  ])("without %s says so", async (_, kept, said) => {
    expect(await faultsOf(kept.map((n) => chain[n] ?? {}))).toEqual([expect.stringMatching(said)]);
  });

  test("without its end says so to who knows the end", async () => {
    const end = chain[3]?.digest ?? "";

    expect(await faultsOf(chain, { after: null, end })).toEqual([]);
    expect(await faultsOf(chain.slice(0, 3), { after: null, end })).toEqual([
      expect.stringMatching(/missing at the end/),
    ]);
  });

  test("may begin where an earlier one ended", async () => {
    const after = chain[1]?.digest ?? "";

    expect(await faultsOf(chain.slice(2), { after, end: null })).toEqual([]);
    expect(await faultsOf(chain.slice(3), { after, end: null })).not.toEqual([]);
  });

  test("in which two receipts changed places says which", async () => {
    const [a, b, c, d] = chain as [Receipt, Receipt, Receipt, Receipt];
    const swapped = [a, { ...c, position: 2 }, { ...b, position: 3 }, d];

    expect(await faultsOf(swapped)).toEqual([
      expect.stringMatching(/receipts:2: digest differs/),
      expect.stringMatching(/receipts:3: digest differs/),
      expect.stringMatching(/receipts 2 to 3 missing/),
    ]);
  });

  test("belongs to one submitter", async () => {
    const other = await register.receipt("policy", [{ sourceKey: "a" }], { by: "B" });

    expect(other).toMatchObject({ position: 1, previousDigest: null });
    expect(await faultsOf([...chain, other])).toEqual([]);
  });

  test("is one chain after many submissions at once", async () => {
    const made = await Promise.all(
      Array.from({ length: 24 }, (_, n) =>
        register.receipt("policy", [{ sourceKey: `at once ${String(n)}` }]),
      ),
    );

    expect(await faultsOf([...chain, ...made])).toEqual([]);
    expect(new Set(made.map(({ previousDigest }) => previousDigest)).size).toBe(24);
  });

  test("has a receipt once, however often it is asked for", async () => {
    const submissionKey = "asked again";
    const send = (): Promise<Receipt> =>
      register.receipt("policy", [{ sourceKey: "again" }], { submissionKey });

    const [first, second] = [await send(), await send()];

    expect(second.replayed).toBe(true);
    expect(JSON.stringify({ ...second, replayed: false })).toBe(JSON.stringify(first));
  });
});
