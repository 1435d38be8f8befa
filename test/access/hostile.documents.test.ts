import type { Answer } from "../setup/hub";
import { HiddenRows, type Asked } from "./given-hidden-rows";

/*
 * Documents made to exhaust or to confuse: each is refused with a code or answered within its
 * limits, the same to the byte whether the rows that are hidden exist or not.
 */

const aliased = (n: number, field: string): string =>
  Array.from({ length: n }, (_, i) => `a${String(i)}: ${field}`).join(" ");

/** Each fragment spreads the next twice. */
function bomb(levels: number, last: string): string {
  const fragments = Array.from({ length: levels }, (_, i) =>
    i === levels - 1
      ? `fragment F${String(i)} on Query { ${last} }`
      : `fragment F${String(i)} on Query { ...F${String(i + 1)} ... { ...F${String(i + 1)} } }`,
  );
  return `{ ...F0 } ${fragments.join(" ")}`;
}

const nested = (n: number): string =>
  `{ policies { nodes ${"{ enterprise { policies { nodes ".repeat(n)}{ id }${" } } }".repeat(n)} } }`;

const unsafe = ["__proto__", "constructor", "prototype"];
/** Names that objects have, too, and that a careless program reads as such. */
const ordinary = [
  "then",
  "toString",
  "valueOf",
  "hasOwnProperty",
  "toJSON",
  "length",
  "__typename_",
];

const table: [string, string | Asked, string][] = [
  [
    "1,000 aliases at the root",
    `{ ${aliased(1_000, "policies { totalCount }")} }`,
    "DOCUMENT_TOO_LARGE",
  ],
  [
    "1,000 aliases of one row",
    `{ policies { nodes { ${aliased(1_000, "id")} } } }`,
    "TOO_MANY_ALIASES",
  ],
  [
    "1,000 aliases in a fragment at the root",
    `{ ...F } fragment F on Query { ${aliased(1_000, "policies { totalCount }")} }`,
    "TOO_MANY_ALIASES",
  ],
  [
    "1,000 lookups by id",
    `{ ${aliased(1_000, 'policy(id: "pol_00000000000000000000") { id }')} }`,
    "GRAPHQL_PARSE_FAILED",
  ],
  ["a bomb of 20 fragments", bomb(20, "policies { totalCount }"), "DOCUMENT_TOO_LARGE"],
  ["a bomb of 200 fragments", bomb(200, "policies { totalCount }"), "DOCUMENT_TOO_LARGE"],
  ["a bomb of nothing but type names", bomb(30, "__typename"), "DOCUMENT_TOO_LARGE"],
  [
    "fragments in a circle",
    "{ ...A } fragment A on Query { ...B } fragment B on Query { ...A }",
    "GRAPHQL_VALIDATION_FAILED",
  ],
  [
    "a fragment in itself",
    "{ policies { ...A } } fragment A on PolicyConnection { nodes { enterprise { policies { ...A } } } }",
    "GRAPHQL_VALIDATION_FAILED",
  ],
  ["30 levels", nested(10), "DOCUMENT_TOO_DEEP"],
  ["lists in lists in lists", nested(3), "DOCUMENT_TOO_EXPENSIVE"],
  [
    "1,000 conditions",
    `{ policies ${"@include(if: true) ".repeat(1_000)} { totalCount } }`,
    "DOCUMENT_TOO_LARGE",
  ],
  [
    "one directive twice",
    "{ policies @skip(if: false) @skip(if: false) { totalCount } }",
    "GRAPHQL_VALIDATION_FAILED",
  ],
  [
    "100,001 characters",
    `{ policies { totalCount } } #${"x".repeat(100_000)}`,
    "DOCUMENT_TOO_LARGE",
  ],
  ["too many tokens", `{ policies { nodes { ${"id ".repeat(11_000)} } } }`, "GRAPHQL_PARSE_FAILED"],
  ["a defer", "{ ... @defer { policies { totalCount } } }", "GRAPHQL_VALIDATION_FAILED"],
  ["a subscription", "subscription { policies { totalCount } }", "GRAPHQL_VALIDATION_FAILED"],
  [
    "two fields of one name and other arguments",
    "{ policies(first: 1) { nodes { id } } policies(first: 2) { nodes { id } } }",
    "GRAPHQL_VALIDATION_FAILED",
  ],
  [
    "hidden entities beside own",
    "{ policies { totalCount } _entities(representations: []) { __typename } }",
    "GRAPHQL_VALIDATION_FAILED",
  ],
  [
    "a variable with a key __proto__",
    {
      query: "query ($id: ID) { policy(id: $id) { id } }",
      variables: JSON.parse('{"id":"pol_00000000000000000000","__proto__":{"id":"x"}}') as object,
    },
    "answered",
  ],
  [
    "an input with a key __proto__",
    {
      query: "mutation ($i: SubmitPoliciesInput!) { submitPolicies(input: $i) { __typename } }",
      variables: JSON.parse('{"i":{"__proto__":{"submissionKey":"x"},"constructor":1}}') as object,
    },
    "BAD_USER_INPUT",
  ],
  [
    "a variable that is a list of lists",
    { query: "query ($id: ID) { policy(id: $id) { id } }", variables: { id: [["x"]] } },
    "BAD_USER_INPUT",
  ],
  ["an id with SQL in it", `{ policy(id: "pol_' OR '1'='1") { id } }`, "BAD_ID"],
  ["an id with a NUL", '{ policy(id: "pol_\\u0000") { id } }', "BAD_ID"],
  ...unsafe.flatMap((name): typeof table => [
    [`an alias ${name}`, `{ ${name}: policies { totalCount } }`, "UNSAFE_NAME"],
    [`an alias ${name} below`, `{ policies { nodes { ${name}: policyNo } } }`, "UNSAFE_NAME"],
    [
      `an alias ${name} in a fragment`,
      `{ ...F } fragment F on Query { ${name}: policies { totalCount } }`,
      "UNSAFE_NAME",
    ],
    [`an alias ${name} of the schema`, `{ ${name}: __schema { types { name } } }`, "UNSAFE_NAME"],
    [
      `an alias ${name} in an operation not run`,
      `query A { ${name}: policies { totalCount } } query { __typename }`,
      "UNSAFE_NAME",
    ],
    [
      `a variable ${name}`,
      `query ($${name}: Int) { policies(first: $${name}) { totalCount } }`,
      "UNSAFE_NAME",
    ],
    [`a field ${name}`, `{ policies { nodes { ${name} } } }`, "GRAPHQL_VALIDATION_FAILED"],
    [`a root field ${name}`, `{ ${name} }`, "GRAPHQL_VALIDATION_FAILED"],
    [`an argument ${name}`, `{ policies(${name}: 1) { totalCount } }`, "GRAPHQL_VALIDATION_FAILED"],
    [
      `a fragment on ${name}`,
      `{ ... on ${name} { policies { totalCount } } }`,
      "GRAPHQL_VALIDATION_FAILED",
    ],
    [`the type ${name}`, `{ __type(name: "${name}") { name } }`, "answered"],
  ]),
  ...ordinary.flatMap((name): typeof table => [
    [
      `an alias ${name}`,
      `{ ${name}: policies { ${name}: nodes { ${name}: policyNo } } }`,
      "answered",
    ],
    [
      `an alias ${name} of the schema`,
      `{ ${name}: __type(name: "Policy") { ${name}: name } }`,
      "answered",
    ],
  ]),
  ["as many aliases as allowed", `{ policies { nodes { ${aliased(99, "id")} } } }`, "answered"],
];

let rows: HiddenRows;
let answers: (readonly [Answer, Answer])[];

beforeAll(async () => {
  rows = await HiddenRows.given();
  answers = await rows.beforeAndAfter(
    table.map(([, asked]) => (typeof asked === "string" ? { query: asked } : asked)),
  );
});

afterAll(() => rows.hub.close());

test.each(table.map(([title, , code], i) => [title, code, i] as const))(
  "%s is %s",
  (_title, code, i) => {
    const [before, after] = answers[i] ?? [];

    const first = before?.body.errors?.[0]?.extensions;
    expect(first?.["code"] ?? "answered").toBe(code);
    if (first) expect([typeof first["zh"], typeof first["en"]]).toEqual(["string", "string"]);
    expect(before?.text).not.toMatch(/PN-P-A|CN-A/);
    expect([after?.status, after?.text]).toEqual([before?.status, before?.text]);
  },
);

test("names that objects have are names like all others", () => {
  ordinary.forEach((name) => {
    const at = table.findIndex(([title]) => title === `an alias ${name}`);
    expect(answers[at]?.[0].body.data).toEqual({ [name]: { [name]: [{ [name]: "PN-P-B" }] } });
  });
});

test("the hub goes on after all of that, and counts none of it as its own mistake", async () => {
  const answer = await rows.hub.ask("B", "{ policies { totalCount } }");

  expect(answer.body).toEqual({ data: { policies: { totalCount: 1 } } });
  expect(rows.hub.mistakes).toEqual([]);
});
