import { organisationTypes } from "../../src/access/organisation-type";
import { entityId } from "../../src/database/entity-id";
import { documentLimits } from "../../src/graph/document-limits";
import { givenHub, givenOrganisation, type TestHub } from "../setup/hub";
import { givenEnterprise, givenInsurer, givenPolicy } from "../setup/policies";
import { denialOf, explain, givenGrant, type Explanation } from "./given-explanations";

/* explainAccess says what executing the document would: the same denials, the same faults. */

let hub: TestHub;

beforeAll(async () => {
  hub = await givenHub();
  const { database } = hub;
  const insurerId = await givenInsurer(database, "INSA");
  for (const type of organisationTypes)
    await givenOrganisation(
      database,
      type,
      type,
      type === "INSURER" ? { insurer_id: insurerId } : {},
    );
  await givenOrganisation(database, "FI-3401", "FINANCIAL", { region_prefix: "3401" });
  await givenOrganisation(database, "FI-33", "FINANCIAL", { region_prefix: "33" });
  await givenOrganisation(database, "EM-340104", "EMERGENCY", { region_prefix: "340104" });
  await givenOrganisation(database, "SR-FIREWORKS", "SECTOR_REGULATOR", {
    sectors: '["FIREWORKS"]',
  });
});

afterAll(() => hub.close());

const mixed = `query Mixed($code: String) {
  policies { nodes { policyNo writtenPremiumFen enterprise { safetyManagerPhone } } }
  enterprise(uscc: $code) { name }
  claims { nodes { claimNo casualties { nodes { name } } payments { nodes { amountFen } } } }
}`;

const verdicts = ({ fields }: Explanation): Record<string, string> =>
  Object.fromEntries(fields.map((each) => [`${each.field} ${each.mention}`, each.verdict]));

describe("explainAccess", () => {
  it("says of each field and each way of using it what comes of it", async () => {
    const explanation = await explain(hub, "EMERGENCY", mixed);

    expect(explanation).toMatchObject({ allowed: false, faults: [], openVariables: [] });
    expect(verdicts(explanation)).toMatchObject({
      "Query.policies SELECT": "VISIBLE",
      "Policy.policyNo SELECT": "VISIBLE",
      "Policy.writtenPremiumFen SELECT": "AGGREGATE_ONLY",
      "Enterprise.uscc FILTER": "VISIBLE",
      "Casualty.name SELECT": "MASKED",
      "ClaimPayment.amountFen SELECT": "AGGREGATE_ONLY",
    });
    const financial = await explain(hub, "FINANCIAL", mixed);
    expect(financial.allowed).toBe(true);
    expect(verdicts(financial)).toMatchObject({
      "Policy.writtenPremiumFen SELECT": "VISIBLE",
      "Enterprise.safetyManagerPhone SELECT": "MASKED",
    });
  });

  it("gives label, level, right, clause, version, and who near the caller can grant more", async () => {
    const { fields } = await explain(hub, "EM-340104", "{ policies { nodes { commissionFen } } }");

    expect(fields.find(({ field }) => field === "Policy.commissionFen")).toEqual({
      field: "Policy.commissionFen",
      mention: "SELECT",
      verdict: "AGGREGATE_ONLY",
      allowed: false,
      label: "price",
      labelName: { zh: "价格信息", en: expect.any(String) as string },
      level: 3,
      right: "A",
      rows: { zh: "辖区 340104，全部行业领域", en: "Region 340104, all sectors" },
      plainRows: null,
      legalBasis: "反不正当竞争法第9条",
      policyVersion: "base-1",
      grants: [],
      grantedBy: "FINANCIAL",
      granters: ["FI-3401", "FINANCIAL"],
      callers: null,
    });
  });

  it("does not name the organisation itself as one that can grant it more", async () => {
    const { fields } = await explain(hub, "FI-3401", "{ policies { nodes { policyNo } } }");

    expect(fields[0]).toMatchObject({ grantedBy: "FINANCIAL", granters: ["FINANCIAL"] });
  });

  it.each(organisationTypes)("denies to %s exactly what the decision denies", async (type) => {
    const submission = `mutation($input: SubmitHazardsInput!) { submitHazards(input: $input) {
      ... on SubmissionReceipt { submissionKey } } }`;
    const variables = {
      input: { submissionKey: "k", declared: { count: 1 }, records: [] },
    };
    for (const [query, given] of [
      [mixed, { code: "X" }],
      [submission, variables],
    ] as const) {
      const explanation = await explain(hub, type, query, given);
      const { body } = await hub.ask(type, query, given);

      const executed = (body.errors ?? []).filter((e) => e.extensions["code"] === "FORBIDDEN");
      const denied = explanation.fields.filter(({ allowed }) => !allowed);
      expect(denied.map(denialOf).sort(byText)).toEqual(
        executed.map(({ extensions }) => denialOf(extensions)).sort(byText),
      );
      expect(explanation.allowed).toBe(!body.errors);
    }
  });

  it("explains what the values of variables mention, and says which were not given", async () => {
    const query = `mutation($input: SubmitPoliciesInput!) { submitPolicies(input: $input) {
      __typename } }`;
    const input = { submissionKey: "k", declared: { count: 0 }, records: [] };

    const without = await explain(hub, "EMERGENCY", query);
    const given = await explain(hub, "EMERGENCY", query, { input });

    expect(without.openVariables).toEqual(["input"]);
    expect(Object.keys(verdicts(without))).toEqual(["Mutation.submitPolicies CALL"]);
    expect(given.openVariables).toEqual([]);
    expect(verdicts(given)).toMatchObject({
      "SubmitPoliciesInput.records INPUT": "DENIED",
      "PolicyControlTotals.count INPUT": "DENIED",
    });
  });

  it("says that a mutation is only for some types of organisations", async () => {
    const query =
      'mutation { submitHazards(input: {submissionKey: "k", declared: {count: 0}, records: []}) { __typename } }';
    const { fields } = await explain(hub, "EMERGENCY", query);

    expect(fields.filter(({ allowed }) => !allowed)).toEqual([
      expect.objectContaining({
        field: "Mutation.submitHazards",
        verdict: "DENIED",
        right: "RW",
        callers: ["INSURER"],
      }),
    ]);
  });
});

describe("a document that would not be executed", () => {
  const deep = `{ ${"enterprises { nodes { policies { nodes { enterprise { ".repeat(4)} id`;
  it.each([
    ["of wrong syntax", "{ policies { nodes { policyNo } }"],
    ["with an unknown field", "{\n  policies { nodes { nope } } }"],
    ["with a field nobody may know of", "{\n  casualties { nodes { name } } }"],
    ["with an unknown argument", "{ policies(nope: 1) { totalCount } }"],
    ["without an operation", "fragment F on Policy { policyNo }"],
    ["of blanks only", " "],
    [
      "of too many aliases",
      `{ ${Array.from({ length: 101 }, (_, n) => `a${n}: __typename`).join(" ")} }`,
    ],
    ["of too many tokens", `{ ${"__typename ".repeat(documentLimits.tokensMax)} }`],
    ["that is too large", `{ ${" ".repeat(documentLimits.charactersMax)} __typename }`],
    ["that is too deep", `${deep}${" }".repeat(1 + (deep.match(/\{/g)?.length ?? 1) - 1)}`],
    ["with an unsafe name", "{ __proto__: __typename }"],
  ])("%s has the faults it would have when sent, at the same places", async (_title, query) => {
    const explanation = await explain(hub, "ASSOCIATION", query);
    const { body } = await hub.ask("ASSOCIATION", query);

    const executed = (body.errors ?? []).map((error) => {
      const { code, zh, en } = error.extensions;
      const [place] = (error as { locations?: { line: number; column: number }[] }).locations ?? [];
      return { code, zh, en, line: place?.line ?? null, column: place?.column ?? null };
    });
    expect(executed.length).toBeGreaterThan(0);
    expect(explanation).toMatchObject({ allowed: false, fields: [], faults: executed });
  });

  it("has the faults of its variables", async () => {
    const query =
      "query($on: Day, $n: Int!) { coverage(on: $on) { ratePct } policies(first: $n) { totalCount } }";
    const variables = { on: "2026-02-30", n: "x" };
    const { faults } = await explain(hub, "EMERGENCY", query, variables);
    const { body } = await hub.ask("EMERGENCY", query, variables);

    expect(faults.map(({ code, zh, en }) => ({ code, zh, en }))).toEqual(
      body.errors?.map(({ extensions: { code, zh, en } }) => ({ code, zh, en })),
    );
    expect(faults).toHaveLength(2);
  });

  it.each(["[1]", "nonsense", "null", '"text"'])("is not read with variables %s", async (json) => {
    const ask = `query($v: String) { explainAccess(document: "{ __typename }", variables: $v) { allowed } }`;
    const { body } = await hub.ask("EMERGENCY", ask, { v: json });

    expect(body.errors?.map((error) => error.extensions["code"])).toEqual(["BAD_USER_INPUT"]);
  });

  it("cannot be brought in many parts that are too large together", async () => {
    const query = `query($d: String!) { ${Array.from({ length: 5 }, (_, n) => `a${n}: explainAccess(document: $d) { allowed }`).join(" ")} }`;
    const { body } = await hub.ask("EMERGENCY", query, {
      d: `{ ${" ".repeat(30_000)} __typename }`,
    });

    expect(body.errors?.map((error) => error.extensions["code"])).toContain("DOCUMENT_TOO_LARGE");
  });
});

describe("the rows in words", () => {
  it.each([
    ["EMERGENCY", "{ policies { totalCount } }", "Region 34, all sectors"],
    ["SR-FIREWORKS", "{ policies { totalCount } }", "Region 34, sectors FIREWORKS"],
    ["SR-FIREWORKS", "{ feeEntries { totalCount } }", "Region 34, all sectors"],
    ["LOCAL_FINANCE", "{ accidentReports { nodes { id } } }", "No rows"],
    ["INSURER", "{ policies { totalCount } }", "The insurer's own rows, no other insurer's"],
    [
      "INSURER",
      "{ enterprises { totalCount } }",
      "must-insure units of its regions, and the enterprises it insures",
    ],
    ["INSURER", "{ accidentReports { totalCount } }", "No rows"],
    ["ENTERPRISE", "{ insurers { totalCount } }", "All rows"],
    ["ENTERPRISE", "{ policies { totalCount } }", "No rows"],
    ["AUDITOR", "{ coverage { ratePct } }", "Region 34, all sectors"],
    ["AUDITOR", "{ regions { totalCount } }", "All rows"],
  ])("of %s for %s", async (code, query, words) => {
    const { fields } = await explain(hub, code, query);

    expect(fields[0]?.rows?.en).toBe(words);
    expect(fields[0]?.rows?.zh).toMatch(/[\u4e00-\u9fff]/);
  });

  it("are those of the grants it rests on, with their ends", async () => {
    const { database } = hub;
    await givenOrganisation(database, "EM-GRANTED", "EMERGENCY", { region_prefix: "3401" });
    const wide = { effect: "WIDEN", rows_kind: "SECTOR", rows_value: "FIREWORKS" };
    await givenGrant(database, "EM-GRANTED", "price", { ...wide, label: "price", right: "R" });
    await givenGrant(database, "EM-GRANTED", "names", {
      ...{ effect: "WIDEN", field: "Casualty.name", right: "R" },
      ...{
        rows_kind: "CLAIM",
        rows_value: "clm_00000000000000000000",
        valid_to: "2026-08-01 00:00:00",
      },
    });

    const { fields, policyVersion } = await explain(hub, "EM-GRANTED", mixed);

    const of = (name: string): unknown => fields.find(({ field }) => field === name);
    expect(policyVersion).toBe("base-1.2");
    expect(of("Policy.writtenPremiumFen")).toMatchObject({
      verdict: "VISIBLE",
      right: "R",
      rows: {
        zh: "行业领域 FIREWORKS 的记录（限辖区 34，全部行业领域）",
        en: "rows of sector FIREWORKS (within: Region 34, all sectors)",
      },
      grants: [{ id: entityId("grt", "price"), validTo: null }],
    });
    expect(of("Casualty.name")).toMatchObject({
      verdict: "MASKED_IN_PART",
      plainRows: {
        en: "rows of claim clm_00000000000000000000 (within: Region 34, all sectors)",
      },
      grants: [{ id: entityId("grt", "names"), validTo: "2026-08-01T00:00:00.000000Z" }],
    });
  });
});

it("an explanation is the same whatever rows there are", async () => {
  const before = await explain(hub, "INSURER", mixed);
  const enterpriseId = await givenEnterprise(hub.database, "91340100MA2MNP0Q1B");
  const insurerId = await givenInsurer(hub.database, "INSB");
  await givenPolicy(hub.database, { insurerId, enterpriseId, key: "other" });

  const after = await explain(hub, "INSURER", mixed);

  // The version counts the grants made meanwhile by another test, not rows.
  const timeless = (e: Explanation): string => JSON.stringify(e).replace(/base-1[.\d]*/g, "base");
  expect(timeless(after)).toBe(timeless(before));
  expect(hub.mistakes).toEqual([]);
});

function byText(a: string, b: string): number {
  return a < b ? -1 : 1;
}
