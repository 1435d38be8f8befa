import { Random } from "../../audit/random";
import {
  figuresOf,
  filters,
  groupings,
  groupsOf,
  havings,
  selection,
  sum,
  type ExpectedGroup,
} from "./counted-oracle";
import { givenCounted, type CountedPolicy, type CountedWorld } from "./given-counted";

const seed = Number(process.env["SEED"] ?? 20_261_122);
const questions = 60;
const seen: Record<string, (policy: CountedPolicy, world: CountedWorld) => boolean> = {
  FIN: (p) => p.region.startsWith("34"),
  AUD: (p) => p.region.startsWith("3401"),
  INS: (p, { policies }) => p.insurer === policies.find(({ insurer }) => insurer === own)?.insurer,
};
let own = "";
let world: CountedWorld;

beforeAll(async () => {
  world = await givenCounted(seed);
  const rows = await world.hub.database.read({
    text: "SELECT insurer_id AS id FROM organisation WHERE code = 'INS'",
    values: [],
  });
  own = String(rows[0]?.["id"]);
});

afterAll(() => world.hub.close());

interface Group {
  keys: { value: string | null }[];
  [figures: string]: unknown;
}

interface Aggregate {
  groups: Group[];
  hasMore: boolean;
  remainder: Group | null;
  total: Group;
}

async function ask(who: string, args: string, select = selection): Promise<Aggregate> {
  const group = `{ keys { value } ${select} }`;
  const query = `{ policiesAggregate(${args})
    { hasMore groups ${group} remainder ${group} total ${group} } }`;
  const { body } = await world.hub.ask(who, query);
  if (body.errors) throw new Error(`${args}: ${JSON.stringify(body.errors)}`);
  expect(world.hub.mistakes).toEqual([]);
  return body.data?.["policiesAggregate"] as Aggregate;
}

function shown({ keys, of }: ExpectedGroup): unknown {
  return { keys: keys.map((value) => ({ value })), ...(figuresOf(of) as object) };
}

describe(`figures by groups (seed ${String(seed)})`, () => {
  test.each(Object.keys(seen))(
    "are those of plain code over the rows that %s sees",
    async (who) => {
      const random = new Random(seed).fork(who);
      const rows = world.policies.filter((policy) => seen[who]?.(policy, world));
      expect(rows.length).toBeGreaterThan(5);

      for (let n = 0; n < questions; n++) {
        const [where, matches] = random.pick(filters);
        const by = random.some(groupings, random.below(4));
        const [having, holds] = random.pick(havings);
        const first = random.pick([1, 5, 1000]);
        const groupBy = by.map(([text]) => text).join(", ");
        const args = `where: ${where}, groupBy: [${groupBy}], having: ${having}, first: ${String(first)}`;
        const answer = await ask(who, args);

        const matching = rows.filter(matches);
        const groups = groupsOf(
          matching,
          by.map(([, key]) => key),
        );
        const kept = groups.filter(({ of }) => holds(of));
        const rest = groups.filter((group) => !kept.slice(0, first).includes(group));
        expect([args, answer]).toEqual([
          args,
          {
            groups: kept.slice(0, first).map(shown),
            hasMore: kept.length > first,
            remainder: rest.length ? shown({ keys: [], of: rest.flatMap(({ of }) => of) }) : null,
            total: shown({ keys: [], of: matching }),
          },
        ]);
      }
    },
  );

  test("stand in the order asked for, ties in the order of the keys", async () => {
    const rows = world.policies.filter((p) => p.region.startsWith("34"));

    const order = "orderBy: [{figure: SUM_WRITTEN_PREMIUM_FEN, direction: DESC}]";
    const { groups } = await ask("FIN", `groupBy: [{field: SIGNED_ON}], first: 1000, ${order}`);

    const premium = ({ of }: ExpectedGroup): bigint => sum(of, (p) => p.premium);
    const expected = groupsOf(rows, [(p) => p.signedOn]).sort((a, b) =>
      Number(premium(b) - premium(a)),
    );
    expect(groups.map(({ keys }) => keys[0]?.value)).toEqual(expected.map(({ keys }) => keys[0]));
  });

  test("count distinct values of groups and of everything, but not of a remainder", async () => {
    const rows = world.policies.filter((p) => p.region.startsWith("34"));

    const select = "countDistinct { signedOn { value state } }";
    const args = "groupBy: [{field: ENTERPRISE_SECTOR}], first: 1";
    const { groups, total, remainder } = await ask("FIN", args, select);

    const days = (of: readonly CountedPolicy[]): number => new Set(of.map((p) => p.signedOn)).size;
    const [first] = groupsOf(rows, [(p) => p.sector]);
    const figure = (value: number) => ({ countDistinct: { signedOn: { value, state: "VALUE" } } });
    expect(groups).toMatchObject([figure(days(first?.of ?? []))]);
    expect(total).toMatchObject(figure(days(rows)));
    expect(remainder).toMatchObject({
      countDistinct: { signedOn: { value: null, state: "INCOMPLETE" } },
    });
  });

  test("say whose rows they are of, when and under which rights", async () => {
    const query = "{ policiesAggregate { scope { zh en } asOf policyVersion } }";

    const { body } = await world.hub.ask("AUD", query);

    expect(body.data?.["policiesAggregate"]).toEqual({
      scope: { zh: "辖区 3401，全部行业领域", en: "Region 3401, all sectors" },
      asOf: "2026-07-15T04:00:00.000000Z",
      policyVersion: "base-1",
    });
  });

  test.each([
    ["first: 0", "BAD_PAGE"],
    ["first: -1", "BAD_PAGE"],
    ["first: 1000000", "BAD_PAGE"],
    ["groupBy: [{field: ENTERPRISE_SECTOR, by: MONTH}]", "BAD_USER_INPUT"],
    ["groupBy: [{field: SIGNED_ON, by: CITY}]", "BAD_USER_INPUT"],
    ["groupBy: [{field: SIGNED_ON}, {field: SIGNED_ON}]", "BAD_USER_INPUT"],
    ["orderBy: [{}]", "BAD_USER_INPUT"],
    ["orderBy: [{field: SIGNED_ON}]", "BAD_USER_INPUT"],
    ["having: [{figure: COUNT}]", "BAD_USER_INPUT"],
    ["having: [{figure: MIN_SIGNED_ON, gt: 1}]", "BAD_USER_INPUT"],
    ["groupBy: [{field: NOTHING}]", "GRAPHQL_VALIDATION_FAILED"],
    ["where: null", "NULL_FILTER"],
  ])("are refused with %s: %s", async (args, code) => {
    const { body } = await world.hub.ask("FIN", `{ policiesAggregate(${args}) { hasMore } }`);

    expect(body.errors?.map(({ extensions }) => extensions["code"])).toEqual([code]);
  });
});
