import { getMetadataArgsStorage } from "typeorm";
import { entityId } from "../../src/database/entity-id";
import { exampleUscc } from "../../src/domain/registry/identifiers/uscc.rules";
import { modelOf } from "../../src/query/entity-model";
import { shapeOf } from "../../src/submission/fields/record-shape";
import { recordTypes } from "../../src/submission/record-type";
import { givenHub, givenOrganisation, type TestHub } from "../setup/hub";
import { givenEnterprise, givenInsurer } from "../setup/policies";
import { recordOf } from "./given-submissions";

let hub: TestHub;
beforeAll(async () => {
  hub = await givenHub();
  await givenInsurer(hub.database, "A");
  await givenEnterprise(hub.database, exampleUscc);
  await givenOrganisation(hub.database, "INS-A", "INSURER", { insurer_id: entityId("ins", "A") });
  await givenOrganisation(hub.database, "INS-0", "INSURER");
  await givenOrganisation(hub.database, "EM", "EMERGENCY");
  await givenOrganisation(hub.database, "AG", "SERVICE_AGENCY");
});
afterAll(async () => {
  const { mistakes } = hub;
  await hub.close();
  expect(mistakes).toEqual([]);
});

const document = `mutation ($input: SubmitPoliciesInput!) { submitPolicies(input: $input) {
  __typename
  ... on SubmissionReceipt { replayed sent accepted outcomes { sourceKey status version } }
  ... on SubmissionRefused { findings { ruleId severity zh en } } } }`;

const input = (submissionKey: string, ...keys: string[]): object => ({
  input: {
    submissionKey,
    declared: {
      count: keys.length,
      sums: [{ name: "writtenPremiumFen", amountFen: String(5_000_000 * keys.length) }],
    },
    records: keys.map((sourceKey) => recordOf("policy", { sourceKey })),
  },
});

test("an insurer submits and reads what it submitted; voided, it is gone", async () => {
  const { body } = await hub.ask("INS-A", document, input("one", "p1", "p2"));

  expect(body).toEqual({
    data: {
      submitPolicies: {
        ...{ __typename: "SubmissionReceipt", replayed: false, sent: 2, accepted: 2 },
        outcomes: [
          { sourceKey: "p1", status: "ACCEPTED", version: 1 },
          { sourceKey: "p2", status: "ACCEPTED", version: 1 },
        ],
      },
    },
  });
  const void1 = `mutation { submitPolicies(input: { submissionKey: "void", declared: { count: 1,
    sums: [{ name: "writtenPremiumFen", amountFen: 0 }] }, records: [{ sourceKey: "p1",
    action: VOID, baseVersion: 1, reason: DUPLICATE }] }) {
      ... on SubmissionReceipt { accepted } } }`;
  expect((await hub.ask("INS-A", void1)).body.data).toEqual({ submitPolicies: { accepted: 1 } });
  const read = await hub.ask("INS-A", "{ policies { totalCount nodes { sourceKey version } } }");
  expect(read.body.data).toEqual({
    policies: { totalCount: 1, nodes: [{ sourceKey: "p2", version: 1 }] },
  });
});

test.each(["EM", "AG"])("%s may not submit policies, and nothing is stored", async (code) => {
  const { body } = await hub.ask(code, document, input("denied", "d1"));

  expect(body.data ?? null).toBeNull();
  expect(new Set(body.errors?.map((e) => e.extensions["code"]))).toEqual(new Set(["FORBIDDEN"]));
  const rows = await hub.database.read({ text: "SELECT id FROM submission", values: [] });
  expect(rows).toHaveLength(2);
});

test("who may write the data, but is not among the submitters, may not submit", async () => {
  const { body } = await hub.ask(
    "AG",
    `mutation { submitServiceRecords(input: { submissionKey: "k", declared: { count: 0 },
      records: [] }) { __typename } }`,
  );

  expect(body.errors?.map((e) => e.extensions)).toMatchObject([
    { code: "FORBIDDEN", field: "Mutation.submitServiceRecords", mention: "CALL" },
  ]);
});

test("an insurer that is not in the registry is refused", async () => {
  const { body } = await hub.ask("INS-0", document, input("nobody", "n1"));

  expect(body.data?.["submitPolicies"]).toMatchObject({
    __typename: "SubmissionRefused",
    findings: [{ ruleId: "SUB-07", severity: "REFUSE" }],
  });
});

test("a value that cannot be read is refused with its place, and the key is not used", async () => {
  const variables = input("reusable", "r1") as { input: { records: Record<string, unknown>[] } };
  Object.assign(variables.input.records[0] ?? {}, { signedOn: "2026-02-30" });

  const refused = await hub.ask("INS-A", document, variables);
  const taken = await hub.ask("INS-A", document, input("reusable", "r1"));

  expect(refused.body.errors?.[0]?.extensions).toMatchObject({
    code: "BAD_DATE",
    at: "input.records[0].signedOn",
  });
  expect(taken.body.data?.["submitPolicies"]).toMatchObject({ replayed: false, accepted: 1 });
});

describe.each(recordTypes())("a field of $name", (type) => {
  const { entity, input: record } = type;
  const fields = modelOf(entity).fields;
  const columns = getMetadataArgsStorage().columns;
  const both = shapeOf(record).filter(({ name }) => fields.get(name)?.expression === null);

  test.each(both)("$name is labelled and limited like the column it goes to", (shape) => {
    const field = fields.get(shape.name);
    const column = columns.find(
      ({ propertyName, target }) =>
        propertyName === shape.name &&
        (target === entity || entity.prototype instanceof (target as never)),
    );

    expect(shape).toMatchObject({ kind: field?.kind, label: field?.label });
    // The three amounts and lists a plan or service may lack by decision are judged by a rule.
    if (shape.nullable) return;
    expect(field?.nullable).toBe(false);
    const { length, precision, scale } = column?.options ?? {};
    if (shape.kind === "decimal") expect(shape).toMatchObject({ precision, scale });
    if (shape.kind === "text" && length) expect(shape.max).toBe(Number(length));
  });

  test("is stored somewhere, unless it is an envelope or leads elsewhere", () => {
    const required = [...fields.values()].filter((f) => !f.nullable && f.expression === null);
    const given = new Set(["id", "version", "sourceKey", ...shapeOf(record).map((s) => s.name)]);
    const sources = {
      ...{ recordId: "r", owner: "o", sourceKey: "k", version: 1, parents: {} },
      has: () => true,
    };
    const made = type.row?.(type.example, sources) ?? {};
    const derived = new Set([...Object.keys(made), ...Object.keys(type.joint?.kept ?? {})]);

    const missing = required.map((f) => f.name).filter((n) => !given.has(n) && !derived.has(n));

    expect(missing).toEqual([]);
  });
});
