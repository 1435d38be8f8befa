import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { reconcileFile } from "../../src/cli/reconcile";
import { ChangeReason } from "../../src/submission/change-reason";
import { bucketOf, bucketsOf, type BookEntry } from "../../src/submission/reconciliation/book";
import {
  differingBuckets,
  keyDifferences,
} from "../../src/submission/reconciliation/compare-books";
import { RecordAction } from "../../src/submission/record-action";
import type { TestHub } from "../setup/hub";
import { givenSubmittingHub, submitTo } from "./given-hub-submissions";
import { recordOf, type RecordPatch } from "./given-submissions";

// FC_SEED repeats a run; fast-check itself prints the seed and the path of a failure.
const seed = process.env["FC_SEED"];

const day = "2026-07-14";
const reason = ChangeReason.DUPLICATE;
const { CORRECT, VOID } = RecordAction;
const signed = { signedOn: day, startDate: "2026-07-16" };

let hub: TestHub;
let directory: string;
beforeAll(async () => {
  directory = mkdtempSync(join(tmpdir(), "anzehub-books-"));
  hub = await givenSubmittingHub();
  await submitTo(hub, "INS-A", "policy", [
    ...["a", "b", "c", "d"].map((sourceKey) => ({ sourceKey, ...signed })),
    { sourceKey: "other day", signedOn: "2026-07-13", startDate: "2026-07-16" },
    { sourceKey: "waits", ...signed, renewalOfKey: "not there" },
  ]);
  await submitTo(hub, "INS-A", "policy", [
    { sourceKey: "c", action: VOID, baseVersion: 1, reason },
    { sourceKey: "d", ...signed, action: CORRECT, baseVersion: 1, reason, insuredCount: 7 },
  ]);
  await submitTo(hub, "INS-B", "policy", [{ sourceKey: "of B", ...signed }]);
  await submitTo(hub, "INS-A", "claim", [{ sourceKey: "claim", policyKey: "a" }]);
});
afterAll(async () => {
  const { mistakes } = hub;
  await hub.close();
  rmSync(directory, { recursive: true });
  expect(mistakes).toEqual([]);
});

const inBooks: readonly RecordPatch[] = [
  { sourceKey: "a", ...signed },
  { sourceKey: "b", ...signed },
  { sourceKey: "d", ...signed, insuredCount: 7 },
];

/** What `hub reconcile` says about books with these lines. */
async function reconciled(
  lines: readonly object[],
  { org = "INS-A", on = day } = {},
): Promise<{ exitCode: number; said: string[] }> {
  const file = join(directory, "books.ndjson");
  writeFileSync(file, lines.map((line) => JSON.stringify(line)).join("\n"));
  const said: string[] = [];
  const address = { url: `${hub.url}/graphql`, token: () => hub.token(org) };
  const exitCode = await reconcileFile(address, file, on, (line) => said.push(line.trim()));
  return { exitCode, said };
}

const policies = (patches: readonly RecordPatch[]): object[] =>
  patches.map((patch) => ({ type: "policy", ...recordOf("policy", patch) }));

describe("books", () => {
  test("agree with what was submitted, corrected and voided", async () => {
    expect(await reconciled(policies(inBooks))).toEqual({
      exitCode: 0,
      said: ["✓ policy 2026-07-14: 3 条 records"],
    });
    expect(
      await hub.database.read({ text: "SELECT agrees FROM reconciliation", values: [] }),
    ).toEqual([{ agrees: 1 }]);
  });

  test("agree whatever the spelling of the same values", async () => {
    const [first = {}, ...rest] = policies(inBooks);
    const respelled = { ...first, writtenPremiumFen: 5_000_000, renewalOfKey: null };

    expect((await reconciled([respelled, ...rest])).exitCode).toBe(0);
  });

  test("agree on instants in another zone, and on lines that were replaced later", async () => {
    const claim = { type: "claim", ...recordOf("claim", { sourceKey: "claim", policyKey: "a" }) };
    const at = String((claim as Record<string, unknown>)["reportedAt"]);
    const utc = new Date(Date.parse(at)).toISOString();
    const on = new Date(Date.parse(at) + 8 * 3_600_000).toISOString().slice(0, 10);

    expect(
      (
        await reconciled(
          [
            { ...claim, cause: "x" },
            { ...claim, reportedAt: utc },
          ],
          { on },
        )
      ).said,
    ).toEqual([`✓ claim ${on}: 1 条 records`]);
  });

  test("that differ are told key by key", async () => {
    const { exitCode, said } = await reconciled(
      policies([
        { sourceKey: "a", ...signed, writtenPremiumFen: "5000001" },
        { sourceKey: "d", ...signed, insuredCount: 7 },
        { sourceKey: "new", ...signed },
        { sourceKey: "waits", ...signed, renewalOfKey: "not there" },
        { sourceKey: "of B", ...signed },
      ]),
    );

    expect(exitCode).toBe(1);
    expect(said.slice(0, 3)).toEqual([
      "✗ policy 2026-07-14: 5 条 records",
      "条数 count: 5 ≠ 3",
      "writtenPremiumFen: 25000001 ≠ 15000000",
    ]);
    expect(said.slice(3).sort()).toEqual(
      [
        "内容不同 differs: a",
        "文件缺少 missing in the file: b",
        "平台缺少 missing at the hub: new",
        "平台缺少 missing at the hub: of B",
        "平台等待中 waits at the hub: waits",
      ].sort(),
    );
  });

  test("of another insurer are its own", async () => {
    expect(
      (await reconciled(policies([{ sourceKey: "of B", ...signed }]), { org: "INS-B" })).exitCode,
    ).toBe(0);
  });

  test.each(["EM", "FIN", "AG"])("are not compared for %s", async (org) => {
    await expect(reconciled(policies(inBooks), { org })).rejects.toThrow(/reconcile/);
  });
});

test.each<[string, number[], string]>([
  ["a bucket twice", [1, 1], "policy"],
  ["bucket 256", [256], "policy"],
  ["a negative bucket", [-1], "policy"],
  ["an unknown type", [], "poetry"],
])("%s is refused", async (_, buckets, recordType) => {
  const input = {
    ...{ recordType, day, count: 0, sums: [] },
    buckets: buckets.map((bucket) => ({ bucket, count: 1, digest: "x" })),
  };
  const { body } = await hub.ask(
    "INS-A",
    "mutation ($input: ReconcileInput!) { reconcile(input: $input) { agrees } }",
    { input },
  );

  expect(body.errors?.[0]?.extensions["code"]).toBe("BAD_USER_INPUT");
});

describe("digests of buckets", () => {
  const keys = fc.string({ unit: "grapheme", minLength: 1, maxLength: 5 });
  const books = fc
    .dictionary(keys, fc.constantFrom("x", "y"), { maxKeys: 40 })
    .map((book) => Object.entries(book).map(([sourceKey, digest]) => ({ sourceKey, digest })));
  const runs = { numRuns: 300, ...(seed ? { seed: Number(seed) } : {}) };

  test("differ exactly where keys or contents do, and lead to them", () => {
    fc.assert(
      fc.property(books, books, (theirs: BookEntry[], ours: BookEntry[]) => {
        const found = differingBuckets(bucketsOf(theirs), bucketsOf(ours)).flatMap(({ bucket }) => {
          const [a, b] = [theirs, ours].map((book) =>
            book.filter(({ sourceKey }) => bucketOf(sourceKey) === bucket),
          );
          return Object.values(keyDifferences(a ?? [], b ?? [])).flat() as string[];
        });
        const { missingAtHub, missingAtInsurer, different } = keyDifferences(theirs, ours);
        const expected = [...missingAtHub, ...missingAtInsurer, ...different];
        expect(found.sort()).toEqual(expected.sort());
      }),
      runs,
    );
  });

  test("do not depend on the order", () => {
    fc.assert(
      fc.property(books, (book) => {
        expect(bucketsOf([...book].reverse())).toEqual(bucketsOf(book));
      }),
      runs,
    );
  });
});
