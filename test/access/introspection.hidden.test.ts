import { getNamedType, isObjectType } from "graphql";
import { organisationTypes } from "../../src/access/organisation-type";
import { domains } from "../../src/domain/domains";
import { buildGraph } from "../../src/graph/schema";
import { allModels } from "../../src/query/entity-model";
import { specifiedMatrix } from "../oracle/access-matrix";
import { givenHub, givenOrganisation, type Answer, type TestHub } from "../setup/hub";

/* To who has no right to it, a field of level 4 is a name that somebody made up. */

/** The labels of level 4, as the specification has them. */
const levelFour = ["claimant", "claimSensitive"];
const graph = buildGraph(domains);

const hiddenFrom = new Map(
  specifiedMatrix.split("\n").map((line) => {
    const [label = "", ...rights] = line.split(" | ");
    return [label, organisationTypes.filter((_, i) => rights[i] === "-")] as const;
  }),
);

interface HiddenField {
  type: string;
  name: string;
  list: string;
  callers: readonly string[];
}

const fields: HiddenField[] = allModels().flatMap((model) => {
  const type = graph.schema.getType(model.name);
  const roots = Object.values(graph.schema.getQueryType()?.getFields() ?? {});
  const list = roots.find((f) => getNamedType(f.type).name === `${model.name}Connection`);
  return Object.keys(isObjectType(type) ? type.getFields() : {}).flatMap((name) => {
    const label = graph.labels.fields.get(`${model.name}.${name}`) ?? "";
    if (!levelFour.includes(label)) return [];
    const callers = hiddenFrom.get(label) ?? [];
    return [{ type: model.name, name, list: list?.name ?? "", callers }];
  });
});

type Place = (list: string, type: string, name: string) => string;

const places: readonly [string, Place][] = [
  ["selected", (l, _t, n) => `{ ${l} { nodes { ${n} } } }`],
  ["of an edge", (l, _t, n) => `{ ${l} { edges { node { ${n} } } } }`],
  ["under another name", (l, _t, n) => `{ ${l} { nodes { id: ${n} } } }`],
  ["beside others", (l, _t, n) => `{ ${l} { totalCount nodes { id ${n} version } } }`],
  ["twice", (l, _t, n) => `{ ${l} { nodes { ${n} ${n} } } }`],
  ["skipped", (l, _t, n) => `{ ${l} { nodes { id ${n} @skip(if: true) } } }`],
  ["with a selection", (l, _t, n) => `{ ${l} { nodes { ${n} { id } } } }`],
  ["with an argument", (l, _t, n) => `{ ${l} { nodes { ${n}(first: 1) } } }`],
  ["with a variable", (l, _t, n) => `query ($x: Int) { ${l} { nodes { ${n}(first: $x) } } }`],
  ["in an inline fragment", (l, t, n) => `{ ${l} { nodes { ... on ${t} { ${n} } } } }`],
  ["in a fragment", (l, t, n) => `{ ${l} { nodes { ...F } } } fragment F on ${t} { ${n} }`],
  ["in a fragment nobody uses", (l, t, n) => `{ ${l} { totalCount } } fragment F on ${t} { ${n} }`],
  ["as a root field", (_l, _t, n) => `{ ${n} }`],
  ["as an argument of the list", (l, _t, n) => `{ ${l}(${n}: 1) { totalCount } }`],
  ["of the connection", (l, _t, n) => `{ ${l} { ${n} } }`],
  [
    "in an operation that is not run",
    (l, _t, n) => `query { ${l} { nodes { ${n} } } } query B { __typename }`,
  ],
];

let hub: TestHub;

beforeAll(async () => {
  hub = await givenHub();
  for (const type of organisationTypes) await givenOrganisation(hub.database, type, type);
});

afterAll(() => hub.close());

/** The code of the first error. */
function codeOf({ body }: Answer): unknown {
  return body.errors?.[0]?.extensions["code"];
}

/** A name of the same length that nobody has. */
function madeUp(name: string): string {
  return `${name.slice(0, -1)}0`;
}

describe.each(fields.map((field) => [`${field.type}.${field.name}`, field] as const))(
  "%s",
  (_title, { type, name, list, callers }) => {
    it.each(places)("%s is a made-up name to who may not know of it", async (_place, query) => {
      for (const caller of callers) {
        const hidden = await hub.ask(caller, query(list, type, name));
        const unknown = await hub.ask(caller, query(list, type, madeUp(name)));

        expect([caller, codeOf(hidden)]).toEqual([caller, "GRAPHQL_VALIDATION_FAILED"]);
        expect([caller, hidden.status]).toEqual([caller, unknown.status]);
        expect(hidden.text).toBe(unknown.text.replaceAll(madeUp(name), name));
      }
    });

    it("is known to all others: they are answered, or told why not", async () => {
      const others = organisationTypes.filter((other) => !callers.includes(other));

      for (const caller of others) {
        const answer = await hub.ask(caller, `{ ${list} { nodes { ${name} } } }`);
        expect([caller, codeOf(answer)]).not.toEqual([caller, "GRAPHQL_VALIDATION_FAILED"]);
      }
      expect(others.length).toBeGreaterThan(1);
    });
  },
);

describe("no error suggests a name", () => {
  const near: readonly [string, string, object][] = [
    ["of a field", "{ policies { nodes { writtenPremiumFe } } }", {}],
    ["of a root field", "{ casualtie { totalCount } }", {}],
    ["of an argument", "{ policies(firs: 1) { totalCount } }", {}],
    ["of a type", "{ policies { nodes { ... on Polic { id } } } }", {}],
    ["of a type of a variable", "query ($x: Strin) { __typename }", {}],
    ["for a selection", "{ policies }", {}],
    [
      "of an input field",
      'mutation { submitPolicies(input: { submissionKe: "x" }) { __typename } }',
      {},
    ],
    ["of an enum value", "mutation { submitPolicies(input: { mode: LIV }) { __typename } }", {}],
    [
      "of an input field by a variable",
      "mutation ($i: SubmitPoliciesInput!) { submitPolicies(input: $i) { __typename } }",
      { i: { submissionKe: "x" } },
    ],
    [
      "of an enum value by a variable",
      "query ($i: SubmissionMode) { __typename } mutation M($i: SubmitPoliciesInput!) { submitPolicies(input: $i) { __typename } }",
      { i: { submissionKey: "x", mode: "LIV", declared: { count: 1 }, records: [] } },
    ],
    [
      "of an enum value as text",
      "mutation ($i: SubmitPoliciesInput!) { submitPolicies(input: $i) { __typename } }",
      { i: { submissionKey: "x", mode: "LIV", declared: { count: 1 }, records: [] } },
    ],
  ];

  it.each(near)("%s that is nearly right", async (_title, query, variables) => {
    for (const caller of ["INSURER", "EMERGENCY", "ASSOCIATION"]) {
      const answer = await hub.ask(caller, query, variables);

      expect(answer.status).toBe(400);
      expect(answer.text).not.toMatch(/did you mean/i);
    }
  });
});

test("there is something to hide, and from somebody", () => {
  expect(fields.map(({ type, name }) => `${type}.${name}`).sort()).toEqual([
    "Casualty.documents",
    "Casualty.idNumber",
    "Casualty.name",
    "Claim.lodgedBy",
    "ClaimPayment.payee",
  ]);
  for (const { callers } of fields) expect(callers.length).toBeGreaterThan(2);
});
