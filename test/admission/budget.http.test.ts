import { startFederated } from "../../src/server/gateway/start-federated";
import { startHub } from "../../src/server/start-hub";
import { givenHub, givenOrganisation, type TestHub } from "../setup/hub";

/** 24 × 2,000 units of looking through tables, and 1. */
const heavy = `{ ${Array.from({ length: 24 }, (_, n) => `a${String(n)}: coverage { insuredUnits }`).join(" ")} }`;
const heavyCost = 48_001;
/** As many units of rows, of which there are none. */
const empty = "{ enterprises(first: 450) { nodes { policies(first: 100) { nodes { id } } } } }";
/** At first there are 20 times as many as come in a second. */
const perSecond = 10_000;
const askedTimes = 30;

describe.each([
  ["hub", startHub],
  ["gateway", startFederated],
])("the budget of an organisation at the %s", (name, start) => {
  let hub: TestHub;

  beforeAll(async () => {
    hub = await givenHub((config, environment) =>
      start({ ...config, costPerSecond: perSecond }, environment),
    );
    for (const code of ["SPENDER", "READER", "OTHER"])
      await givenOrganisation(hub.database, code, "EMERGENCY");
  });

  afterAll(() => hub.close());

  it("ends with 429, the cost and when to come back; others are answered as before", async () => {
    const statuses = new Set<number>();
    let answer = await hub.ask("SPENDER", heavy);
    for (let n = 0; n < askedTimes && answer.status === 200; n++) {
      statuses.add(answer.status);
      answer = await hub.ask("SPENDER", heavy);
    }

    expect([...statuses, answer.status]).toEqual([200, 429]);
    expect(answer.body.errors?.[0]?.extensions).toMatchObject({
      code: "BUDGET_EXHAUSTED",
      cost: heavyCost,
      perSecond,
    });
    const again = await fetch(`${hub.url}/graphql`, {
      method: "POST",
      headers: {
        "content-type": "application/json",
        authorization: `Bearer ${await hub.token("SPENDER")}`,
      },
      body: JSON.stringify({ query: heavy }),
    });
    expect(Number(again.headers.get("retry-after"))).toBeGreaterThan(0);
    expect((await hub.ask("OTHER", heavy)).status).toBe(200);
  });

  if (name === "hub")
    it("pays for the rows that came, not for those that might have come", async () => {
      const statuses = new Set<number>();
      for (let n = 0; n < askedTimes; n++) statuses.add((await hub.ask("READER", empty)).status);

      expect([...statuses]).toEqual([200]);
    });
});
