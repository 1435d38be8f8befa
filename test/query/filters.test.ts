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

test("a list below a row has a filter, an order and a count of its own", async () => {
  const below = "(orderBy: {field: POLICY_NO, direction: DESC}, where: {status: {ne: EXPIRED}})";
  const query = `{ enterprises(where: {uscc: {eq: "E2"}}) { nodes {
    some: policies${below} { totalCount nodes { policyNo } } all: policies { totalCount } } } }`;
  const { body } = await hub.ask("EM", query);
  expect(body.data).toEqual({
    enterprises: {
      nodes: [{ some: { totalCount: 1, nodes: [{ policyNo: "PN-K2" }] }, all: { totalCount: 2 } }],
    },
  });
});

test("a cursor is one of its filter and order only, and says so", async () => {
  const list = (args: string): string =>
    `{ policies(${args}) { nodes { policyNo } pageInfo { endCursor } } }`;
  const where = 'where: {policyNo: {startsWith: "PN"}}';
  const order = "orderBy: {field: POLICY_NO}";
  const first = await hub.ask("EM", list(`first: 1, ${where}, ${order}`));
  const { pageInfo } = first.body.data?.["policies"] as { pageInfo: { endCursor: string } };
  const after = `first: 1, after: "${pageInfo.endCursor}"`;
  expect(pageInfo.endCursor).not.toContain(Buffer.from("PN-K1").toString("base64url"));

  const next = await hub.ask("EM", list(`${after}, ${order}, ${where}`));
  expect(next.body.data?.["policies"]).toMatchObject({ nodes: [{ policyNo: "PN-K2" }] });
  const others = [
    `${after}, ${order}`,
    `${after}, ${where}`,
    `${after}, ${where}, orderBy: {field: POLICY_NO, direction: DESC}`,
    `${after}, ${order}, where: {policyNo: {startsWith: "P"}}`,
  ];
  for (const other of others) {
    const { body } = await hub.ask("EM", list(other));
    expect(body.errors?.[0]?.extensions["code"]).toBe("BAD_CURSOR");
  }
});

test("pages survive rows that arrive between them", async () => {
  const list = (more: string): string =>
    `{ policies(first: 2, orderBy: {field: POLICY_NO}${more}) {
      nodes { policyNo } pageInfo { endCursor } } }`;
  const first = await hub.ask("EM", list(""));
  const { pageInfo } = first.body.data?.["policies"] as { pageInfo: { endCursor: string } };
  const insurerId = await givenInsurer(hub.database, "B");
  const enterpriseId = await givenEnterprise(hub.database, "E3");
  await givenPolicy(hub.database, { insurerId, enterpriseId, key: "K0" });
  const next = await hub.ask("EM", list(`, after: "${pageInfo.endCursor}"`));
  expect(next.body.data?.["policies"]).toMatchObject({ nodes: [{ policyNo: "PN-K3" }] });
});

test("what a row refers to out of scope neither passes a filter nor decides an order", async () => {
  const { database } = hub;
  const insurerId = await givenInsurer(database, "C");
  for (const [key, name] of [
    ["H1", "zz"],
    ["H2", "aa"],
  ] as const) {
    const enterpriseId = await givenEnterprise(database, key, { region_code: "320102", name });
    await givenPolicy(database, { insurerId, enterpriseId, key });
  }
  const hidden = 'policyNo: {startsWith: "PN-H"}';
  for (const direction of ["ASC", "DESC"]) {
    const order = `[{field: ENTERPRISE_NAME, direction: ${direction}}, {field: POLICY_NO}]`;
    const { body } = await hub.ask(
      "EM",
      `{ seen: policies(where: {${hidden}}, orderBy: ${order}) { nodes { policyNo } }
         reached: policies(where: {${hidden}, enterprise: {}}) { totalCount } }`,
    );
    expect(body.data).toEqual({
      seen: { nodes: [{ policyNo: "PN-H1" }, { policyNo: "PN-H2" }] },
      reached: { totalCount: 0 },
    });
  }
});
