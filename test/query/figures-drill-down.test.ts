import { givenCounted, type CountedWorld } from "./given-counted";
import { givenRegion } from "../setup/policies";

const seed = Number(process.env["SEED"] ?? 20_261_122);
let world: CountedWorld;

beforeAll(async () => {
  world = await givenCounted(seed);
  await givenRegion(world.hub.database, "34");
  await givenRegion(world.hub.database, "3401");
});

afterAll(() => world.hub.close());

interface Key {
  value: string | null;
  label: string | null;
  from: string | null;
  to: string | null;
}

interface Group {
  keys: Key[];
  count: { value: number };
}

async function groups(groupBy: string, where = "{}"): Promise<Group[]> {
  const query = `{ policiesAggregate(where: ${where}, groupBy: [${groupBy}], first: 1000)
    { groups { keys { value label from to } count { value } } } }`;
  const { body } = await world.hub.ask("FIN", query);
  expect(body.errors).toBeUndefined();
  return (body.data?.["policiesAggregate"] as { groups: Group[] }).groups;
}

async function listed(where: string): Promise<number> {
  const { body } = await world.hub.ask("FIN", `{ policies(where: ${where}) { totalCount } }`);
  expect(body.errors).toBeUndefined();
  return (body.data?.["policies"] as { totalCount: number }).totalCount;
}

const same = "{insuredCount: {lt: 200}}";
const text = (value: string | null): string => JSON.stringify(value);

type Drill = readonly [field: string, by: string, filter: (key: Key) => string];

const eq = (value: string | null): string => (value === null ? "isNull: true" : `eq: ${value}`);
const drills: readonly Drill[] = [
  ["ENTERPRISE_SECTOR", "", ({ value }) => `enterprise: {sector: {${eq(value)}}}`],
  ["ENTERPRISE_RISK_GRADE", "", ({ value }) => `enterprise: {riskGrade: {${eq(value)}}}`],
  [
    "ENTERPRISE_REGION",
    ", by: CITY",
    ({ value }) => `enterprise: {regionCode: {within: ${text(value)}}}`,
  ],
  ...["DAY", "WEEK", "MONTH", "QUARTER", "YEAR"].map((by): Drill => [
    "SIGNED_ON",
    `, by: ${by}`,
    ({ from, to }) => `signedOn: {between: {from: ${text(from)}, to: ${text(to)}}}`,
  ]),
];

describe(`the rows of a group (seed ${String(seed)})`, () => {
  test.each(drills)(
    "of %s%s are listed by the same filter and its key",
    async (field, by, filter) => {
      const all = await groups(`{field: ${field}${by}}`, same);
      expect(all.length).toBeGreaterThan(1);

      for (const { keys, count } of all.slice(0, 12)) {
        const key = filter(keys[0] as Key);
        expect([key, await listed(`{and: [${same}, {${key}}]}`)]).toEqual([key, count.value]);
      }
    },
  );

  test("are called by the names of their keys, where they have one", async () => {
    const [sector] = await groups("{field: ENTERPRISE_SECTOR}");
    const [city, other] = await groups("{field: ENTERPRISE_REGION, by: CITY}");

    expect(sector?.keys[0]).toMatchObject({ value: "FIREWORKS", label: "烟花爆竹" });
    expect(city?.keys[0]).toMatchObject({ value: "3401", label: "区划3401" });
    expect(other?.keys[0]).toMatchObject({ value: "3402", label: null });
  });
});

test("a question that makes more groups than the limit is refused, not cut", async () => {
  const { database } = world.hub;
  const text =
    "INSERT INTO region (id, code, name, level, parent_id, effective_from, effective_to) " +
    "SELECT CONCAT('reg_', seq), CONCAT('5', seq), 'x', 'COUNTY', NULL, '2000-01-01', NULL " +
    "FROM seq_100000_to_110000";
  await database.transaction((t) => t.execute({ text, values: [] }));

  const ask = "{ regionsAggregate(groupBy: [{field: CODE}]) { total { count { value } } } }";
  const { body } = await world.hub.ask("FIN", ask);

  expect(body.errors?.[0]?.extensions).toMatchObject({ code: "TOO_MANY_GROUPS", limit: 10_000 });
});
