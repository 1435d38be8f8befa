import { Random } from "../../audit/random";
import { groupings, groupsOf } from "../query/counted-oracle";
import { givenCounted, type CountedPolicy, type CountedWorld } from "../query/given-counted";
import { Attacker, anyQuestion, isKept, type Question } from "./attacker";

const seed = Number(process.env["SEED"] ?? 20_261_122);
const questions = 60;
const everything = (): boolean => true;
const grouping = (text: string): number => groupings.findIndex(([name]) => name.includes(text));
const [bySector, byCounty, byDay] = ["SECTOR", "REGION}", "SIGNED_ON}"].map(grouping);

let world: CountedWorld;
let attacker: Attacker;
let mine: readonly CountedPolicy[];

beforeAll(async () => {
  world = await givenCounted(seed, { enterprises: 80, insurers: 6 });
});

afterAll(() => world.hub.close());

beforeEach(async () => {
  await world.hub.database.transaction((t) =>
    t.execute({ text: "DELETE FROM disclosure_ledger", values: [] }),
  );
  attacker = new Attacker(world);
  mine = world.policies.filter((p) => p.region.startsWith("34"));
});

/** Every policy, every enterprise and every cell of a table that the rule keeps back. */
function protectedCells(): readonly (readonly CountedPolicy[])[] {
  const tables = [[bySector], [byCounty], [byDay], [byCounty, bySector]].map((keys) =>
    keys.flatMap((n) => groupings[n ?? 0]?.[1] ?? []),
  );
  const single = [[(p: CountedPolicy) => p.id], [(p: CountedPolicy) => p.enterprise]];
  return [...tables, ...single]
    .flatMap((keys) => groupsOf(mine, keys))
    .map(({ of }) => of)
    .filter((of) => isKept(of) && of.some(({ premium }) => premium > 0n));
}

/** What the rule keeps back of what two questions differ in. */
function differences(): readonly (readonly CountedPolicy[])[] {
  const random = new Random(seed);
  const some = random.some(attacker.sets, 60);
  return some
    .flatMap((a) => some.map((b) => a.filter((policy) => !b.includes(policy))))
    .filter((of) => of.some(({ premium }) => premium > 0n) && isKept(of));
}

/** Who stands behind a cell, largest first, for whoever has to find out how it was recovered. */
function described(cell: readonly CountedPolicy[]): string {
  const parts = (who: "enterprise" | "insurer"): string =>
    groupsOf(cell, [(p) => p[who]])
      .map(({ of }) => String(of.reduce((sum, { premium }) => sum + premium, 0n)))
      .join(" + ");
  return `${String(cell.length)} rows; ${parts("enterprise")}; ${parts("insurer")}`;
}

function expectNothingRecovered(): void {
  const cells = [...protectedCells(), ...differences()];
  expect(cells.length).toBeGreaterThan(50);
  const known = cells.filter((cell) => attacker.knows(cell));
  expect(known.map(described)).toEqual([]);
  expect(world.hub.mistakes).toEqual([]);
}

function printShare(of: string): void {
  const { told, asked } = attacker;
  const share = String(Math.round((100 * told) / asked));
  process.stdout.write(`${of}: ${String(told)} of ${String(asked)} cells told (${share} %)\n`);
}

async function askAll(list: readonly Question[]): Promise<void> {
  for (const question of list) await attacker.ask(question);
}

describe(`who holds prices for aggregates only (seed ${String(seed)})`, () => {
  test("is told no price of one enterprise or one policy", async () => {
    const [policy] = mine;
    await askAll([
      { where: `{id: {eq: "${policy?.id ?? ""}"}}`, matches: (p) => p === policy, by: [] },
      {
        where: `{enterprise: {id: {eq: "${policy?.enterprise ?? ""}"}}}`,
        matches: (p) => p.enterprise === policy?.enterprise,
        by: [],
      },
    ]);

    expect(attacker.told).toBe(0);
  });

  test("is told tables with their totals and recovers no cell that is kept back", async () => {
    await askAll([
      { where: "{}", matches: everything, by: [bySector ?? 0] },
      { where: "{}", matches: everything, by: [byCounty ?? 0] },
      { where: "{}", matches: everything, by: [byCounty ?? 0, bySector ?? 0] },
      { where: "{}", matches: everything, by: [byCounty ?? 0, bySector ?? 0], more: "first: 1" },
    ]);

    expectNothingRecovered();
    printShare("tables");
    expect(attacker.told).toBeGreaterThan(attacker.asked / 4);
  });

  test("recovers nothing from days and from what was signed until a day", async () => {
    const days = [...new Set(mine.map((p) => p.signedOn))].sort();
    await askAll([
      { where: "{}", matches: everything, by: [byDay ?? 0] },
      ...days.slice(0, 40).map((day) => ({
        where: `{signedOn: {lte: "${day}"}}`,
        matches: (p: CountedPolicy) => p.signedOn <= day,
        by: [],
      })),
    ]);

    expectNothingRecovered();
  });

  test("recovers nothing from answers with and without one enterprise or one insurer", async () => {
    const without = (field: "enterprise" | "insurer"): Question[] =>
      [...new Set(mine.map((p) => p[field]))].map((id) => ({
        where: `{${field}: {id: {ne: "${id}"}}}`,
        matches: (p) => p[field] !== id,
        by: [],
      }));
    await askAll([{ where: "{}", matches: everything, by: [] }]);
    await askAll([...without("enterprise").slice(0, 40), ...without("insurer")]);

    expectNothingRecovered();
    expect(attacker.told).toBeGreaterThanOrEqual(1);
  });

  test("learns nothing of a figure that is kept back by conditions or order", async () => {
    const [policy] = mine;
    const id = policy?.enterprise ?? "";
    const where = `{enterprise: {id: {in: ["${id}"]}}}`;
    const matches = (p: CountedPolicy): boolean => p.enterprise === id;
    for (const bound of ["gt: 1", "lte: 1", 'gte: "0"', 'lt: "999999999999"']) {
      const more = `first: 1000, having: [{figure: SUM_WRITTEN_PREMIUM_FEN, ${bound}}]`;
      expect((await attacker.ask({ where, matches, by: [byDay ?? 0], more })).groups).toEqual([]);
    }
    const keys = async (more: string) =>
      (await attacker.ask({ where, matches, by: [byDay ?? 0], more })).groups.map((g) => g.keys);
    const order = "orderBy: [{figure: SUM_WRITTEN_PREMIUM_FEN, direction: ASC}]";
    expect(await keys(`first: 1000, ${order}`)).toEqual(await keys("first: 1000"));
  });

  test(`recovers nothing with ${String(questions)} questions of any kind`, async () => {
    const random = new Random(seed);
    for (let n = 0; n < questions; n++) await attacker.ask(anyQuestion(random, world));

    expectNothingRecovered();
    printShare("any questions");
  });
});
