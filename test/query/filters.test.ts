import { givenHub, givenOrganisation, type TestHub } from "../setup/hub";
import { givenEnterprise, givenInsurer, givenPolicy } from "../setup/policies";

let hub: TestHub;

beforeAll(async () => {
  hub = await givenHub();
  const { database } = hub;
  await givenOrganisation(database, "EM", "EMERGENCY");
  const insurerId = await givenInsurer(database, "A");
  const high = await givenEnterprise(database, "E1", { name: "甲%化工" });
  const low = await givenEnterprise(database, "E2", { risk_grade: null, headcount: 7 });
  await givenPolicy(database, { insurerId, enterpriseId: high, key: "K1" });
  await givenPolicy(
    database,
    { insurerId, enterpriseId: low, key: "K2" },
    { start_date: "2026-08-01", cancelled_on: "2026-12-01", agreed_items: '["02","03"]' },
  );
  await givenPolicy(
    database,
    { insurerId, enterpriseId: low, key: "K3" },
    { end_date: "2026-03-01" },
  );
});

afterAll(() => hub.close());

async function numbers(args: string, variables = {}, declared = ""): Promise<unknown> {
  const query = `query ${declared} { policies${args} { totalCount nodes { policyNo } } }`;
  const { body } = await hub.ask("EM", query, variables);
  if (body.errors) return body.errors.map(({ extensions }) => extensions["code"]);
  const { nodes } = body.data?.["policies"] as { nodes: { policyNo: string }[] };
  return nodes.map(({ policyNo }) => policyNo.slice(3)).sort();
}

test.each([
  ["no filter", "(where: {})", ["K1", "K2", "K3"]],
  ["an own field", '(where: {policyNo: {eq: "PN-K1"}})', ["K1"]],
  ["a derived field", "(where: {status: {in: [PENDING, EXPIRED]}})", ["K2", "K3"]],
  ["a relation", "(where: {enterprise: {riskGrade: {eq: HIGH}}})", ["K1"]],
  ["not", "(where: {not: {enterprise: {riskGrade: {eq: HIGH}}}})", ["K2", "K3"]],
  ["ne, null included", '(where: {cancelledOn: {ne: "2026-12-01"}})', ["K1", "K3"]],
  [
    "some of a list",
    '(where: {enterprise: {policies: {some: {policyNo: {eq: "PN-K2"}}}}})',
    ["K2", "K3"],
  ],
  [
    "none of a list",
    '(where: {enterprise: {policies: {none: {policyNo: {eq: "PN-K2"}}}}})',
    ["K1"],
  ],
  [
    "every of a list",
    '(where: {enterprise: {policies: {every: {policyNo: {ne: "PN-K2"}}}}})',
    ["K1"],
  ],
  ["a list of codes", '(where: {agreedItems: {hasSome: ["03", "09"]}})', ["K2"]],
  ["a wildcard as itself", '(where: {enterprise: {name: {contains: "%"}}})', ["K1"]],
  ["a region", '(where: {enterprise: {regionCode: {within: "3401"}}})', ["K1", "K2", "K3"]],
  ["nothing", "(where: {or: []})", []],
])("policies are filtered by %s", async (_title, args, expected) => {
  expect(await numbers(args)).toEqual(expected);
});

test("filters come by variable, too", async () => {
  const where = { startDate: { between: { from: "2026-01-01", to: "2026-02-01" } } };
  expect(await numbers("(where: $w)", { w: where }, "($w: PolicyWhere)")).toEqual(["K1", "K3"]);
});

test("lists are in the order asked for", async () => {
  const query =
    "{ policies(orderBy: [{field: ENTERPRISE_HEADCOUNT}, {field: START_DATE, direction: DESC}]) { nodes { policyNo } } }";
  const { body } = await hub.ask("EM", query);
  const { nodes } = body.data?.["policies"] as { nodes: { policyNo: string }[] };
  expect(nodes.map(({ policyNo }) => policyNo)).toEqual(["PN-K2", "PN-K3", "PN-K1"]);
});
