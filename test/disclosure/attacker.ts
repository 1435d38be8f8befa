import type { Random } from "../../audit/random";
import { groupings, groupsOf } from "../query/counted-oracle";
import type { CountedPolicy, CountedWorld } from "../query/given-counted";
import { Solver } from "./row-space-oracle";

interface Figure {
  value: string | null;
  state: string;
  reason: { en: string } | null;
}

interface Group {
  keys: { value: string | null }[];
  count: { value: number };
  sum: { writtenPremiumFen: Figure };
  avg: { writtenPremiumFen: Figure };
}

interface Aggregate {
  groups: Group[];
  remainder: Group | null;
  total: Group;
}

/** A question: who of the policies it is about, and by what they are grouped. */
export interface Question {
  where: string;
  matches: (policy: CountedPolicy) => boolean;
  by: readonly number[];
  more?: string;
}

const figures =
  "count { value } sum { writtenPremiumFen { value state reason { en } } } " +
  "avg { writtenPremiumFen { value state } }";
const group = `{ keys { value } ${figures} }`;

/** Asks as one organisation, notes what it is told, and knows which rows each figure is made of. */
export class Attacker {
  readonly solver: Solver;
  asked = 0;
  told = 0;
  /** Rows of every figure that was asked for, told or not. */
  readonly sets: (readonly CountedPolicy[])[] = [];
  private readonly place: ReadonlyMap<string, number>;

  constructor(
    private readonly world: CountedWorld,
    private readonly who = "EM",
    private readonly rows = world.policies.filter((p) => p.region.startsWith("34")),
  ) {
    this.place = new Map(rows.map(({ id }, n) => [id, n]));
    this.solver = new Solver(rows.length);
  }

  async ask({ where, matches, by, more = "first: 1000" }: Question): Promise<Aggregate> {
    const groupBy = by.map((n) => groupings[n]?.[0]).join(", ");
    const query = `{ policiesAggregate(where: ${where}, groupBy: [${groupBy}], ${more})
      { groups ${group} remainder ${group} total ${group} } }`;
    const { body } = await this.world.hub.ask(this.who, query);
    if (body.errors) throw new Error(`${where}: ${JSON.stringify(body.errors)}`);
    const answer = body.data?.["policiesAggregate"] as Aggregate;
    this.note(answer, this.rows.filter(matches), by);
    return answer;
  }

  /** True when what these policies amount to follows from all that was told. */
  knows(policies: readonly CountedPolicy[]): boolean {
    return this.solver.follows(this.places(policies));
  }

  private note(answer: Aggregate, rows: readonly CountedPolicy[], by: readonly number[]): void {
    const keys = by.flatMap((n) => groupings[n]?.[1] ?? []);
    const groups = groupsOf(rows, keys);
    let left = rows;
    for (const told of answer.groups) {
      const values = told.keys.map(({ value }) => value);
      const of = groups.find((one) => JSON.stringify(one.keys) === JSON.stringify(values))?.of;
      if (!of) throw new Error(`a group that is not there: ${JSON.stringify(values)}`);
      if (this.learn(told, of)) left = left.filter((policy) => !of.includes(policy));
    }
    this.learn(answer.total, rows);
    if (answer.remainder) this.learn(answer.remainder, left);
  }

  private learn({ sum, avg }: Group, of: readonly CountedPolicy[]): boolean {
    this.asked += 1;
    this.sets.push(of);
    // A sum kept back beside an average told would be told.
    expect(avg.writtenPremiumFen.state === "SUPPRESSED").toBe(
      sum.writtenPremiumFen.state === "SUPPRESSED",
    );
    if (sum.writtenPremiumFen.state === "SUPPRESSED") {
      expect(sum.writtenPremiumFen).toMatchObject({
        value: null,
        reason: { en: expect.stringContaining("ask") as string },
      });
      return false;
    }
    this.told += 1;
    const expected = of.reduce((total, { premium }) => total + premium, 0n);
    expect(sum.writtenPremiumFen.value).toBe(String(expected));
    this.solver.learn(this.places(of));
    return true;
  }

  private places(policies: readonly CountedPolicy[]): number[] {
    return policies.flatMap(({ id }) => this.place.get(id) ?? []);
  }
}

/** True when the rule of access.md 6 keeps the premium of these policies back. */
export function isKept(of: readonly CountedPolicy[]): boolean {
  return isDominated(of, ({ enterprise }) => enterprise, 5) || isDominated(of, (p) => p.insurer, 3);
}

function isDominated(
  of: readonly CountedPolicy[],
  who: (policy: CountedPolicy) => string,
  least: number,
): boolean {
  const parts = new Map<string, bigint>();
  for (const policy of of)
    if (policy.premium > 0n)
      parts.set(who(policy), (parts.get(who(policy)) ?? 0n) + policy.premium);
  const sizes = [...parts.values()].sort((a, b) => Number(b - a));
  const total = sizes.reduce((sum, size) => sum + size, 0n);
  const two = (sizes[0] ?? 0n) + (sizes[1] ?? 0n);
  return sizes.length < least || two * 100n >= total * 85n;
}

/** Any question: a filter on enterprises, days or insurers, and up to three groupings. */
export function anyQuestion(random: Random, world: CountedWorld): Question {
  const policy = random.pick(world.policies);
  const days = [policy.signedOn, random.pick(world.policies).signedOn].sort();
  const some = random.some([...new Set(world.policies.map((p) => p.enterprise))], 9);
  const list = JSON.stringify(some);
  const [where, matches] = random.pick<[string, Question["matches"]]>([
    ["{}", () => true],
    [`{signedOn: {lte: "${policy.signedOn}"}}`, (p) => p.signedOn <= policy.signedOn],
    [
      `{signedOn: {between: {from: "${days[0] ?? ""}", to: "${days[1] ?? ""}"}}}`,
      (p) => p.signedOn >= (days[0] ?? "") && p.signedOn <= (days[1] ?? ""),
    ],
    [`{enterprise: {id: {ne: "${policy.enterprise}"}}}`, (p) => p.enterprise !== policy.enterprise],
    [`{enterprise: {id: {in: ${list}}}}`, (p) => some.includes(p.enterprise)],
    [`{enterprise: {id: {notIn: ${list}}}}`, (p) => !some.includes(p.enterprise)],
    [`{insurer: {id: {ne: "${policy.insurer}"}}}`, (p) => p.insurer !== policy.insurer],
    [
      `{insuredCount: {gt: ${String(policy.insuredCount)}}}`,
      (p) => p.insuredCount > policy.insuredCount,
    ],
  ]);
  const by = random.some([...groupings.keys()], random.below(3));
  const more = random.pick(["first: 1000", "first: 1"]);
  return { where, matches, by, more };
}
