import { entityId } from "../../src/database/entity-id";
import { exampleUscc } from "../../src/domain/registry/identifiers/uscc.rules";
import { shapeOf, type FieldShape } from "../../src/submission/fields/record-shape";
import { recordTypes, type RecordType } from "../../src/submission/record-type";
import { inputNameOf } from "../../src/submission/submission-input";
import { givenHub, givenOrganisation, type TestHub } from "../setup/hub";
import { givenEnterprise, givenInsurer } from "../setup/policies";
import { recordOf } from "./given-submissions";

/* All record types × all their fields × values that are none: each its own code and place. */

let hub: TestHub;
beforeAll(async () => {
  hub = await givenHub();
  await givenInsurer(hub.database, "A");
  await givenEnterprise(hub.database, exampleUscc);
  await givenOrganisation(hub.database, "INSURER", "INSURER", {
    insurer_id: entityId("ins", "A"),
  });
  await givenOrganisation(hub.database, "EMERGENCY", "EMERGENCY");
  await givenOrganisation(hub.database, "ENTERPRISE", "ENTERPRISE", {
    enterprise_id: entityId("ent", exampleUscc),
  });
});
afterAll(async () => {
  const { mistakes } = hub;
  await hub.close();
  expect(mistakes).toEqual([]);
});

type Kind = FieldShape["kind"];
type Bad = readonly [what: string, value: unknown];

const amounts: readonly Bad[] = [
  ["2^63", "9223372036854775808"],
  ["2^53 + 1 as a number", 9_007_199_254_740_993],
  ["16 digits", "1000000000000000"],
  ["a negative zero", "-0"],
  ["an exponent", "1e3"],
  ["full-width digits", "１００"],
  ["a blank", " 1"],
  ["a leading zero", "01"],
  ["a plus", "+1"],
  ["a fraction of a fen", "1.5"],
  ["a separator", "1,000"],
  ["nothing at all", ""],
];

/** What no field of that kind takes, with the code of the refusal. */
const badOf: Readonly<Partial<Record<Kind, readonly [code: string, values: readonly Bad[]]>>> = {
  fen: ["BAD_AMOUNT", amounts],
  decimal: [
    "BAD_AMOUNT",
    [
      ["an exponent", "1e3"],
      ["full-width digits", "１"],
      ["no digit before the point", ".5"],
      ["nothing after the point", "1."],
      ["nine decimals", "1.000000001"],
    ],
  ],
  day: [
    "BAD_DATE",
    [
      ["30 February", "2026-02-30"],
      ["29 February of a common year", "2026-02-29"],
      ["without zeros", "2026-2-3"],
      ["another notation", "2026/02/03"],
      ["an instant", "2026-02-03T00:00:00Z"],
      ["full-width digits", "２０２６-02-03"],
    ],
  ],
  instant: [
    "BAD_INSTANT",
    [
      ["no offset", "2026-06-01T00:00:00"],
      ["30 February", "2026-02-30T00:00:00Z"],
      ["a day", "2026-06-01"],
      ["24 o'clock", "2026-06-01T24:00:00Z"],
      ["seven decimals", "2026-06-01T00:00:00.1234567Z"],
      ["a blank for the T", "2026-06-01 00:00:00Z"],
    ],
  ],
  int: [
    "BAD_USER_INPUT",
    [
      ["2^31", 2_147_483_648],
      ["a fraction", 1.5],
      ["text", "1"],
    ],
  ],
  enum: [
    "BAD_USER_INPUT",
    [
      ["no such value", "NO_SUCH_VALUE"],
      ["nothing", ""],
      ["a number", 1],
    ],
  ],
  boolean: ["BAD_USER_INPUT", [["text", "true"]]],
  text: ["BAD_USER_INPUT", [["a number", 5]]],
};

interface Case {
  readonly what: string;
  readonly record: object;
  readonly code: string;
  readonly at: string;
}

function casesOf(shape: FieldShape, place = "", wrap = (v: unknown): unknown => v): Case[] {
  if (shape.kind === "records" && shape.of)
    return shapeOf(shape.of).flatMap((inner) =>
      casesOf(inner, `${shape.name}[0].`, (v) => ({ [shape.name]: [v] })),
    );
  const [code = "", values = []] = badOf[shape.kind] ?? [];
  return values.map(([what, value]) => ({
    what: `${place}${shape.name} ${what}`,
    record: wrap({ [shape.name]: value }) as object,
    code,
    at: `${place}${shape.name}`,
  }));
}

/** Errors of one answer that are told. */
const errorsMax = 50;

function send(
  type: RecordType,
  key: string,
  records: readonly object[],
): ReturnType<TestHub["ask"]> {
  const caller = type.submitters[0] ?? "";
  const query = `mutation ($input: ${inputNameOf(type.mutation)}!) {
    ${type.mutation}(input: $input) { __typename
      ... on SubmissionReceipt { outcomes { status findings { ruleId severity path } } }
      ... on SubmissionRefused { findings { ruleId path } }
      ... on ControlTotalsMismatch { differences { name declared sent } } } }`;
  const sums = type.sums.map((name) => ({ name, amountFen: sumOf(records, name) }));
  const declared = { count: records.length, sums };
  return hub.ask(caller, query, { input: { submissionKey: key, declared, records } });
}

function sumOf(records: readonly object[], name: string): string {
  const sent = records.map((record) => (record as Record<string, string | undefined>)[name]);
  return String(sent.reduce((sum, one) => sum + BigInt(one ?? 0), 0n));
}

describe.each(recordTypes().map((type) => [type.name, type] as const))("%s", (name, type) => {
  const example = recordOf(name, { sourceKey: "x" });

  test("refuses a value that is none of its field's, with its code and place", async () => {
    const cases = shapeOf(type.input).flatMap((shape) => casesOf(shape));
    expect(cases.length).toBeGreaterThan(3);
    for (let from = 0; from < cases.length; from += errorsMax) {
      const some = cases.slice(from, from + errorsMax);
      const { status, body } = await hub.ask(
        type.submitters[0] ?? "",
        `mutation ($input: ${inputNameOf(type.mutation)}!) {
          ${type.mutation}(input: $input) { __typename } }`,
        {
          input: {
            submissionKey: "bad",
            declared: { count: 1 },
            records: some.map(({ record }) => ({ sourceKey: "x", ...record })),
          },
        },
      );
      const told = (body.errors ?? []).map(({ extensions: { code, at } }) => ({ code, at }));

      expect(status).toBe(400);
      expect(told).toEqual(
        some.map(({ code, at }, n) => ({ code, at: `input.records[${String(n)}].${at}` })),
      );
    }
  });

  test("rejects a text that cannot be kept as it is, at its place", async () => {
    // What says where a record belongs refuses all of them when it says nothing (remit.test.ts).
    const texts = shapeOf(type.input).filter(
      ({ name: field, kind, max }) => kind === "text" && max && field !== type.remit?.region,
    );
    const records = texts.flatMap(({ name: field, max = 0 }) => [
      { ...example, sourceKey: `${field} long`, [field]: "长".repeat(max + 1) },
      { ...example, sourceKey: `${field} zero`, [field]: "\u0000" },
    ]);

    const { body } = await send(type, `${name} texts`, records);

    const { outcomes = [] } = body.data?.[type.mutation] as {
      outcomes?: { status: string; findings: unknown[] }[];
    };
    texts.forEach(({ name: field }, n) => {
      for (const outcome of [outcomes[2 * n], outcomes[2 * n + 1]]) {
        const finding = { ruleId: "SUB-20", severity: "REJECT", path: `$.${field}` };
        expect(outcome).toMatchObject({ status: "REJECTED" });
        expect(outcome?.findings).toContainEqual(finding);
      }
    });
    expect(outcomes).toHaveLength(records.length);
  });

  test("tells keys apart byte by byte, and rejects those nobody could", async () => {
    const keys = ["k", "K", "ｋ", "k ", " k", "", "twice", "twice", "a\u0000", "é", "e\u0301"];
    const { body } = await send(
      type,
      `${name} keys`,
      keys.map((sourceKey) => ({ ...example, sourceKey })),
    );

    const { outcomes } = body.data?.[type.mutation] as {
      outcomes: { findings: { ruleId: string; path: string }[] }[];
    };
    const rules = outcomes.map(({ findings }) =>
      findings.filter(({ path }) => path === "$.sourceKey").map(({ ruleId }) => ruleId),
    );
    const [bad, twice] = [["SUB-20"], ["SUB-19"]];
    expect(rules).toEqual([[], [], [], bad, bad, bad, twice, twice, bad, [], []]);
  });

  test("is not processed at all with nothing, too much, or totals that are off by one", async () => {
    const nothing = await send(type, `${name} none`, []);
    const tooMuch = await send(
      type,
      `${name} all`,
      Array.from({ length: 1_001 }, (_, n) => ({ ...example, sourceKey: `n${String(n)}` })),
    );

    for (const { body } of [nothing, tooMuch])
      expect(body.data?.[type.mutation]).toEqual({
        __typename: "SubmissionRefused",
        findings: [{ ruleId: "SUB-01", path: "$.records" }],
      });
    for (const sum of type.sums) {
      const sent = sumOf([example], sum);
      const off = String(BigInt(sent) + 1n);
      const sums = type.sums.map((of) => ({
        name: of,
        amountFen: of === sum ? off : sumOf([example], of),
      }));
      const { body } = await hub.ask(
        type.submitters[0] ?? "",
        `mutation ($input: ${inputNameOf(type.mutation)}!) { ${type.mutation}(input: $input) {
          ... on ControlTotalsMismatch { differences { name declared sent } } } }`,
        {
          input: {
            ...{ submissionKey: `${name} off`, declared: { count: 1, sums } },
            records: [example],
          },
        },
      );
      expect(body.data?.[type.mutation]).toEqual({
        differences: [{ name: sum, declared: off, sent }],
      });
    }
  });
});
