import { citizenIdProblem } from "../../src/domain/registry/identifiers/citizen-id";
import { usccProblem } from "../../src/domain/registry/identifiers/uscc";
import { createDemoIdentifiers } from "../../seeds/demo/identifiers";
import { createDemoNames } from "../../seeds/demo/names";
import { createPermutation } from "../../seeds/demo/permutation";
import { createRandom } from "../../seeds/demo/random";
import regions from "../../seeds/reference/regions.json";
import sectors from "../../seeds/reference/sectors.json";

const INDEXES = 200_000;
const SEED = "building-blocks";
const counties = regions.rows.filter(({ level }) => level === "COUNTY");

describe("random source", () => {
  const drawsOf = (random: ReturnType<typeof createRandom>) =>
    Array.from({ length: 1_000 }, () => random.int(0, 1_000_000));

  test("one seed gives one sequence, another seed another", () => {
    expect(drawsOf(createRandom(7))).toEqual(drawsOf(createRandom(7)));
    expect(drawsOf(createRandom(7))).not.toEqual(drawsOf(createRandom(8)));
  });

  test("the sequence is fixed for ever, also on other machines", () => {
    const random = createRandom("anzehub");

    expect([1, 2, 3, 4].map(() => random.int(0, 999_999))).toEqual([
      727210, 587682, 623577, 432490,
    ]);
  });

  test("a draw in one place shifts nothing in a fork, nor a fork in its parent", () => {
    const untouched = createRandom(7);
    const drawn = createRandom(7);
    drawsOf(drawn);

    expect(drawsOf(drawn.fork("policy"))).toEqual(drawsOf(untouched.fork("policy")));
    expect(drawsOf(untouched)).toEqual(drawsOf(createRandom(7)));
  });

  test("forks differ by label and by the way to them", () => {
    const random = createRandom(7);
    const forks = [
      random,
      random.fork("a"),
      random.fork("b"),
      random.fork("ab"),
      random.fork("a").fork("b"),
      random.fork("b").fork("a"),
      random.fork(1),
    ];

    expect(new Set(forks.map((fork) => drawsOf(fork).join())).size).toBe(forks.length);
  });

  test("integers reach both ends, evenly, and nothing beyond", () => {
    const random = createRandom(SEED);
    const counts = new Map<number, number>();
    for (let draw = 0; draw < 60_000; draw += 1) {
      const value = random.int(1, 6);
      counts.set(value, (counts.get(value) ?? 0) + 1);
    }

    expect([...counts.keys()].sort()).toEqual([1, 2, 3, 4, 5, 6]);
    for (const count of counts.values()) expect(Math.abs(count - 10_000)).toBeLessThan(400);
  });

  test("weights are kept, and an item without weight is never drawn", () => {
    const random = createRandom(SEED);
    const counts = { seldom: 0, never: 0, often: 0, last: 0 };
    for (let draw = 0; draw < 50_000; draw += 1) {
      counts[
        random.weighted([
          ["seldom", 1],
          ["never", 0],
          ["often", 3],
          ["last", 1],
        ] as const)
      ] += 1;
    }

    expect(counts.never).toBe(0);
    expect(Math.abs(counts.often - 30_000)).toBeLessThan(400);
  });

  test("chance 0 is never, chance 1 always, 0.25 a quarter", () => {
    const random = createRandom(SEED);
    const hits = (probability: number) =>
      Array.from({ length: 40_000 }, () => random.chance(probability)).filter(Boolean).length;

    expect(hits(0)).toBe(0);
    expect(hits(1)).toBe(40_000);
    expect(Math.abs(hits(0.25) - 10_000)).toBeLessThan(400);
  });

  test("what cannot be drawn is refused", () => {
    const random = createRandom(SEED);

    expect(() => random.int(2, 1)).toThrow(RangeError);
    expect(() => random.int(0.5, 2)).toThrow(RangeError);
    expect(() => random.pick([])).toThrow(RangeError);
    expect(() => random.weighted([["never", 0]])).toThrow(RangeError);
  });
});

describe("permutation", () => {
  test.each([1, 2, 12, 97, 1_000, 65_536])("of %i meets every number once", (size) => {
    for (const seed of ["a", "b", "c"]) {
      const permuted = createPermutation(seed, "test", size);
      expect(new Set(Array.from({ length: size }, (_, index) => permuted(index))).size).toBe(size);
    }
  });

  test.each([-1, 10, 0.5, Number.NaN])("index %d of 10 is refused", (index) => {
    expect(() => createPermutation("a", "test", 10)(index)).toThrow(RangeError);
  });

  test("a size whose square is not exact is refused", () => {
    expect(() => createPermutation("a", "test", 100_000_000)).toThrow(RangeError);
    expect(() => createPermutation("a", "test", 0)).toThrow(RangeError);
  });
});

describe("identifiers of the demo", () => {
  const regionOf = (index: number) => counties[index % counties.length]?.code ?? "";

  test("credit codes are valid, unique and such as no registrar can issue", () => {
    const { uscc } = createDemoIdentifiers(SEED);
    const codes = upToIndexes((index) => uscc(regionOf(index), index));

    expect(new Set(codes.map((code) => code.slice(8))).size).toBe(INDEXES);
    expect(codes.filter((code) => usccProblem(code) !== null)).toEqual([]);
    expect(codes.filter((code) => !/^91\d{6}DEM.{5}D.$/.test(code))).toEqual([]);
    expect(uscc("34", 0).slice(2, 8)).toBe("340000");
    expect(() => uscc("341", 0)).toThrow(RangeError);
  });

  test("citizen ids are valid, unique and of no county", () => {
    const { citizenId } = createDemoIdentifiers(SEED);
    const numbers = upToIndexes(citizenId);

    expect(new Set(numbers).size).toBe(INDEXES);
    expect(numbers.filter((number) => citizenIdProblem(number) !== null)).toEqual([]);
    expect(numbers.filter((number) => !/^3400(?!00)/.test(number))).toEqual([]);
    expect(regions.rows.filter(({ code }) => code.startsWith("3400"))).toEqual([]);
    expect(Math.abs(numbers.slice(0, 1_000).filter(isMale).length - 500)).toBeLessThan(100);
    expect(citizenIdProblem(citizenId(1_330_559_999))).toBeNull();
    expect(() => citizenId(1_330_560_000)).toThrow(RangeError);
  });

  test("phones are unique and in the block that was never allotted", () => {
    const phones = upToIndexes(createDemoIdentifiers(SEED).phone);

    expect(new Set(phones).size).toBe(INDEXES);
    expect(phones.filter((phone) => !/^154\d{8}$/.test(phone))).toEqual([]);
  });

  test("they depend on the seed and the index alone", () => {
    const some = (seed: string) => {
      const { uscc, citizenId, phone } = createDemoIdentifiers(seed);
      return [199_999, 3, 77].map((index) => [
        uscc("340111", index),
        citizenId(index),
        phone(index),
      ]);
    };

    expect(some("a")).toEqual(some("a"));
    expect(
      some("a")
        .flat()
        .filter((value) => some("b").flat().includes(value)),
    ).toEqual([]);
  });
});

describe("names of the demo", () => {
  const names = createDemoNames(SEED);
  const county = (index: number) => counties[index % counties.length]?.name ?? "";
  const sector = (index: number) => sectors.rows[index % sectors.rows.length]?.code ?? "";
  const makers: [string, (index: number) => string][] = [
    ["enterprise", (index) => names.enterprise(index, county(index), sector(index))],
    ["enterprise of one county", (index) => names.enterprise(index, "肥东县", "FIREWORKS")],
    ["insurer", names.insurer],
    ["insurer branch", (index) => names.insurerBranch(index, "合肥市", "CITY")],
    ["agency", (index) => names.agency(index, "合肥市")],
    ["person", names.person],
  ];

  test.each(makers)("%s names are unique, marked and short enough", (_, make) => {
    const made = upToIndexes(make);

    expect(new Set(made).size).toBe(INDEXES);
    expect(made.filter((name) => !name.includes("演示"))).toEqual([]);
    expect(made.filter((name) => name.length > 40)).toEqual([]);
  });

  test("they depend on the seed and the index alone", () => {
    for (const [, make] of makers) expect(make(5)).toBe(make(5));
    expect(createDemoNames(SEED).person(5)).toBe(names.person(5));
    expect(createDemoNames("another").person(5)).not.toBe(names.person(5));
  });

  test("every sector of the table has trades, and no other", () => {
    for (const { code } of sectors.rows) {
      expect(names.enterprise(0, "肥东县", code)).toMatch(/^肥东县.{3}.+有限公司（演示）$/);
    }
    expect(() => names.enterprise(0, "肥东县", "BANKING")).toThrow(RangeError);
  });
});

/** The seventeenth digit tells the sex: odd is male. */
function isMale(citizenId: string): boolean {
  return Number(citizenId.charAt(16)) % 2 === 1;
}

function upToIndexes<T>(make: (index: number) => T): T[] {
  return Array.from({ length: INDEXES }, (_, index) => make(index));
}
