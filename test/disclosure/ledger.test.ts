import { startHub } from "../../src/server/start-hub";
import { givenCounted, type CountedWorld } from "../query/given-counted";
import { givenOrganisation, type TestHub } from "../setup/hub";

let world: CountedWorld;
let hub: TestHub;

beforeAll(async () => {
  world = await givenCounted(7, { enterprises: 60, insurers: 6 });
  hub = world.hub;
});

afterAll(() => hub.close());

interface Figure {
  value: unknown;
  state: string;
}

async function premium(who: string, where: string, url = hub.url): Promise<Figure> {
  const query = `{ policiesAggregate(where: ${where})
    { total { sum { writtenPremiumFen { value state } } } } }`;
  const response = await fetch(`${url}/graphql`, {
    method: "POST",
    headers: {
      "content-type": "application/json",
      authorization: `Bearer ${await hub.token(who)}`,
    },
    body: JSON.stringify({ query }),
  });
  const { data } = (await response.json()) as {
    data: { policiesAggregate: { total: { sum: { writtenPremiumFen: Figure } } } };
  };
  return data.policiesAggregate.total.sum.writtenPremiumFen;
}

const one = (): string => world.policies.find((p) => p.region.startsWith("34"))?.enterprise ?? "";

test("an answer is told again, and one that differs from it by one enterprise is not", async () => {
  const all = await premium("EM", "{}");
  expect(all.state).toBe("VALUE");

  const others = `{enterprise: {id: {ne: "${one()}"}}}`;
  expect(await premium("EM", others)).toMatchObject({ value: null, state: "SUPPRESSED" });
  expect(await premium("EM", "{}")).toEqual(all);
});

test("a second hub and a restarted one remember what was told", async () => {
  await premium("EM", "{}");
  const second = await startHub(hub.config, hub.environment);

  const others = `{enterprise: {id: {ne: "${one()}"}}}`;
  expect(await premium("EM", others, second.url)).toMatchObject({ state: "SUPPRESSED" });
  await second.stop();
});

test("what one organisation was told holds nothing back from another", async () => {
  await givenOrganisation(hub.database, "EM2", "EMERGENCY");
  const others = `{enterprise: {id: {ne: "${one()}"}}}`;

  expect(await premium("EM2", others)).toMatchObject({ state: "VALUE" });
  expect(await premium("EM2", "{}")).toMatchObject({ state: "SUPPRESSED" });
});

test("a total that has grown by one enterprise since it was told is not told", async () => {
  await givenOrganisation(hub.database, "EM3", "EMERGENCY");
  await premium("EM3", "{}");
  const change = "UPDATE policy SET written_premium_fen = written_premium_fen + 1 LIMIT 1";
  await hub.database.transaction((t) => t.execute({ text: change, values: [] }));

  expect(await premium("EM3", "{}")).toMatchObject({ state: "SUPPRESSED" });
});

test("answers that are asked for at once do not pass each other", async () => {
  await givenOrganisation(hub.database, "EM4", "EMERGENCY");
  const ids = [...new Set(world.policies.map((p) => p.enterprise))].slice(0, 8);
  const without = ids.map((id) => `{enterprise: {id: {ne: "${id}"}}}`);

  const told = await Promise.all(without.map((where) => premium("EM4", where)));

  expect(told.filter(({ state }) => state === "VALUE").length).toBeLessThanOrEqual(1);
});

test("who holds rows for aggregates only is told their number, and no group of few", async () => {
  const total =
    "{ policiesAggregate { groups { count { value state } } total { count { value } } } }";
  const { body } = await hub.ask("ASSOC", total);
  const visible = world.policies.filter((p) => p.region.startsWith("34")).length;
  expect(body.data?.["policiesAggregate"]).toMatchObject({ total: { count: { value: visible } } });

  for (const field of ["ENTERPRISE_SECTOR", "SIGNED_ON"]) {
    const ask = `{ policiesAggregate(groupBy: [{field: ${field}}]) { hasMore } }`;
    const denied = await hub.ask("ASSOC", ask);
    expect(denied.body.errors?.[0]?.extensions).toMatchObject({ code: "FORBIDDEN", right: "A" });
  }
});

test.each([
  ["min { writtenPremiumFen { value } }", "ORDER"],
  ["max { writtenPremiumFen { value } }", "ORDER"],
])("%s is not offered for aggregates only", async (figure, mention) => {
  const { body } = await hub.ask("EM", `{ policiesAggregate { total { ${figure} } } }`);

  expect(body.errors?.[0]?.extensions).toMatchObject({
    ...{ code: "FORBIDDEN", field: "Policy.writtenPremiumFen", mention, right: "A" },
  });
});

test.each([
  ['where: {writtenPremiumFen: {gt: "1"}}', "FILTER"],
  ["orderBy: [{figure: MAX_WRITTEN_PREMIUM_FEN}]", "ORDER"],
  ["having: [{figure: MIN_WRITTEN_PREMIUM_FEN, gt: 1}]", "ORDER"],
])("%s is denied as %s", async (args, mention) => {
  const { body } = await hub.ask("EM", `{ policiesAggregate(${args}) { hasMore } }`);

  expect(body.errors?.[0]?.extensions).toMatchObject({ code: "FORBIDDEN", mention });
});

test("values of enums in variables are mentions, too", async () => {
  const query = `query ($by: [PolicyGroupKey!], $h: [PolicyHaving!])
    { policiesAggregate(groupBy: $by, having: $h) { hasMore } }`;
  const variables = {
    by: [{ field: "SIGNED_ON", by: "MONTH" }],
    h: [{ figure: "MAX_WRITTEN_PREMIUM_FEN", gt: "1" }],
  };

  const { body } = await hub.ask("EM", query, variables);

  const fields = body.errors?.map(({ extensions }) => [extensions["field"], extensions["mention"]]);
  expect(fields).toEqual([["Policy.writtenPremiumFen", "ORDER"]]);
});
