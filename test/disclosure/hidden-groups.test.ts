import { entityId } from "../../src/database/entity-id";
import { givenHub, givenOrganisation, givenRow, type TestHub } from "../setup/hub";
import { givenEnterprise, givenInsurer } from "../setup/policies";

let hub: TestHub;

/** Eight enterprises of one sector with a hazard each, and one enterprise of another. */
beforeAll(async () => {
  hub = await givenHub();
  const { database } = hub;
  await givenOrganisation(database, "FIN", "FINANCIAL");
  await givenOrganisation(database, "AUD", "AUDITOR");
  const insurer = await givenInsurer(database, "A");
  for (let n = 0; n < 9; n++) {
    const sector = n < 8 ? "HAZARDOUS_CHEMICALS" : "FIREWORKS";
    const enterprise = await givenEnterprise(database, `E${String(n)}`, { sector });
    await givenRow(database, "hazard", {
      id: entityId("haz", insurer, `H${String(n)}`),
      insurer_id: insurer,
      enterprise_id: enterprise,
      region_code: "340104",
      sector,
      source_key: `H${String(n)}`,
      version: 1,
      ...hazard,
    });
  }
});

afterAll(() => hub.close());

const hazard = {
  level: "GENERAL",
  description: "灭火器过期",
  status: "FOUND",
  found_at: "2026-05-01 00:00:00.000000",
  deadline: "2026-08-01",
};

interface Aggregate {
  groups: { keys: { value: string }[]; count: { value: number } }[];
  hasMore: boolean;
  remainder: unknown;
  total: { count: { value: number; state: string } };
}

async function bySector(who: string): Promise<Aggregate> {
  const query = `{ hazardsAggregate(groupBy: [{field: ENTERPRISE_SECTOR}]) { hasMore
    groups { keys { value } count { value state } } remainder { count { value state } }
    total { count { value state } } } }`;
  const { body } = await hub.ask(who, query);
  expect(body.errors).toBeUndefined();
  return body.data?.["hazardsAggregate"] as Aggregate;
}

test("a group of rows that may not be counted does not show that it is there", async () => {
  const seen = await bySector("AUD");
  expect(seen.groups.map(({ keys }) => keys[0]?.value)).toEqual([
    "FIREWORKS",
    "HAZARDOUS_CHEMICALS",
  ]);

  const answer = await bySector("FIN");
  expect(answer.total.count).toEqual({ value: 9, state: "VALUE" });
  // The group of eight would tell, beside the total, that there is one more.
  expect(answer).toMatchObject({ groups: [], hasMore: false });
  expect(answer.remainder).toMatchObject({ count: { value: 9, state: "VALUE" } });
});
