import fc from "fast-check";
import { entityId } from "../../src/database/entity-id";
import { photoBands } from "../../src/domain/prevention/likeness/photo-hash";
import {
  jaccard,
  likenessOf,
  minHash,
  shinglesOf,
  textBands,
} from "../../src/domain/prevention/likeness/report-text";
import { exampleUscc } from "../../src/domain/registry/identifiers/uscc.rules";
import { ChangeReason } from "../../src/submission/change-reason";
import { evaluateDue } from "../../src/submission/findings/evaluate-due";
import { reevaluate } from "../../src/submission/findings/reevaluate";
import { RecordAction } from "../../src/submission/record-action";
import { clock, givenRegister, type TestRegister } from "../submission/given-submissions";

/* How photos and reports that are alike are found without comparing all with all. */

const numRuns = 200;

/** So many shingles that both have, and that each has alone. */
function setsOf(both: number, alone: number): [Set<string>, Set<string>] {
  const some = (what: string, count: number): string[] =>
    Array.from({ length: count }, (_, n) => `${what}${String(n).padStart(4, "0")}`);
  const common = some("a", both);
  return [new Set([...common, ...some("b", alone)]), new Set([...common, ...some("c", alone)])];
}

describe("reports", () => {
  const text = fc.string({ unit: "grapheme", minLength: 60, maxLength: 300 });

  test("of one text are wholly alike, whatever its width, case and blanks", () => {
    fc.assert(
      fc.property(text, (own) => {
        const alike = likenessOf(own, own, "");
        if (alike !== null) expect(alike).toBe(1);
        expect(textBands(` ${own}\t`)).toEqual(textBands(own));
      }),
      { numRuns },
    );
    expect(textBands(`ABC ${"安".repeat(60)}`)).toEqual(textBands(`ａｂｃ${"安".repeat(60)}`));
  });

  test.each([
    [900, 50, 0.9],
    [500, 250, 0.5],
    [0, 100, 0],
  ])("%d shingles in common and %d each alone are %d alike", (both, alone, alike) => {
    const [one, other] = setsOf(both, alone);

    expect(jaccard(one, other)).toBe(alike);
  });

  test("five characters are one shingle, and repeated ones count once", () => {
    expect(shinglesOf("发现隐患三项")).toEqual(new Set(["发现隐患三", "现隐患三项"]));
    expect(shinglesOf("安".repeat(9)).size).toBe(1);
  });

  test("signatures agree in about as many numbers as the shingles", () => {
    // 192 numbers: at one half the standard deviation is 0.036.
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 300 }),
        fc.integer({ min: 0, max: 150 }),
        (both, alone) => {
          fc.pre(both + alone > 0);
          const [one, other] = setsOf(both, alone);
          const [a, b] = [minHash(one), minHash(other)];
          const equal = a.filter((number, n) => number === b[n]).length;
          expect(Math.abs(equal / a.length - jaccard(one, other))).toBeLessThan(0.18);
        },
      ),
      { numRuns },
    );
  });
});

describe("photos", () => {
  const bits = (count: number): fc.Arbitrary<bigint> =>
    fc
      .uniqueArray(fc.bigInt(0n, 63n), { minLength: count, maxLength: count })
      .map((places) => places.reduce((sum, place) => sum | (1n << place), 0n));
  const hex = (hash: bigint): string => hash.toString(16).padStart(16, "0");

  test("of which four bits differ are equal in a band, and of eight in all but one bit", () => {
    fc.assert(
      fc.property(bits(32), bits(4), bits(8), (hash, four, eight) => {
        const own = photoBands(hex(hash));
        const [near, far] = [photoBands(hex(hash ^ four)), photoBands(hex(hash ^ eight))];
        const differing = own.map(({ value }, n) => value ^ (far[n]?.value ?? 0));

        expect(own.some(({ value }, n) => value === near[n]?.value)).toBe(true);
        expect(differing.some((value) => (value & (value - 1)) === 0)).toBe(true);
      }),
      { numRuns },
    );
  });

  test("without structure have no bands", () => {
    expect(photoBands("0".repeat(16))).toEqual([]);
    expect(photoBands("f".repeat(16))).toEqual([]);
    expect(photoBands(null)).toEqual([]);
    expect(photoBands("0f0f0f0f0f0f0f0f")).toHaveLength(5);
  });
});

describe("services", () => {
  const codes = [exampleUscc, "91340100MA00000151"];
  const report = Array.from({ length: 80 }, (_, n) => String.fromCodePoint(0x5000 + n)).join("");
  const insurer = entityId("ins", "A");
  let register: TestRegister;
  beforeAll(async () => {
    register = await givenRegister(codes);
    for (const [n, enterpriseUscc] of codes.entries())
      await register.receipt("policy", [{ sourceKey: `P${n}`, enterpriseUscc }]);
  });
  afterAll(() => register.close());

  const service = (n: number) => ({
    ...{ sourceKey: `S${n}`, policyKey: `P${n % 2}`, planKey: null },
    ...{ process: report, measures: null },
  });
  const found = (rule: string) =>
    register.rows(
      `finding WHERE rule_id = '${rule}' AND cleared_at IS NULL`,
      "severity, subject_id, insurer_id",
    );
  const judgeDue = async () => {
    while ((await evaluateDue(register.database, clock)) > 0);
  };
  const voided = (sourceKey: string) =>
    register.receipt("serviceRecord", [
      { sourceKey, action: RecordAction.VOID, baseVersion: 1, reason: ChangeReason.OTHER },
    ]);

  test("with one report are all found, and by what changed as by judging all", async () => {
    for (let n = 0; n < 24; n += 1) {
      await register.receipt("serviceRecord", [service(n)]);
      if (n % 3 === 0) await voided(`S${n}`);
      await judgeDue();
      const kept = await found("SVR-14");
      await reevaluate(register.database, clock);
      expect(kept).toEqual(await found("SVR-14"));
    }
    expect(await found("SVR-14")).toHaveLength(16);
  });

  test("of one team with photos that are alike are leads, until one is taken back", async () => {
    const photo = (perceptualHash: string) => ({
      ...{ digest: perceptualHash.repeat(4), kind: "PHOTO", perceptualHash },
      capturedAt: "2026-06-01T01:00:00.000000Z",
    });
    const served = (n: number, hash: string) => ({
      ...{ ...service(n), sourceKey: `${hash} ${n}`, process: null },
      evidence: [photo(hash)],
    });
    await register.receipt("serviceRecord", [
      served(0, "0f0f0f0f0f0f0f0f"),
      served(1, "0f0f0f0f0f0f0ff0"),
    ]);
    await judgeDue();
    expect(await found("SVR-12")).toMatchObject([
      { severity: "INFO", insurer_id: insurer },
      { severity: "INFO", insurer_id: insurer },
    ]);

    await voided("0f0f0f0f0f0f0ff0 1");
    await judgeDue();

    expect(await found("SVR-12")).toEqual([]);
  });
});
