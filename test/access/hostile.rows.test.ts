import "reflect-metadata";
import { recordTypes } from "../../src/submission/record-type";
import { HiddenRows, type Asked } from "./given-hidden-rows";
import type { Answer } from "../setup/hub";

/*
 * One insurer asks for its own and for another's rows, in every order and form. What it is
 * answered is the same to the byte when the other's rows are not there at all.
 */

let rows: HiddenRows;
let answers: ReadonlyMap<string, readonly [Answer, Answer]>;

type Kind = "policy" | "claim";
type Ids = Readonly<Record<Kind, string>>;
type Form = (kind: Kind, first: string, second: string) => Asked;

const fields: Record<Kind, string> = { policy: "id policyNo", claim: "id claimNo" };

const forms: readonly [string, Form][] = [
  ["two aliases", (k, a, b) => ask(`{ a: ${one(k, a)} b: ${one(k, b)} }`)],
  ["swapped aliases", (k, a, b) => ask(`{ b: ${one(k, a)} a: ${one(k, b)} }`)],
  ["one of them without an alias", (k, a, b) => ask(`{ ${one(k, a)} other: ${one(k, b)} }`)],
  ["aliases of other fields", (k, a, b) => ask(`{ policy: ${one(k, a)} claim: ${one(k, b)} }`)],
  [
    "fragments",
    (k, a, b) =>
      ask(
        `{ ...A ...B } fragment A on Query { a: ${one(k, a)} } fragment B on Query { b: ${one(k, b)} }`,
      ),
  ],
  [
    "inline fragments",
    (k, a, b) => ask(`{ ... { a: ${one(k, a)} } ... on Query { b: ${one(k, b)} } }`),
  ],
  [
    "one fragment for both",
    (k, a, b) => {
      const type = k === "policy" ? "Policy" : "Claim";
      const both = `{ a: ${k}(id: "${a}") { ...F } b: ${k}(id: "${b}") { ...F } }`;
      return ask(`${both} fragment F on ${type} { ${fields[k]} }`);
    },
  ],
  [
    "variables",
    (k, a, b) => ({
      query: `query ($a: ID, $b: ID) { a: ${k}(id: $a) { ${fields[k]} } b: ${k}(id: $b) { ${fields[k]} } }`,
      variables: { a, b },
    }),
  ],
  [
    "with the list between",
    (k, a, b) => ask(`{ a: ${one(k, a)} policies { totalCount nodes { id } } b: ${one(k, b)} }`),
  ],
  ["the same one twice", (k, a, b) => ask(`{ a: ${one(k, a)} b: ${one(k, b)} c: ${one(k, a)} }`)],
  [
    "on a condition",
    (k, a, b) => ask(`{ a: ${one(k, a)} b: ${k}(id: "${b}") @skip(if: false) { ${fields[k]} } }`),
  ],
];

function ask(query: string): Asked {
  return { query };
}

function one(kind: Kind, id: string): string {
  return `${kind}(id: "${id}") { ${fields[kind]} }`;
}

/** Whatever reaches rows without naming one. */
const paths: readonly [string, string][] = [
  ["lists", "{ policies { totalCount nodes { id } edges { cursor } } claims { totalCount } }"],
  ["lists from the back", "{ policies(last: 1) { nodes { id } pageInfo { hasPreviousPage } } }"],
  ["pages of one", "{ policies(first: 1) { nodes { id } pageInfo { hasNextPage endCursor } } }"],
  [
    "what lies below a shared row",
    "{ enterprises { nodes { policies { totalCount nodes { id } } claims { totalCount } } } }",
  ],
  ["counts below", "{ enterprises { nodes { policies(first: 0) { totalCount } } } }"],
  [
    "figures",
    "{ coverage { obligatedUnits insuredUnits ratePct } feeRatios { writtenPremiumFen state } }",
  ],
  ["insurers", "{ insurers { totalCount nodes { name policies { totalCount } } } }"],
];

/** Submissions by B of what A has: same keys, and records that refer to A's. */
function submissions(): [string, Asked][] {
  return recordTypes()
    .filter(({ name }) => ["policy", "claim"].includes(name))
    .flatMap((type) =>
      ["P-A", "C-A", "X"].map((sourceKey): [string, Asked] => {
        const input = type.mutation.charAt(0).toUpperCase() + type.mutation.slice(1);
        const record = { ...type.example, sourceKey, policyKey: "P-A" };
        if (type.name === "policy") delete (record as { policyKey?: string }).policyKey;
        const amounts: Readonly<Record<string, unknown>> = record;
        const sums = type.sums.map((name) => ({ name, amountFen: amounts[name] ?? "0" }));
        return [
          `a ${type.name} ${sourceKey}`,
          {
            query: `mutation ($i: ${input}Input!) { ${type.mutation}(input: $i) { __typename
              ... on SubmissionReceipt { accepted pending rejected unchanged outcomes { recordId status waitsForId version findings { ruleId path zh } } }
              ... on ControlTotalsMismatch { differences { name declared sent } } } }`,
            variables: {
              i: {
                submissionKey: `try ${type.name} ${sourceKey}`,
                mode: "VALIDATE_ONLY",
                declared: { count: 1, sums },
                records: [record],
              },
            },
          },
        ];
      }),
    );
}

function lookups({ own, foreign, unknown }: HiddenRows["ids"]): [string, Asked][] {
  const orders: [string, Ids, Ids][] = [
    ["own, then foreign", own, foreign],
    ["foreign, then own", foreign, own],
    ["foreign, then unknown", foreign, unknown],
    ["unknown, then foreign", unknown, foreign],
  ];
  return (["policy", "claim"] as const).flatMap((kind) =>
    orders.flatMap(([order, first, second]) =>
      forms.map(([form, query]): [string, Asked] => [
        `${kind}: ${order}, ${form}`,
        query(kind, first[kind], second[kind]),
      ]),
    ),
  );
}

beforeAll(async () => {
  rows = await HiddenRows.given();
  const toA = await rows.hub.ask(
    "A",
    "{ policies { nodes { policyNo } } claims { nodes { claimNo } } }",
  );
  // What is hidden is there.
  expect(toA.text).toContain('"PN-P-A"');
  expect(toA.text).toContain('"CN-A"');
  const asked = new Map([
    ...lookups(rows.ids),
    ...paths.map(([title, query]) => [title, { query }] as const),
    ...submissions(),
  ]);
  const pairs = await rows.beforeAndAfter([...asked.values()]);
  answers = new Map([...asked.keys()].map((title, i) => [title, pairs[i]] as never));
});

afterAll(() => rows.hub.close());

test("every answer is the same to the byte when the hidden rows do not exist", () => {
  const different = [...answers].filter(
    ([, [before, after]]) => before.text !== after.text || before.status !== after.status,
  );

  expect(different.map(([title, pair]) => [title, pair.map(({ text }) => text)])).toEqual([]);
  expect(answers.size).toBeGreaterThan(90);
  expect(rows.hub.mistakes).toEqual([]);
});

test("no answer shows a hidden row, and own rows are answered whatever stands beside them", () => {
  for (const [title, [{ text, body }]] of answers) {
    expect([title, text]).toEqual([title, expect.not.stringMatching(/PN-P-A|CN-A/)]);
    if (/\bown\b/.test(title))
      expect([title, JSON.stringify(body.data)]).toEqual([
        title,
        expect.stringMatching(title.startsWith("policy") ? /"PN-P-B"/ : /"CN-B"/),
      ]);
    if (/own|unknown/.test(title)) expect([title, body.errors]).toEqual([title, undefined]);
  }
});

test("a foreign row is null like an unknown one, wherever it stands", () => {
  for (const [title, [{ body }]] of answers)
    if (/foreign, then unknown|unknown, then foreign/.test(title))
      for (const [key, value] of Object.entries(body.data ?? {}))
        if (key !== "policies") expect([title, key, value]).toEqual([title, key, null]);
});

test("submissions are judged without a look at another's records", () => {
  const tried = [...answers].filter(([title]) => title.startsWith("a "));

  expect(tried).toHaveLength(6);
  for (const [title, [{ body, text }]] of tried) {
    expect([title, body.errors]).toEqual([title, undefined]);
    expect([title, text]).toEqual([title, expect.stringContaining("__typename")]);
  }
  // B's policy under a key of A's, new or known, is B's own affair.
  const outcomes = tried.map(([title, [{ text }]]) => [title, /"status":"(\w+)"/.exec(text)?.[1]]);
  expect(Object.fromEntries(outcomes)).toMatchObject({
    "a policy P-A": "ACCEPTED",
    "a policy X": "ACCEPTED",
    "a claim C-A": "PENDING",
    "a claim X": "PENDING",
  });
});
