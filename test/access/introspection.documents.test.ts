import { givenHub, givenOrganisation, type Answer, type TestHub } from "../setup/hub";

/* Introspection in documents of every form answers what the caller may use, and nothing else. */

let hub: TestHub;

beforeAll(async () => {
  hub = await givenHub();
  for (const type of ["EMERGENCY", "LOCAL_FINANCE", "INSURER", "FINANCIAL"] as const)
    await givenOrganisation(hub.database, type, type);
});

afterAll(() => hub.close());

/** Hidden from EMERGENCY: a field it has no right to, a field of level 4, an entity. */
const hidden = ["invoiceNo", "documents", "FeeEntry"];

/** Of a policy by itself also a premium: among all types, it shows in the sums of policies. */
function hiddenIn(query: string): string[] {
  return query.includes("__schema") ? hidden : [...hidden, "commissionFen"];
}

function expectNothingHidden({ text }: Answer, query: string): void {
  for (const name of hiddenIn(query)) expect(text).not.toContain(`"${name}"`);
}

const types = "types { name fields { name args { name } } inputFields { name } }";

const forms: readonly (readonly [string, string, object?])[] = [
  ["alone", `{ __schema { ${types} } }`],
  [
    "under another name",
    `{ policies: __schema { id: types { nodes: name cursor: fields { name } } } }`,
  ],
  ["beside rows", `{ __schema { ${types} } policies { totalCount } }`],
  ["behind rows", `{ policies { totalCount } __schema { ${types} } }`],
  ["in a fragment", `{ ...F } fragment F on Query { __schema { ${types} } }`],
  [
    "in a fragment with rows",
    `{ ...F } fragment F on Query { r: policies { totalCount } __schema { ${types} } }`,
  ],
  ["in an inline fragment", `{ ... { ... on Query { __schema { ${types} } } } }`],
  ["in two parts", `{ __schema { types { name } } __schema { types { fields { name } } } }`],
  [
    "by name, in several aliases",
    `{ a: __type(name: "Policy") { fields { name } } b: __type(name: "Casualty") { fields { name } } c: __type(name: "FeeEntry") { name } }`,
  ],
  [
    "on a condition",
    `query ($yes: Boolean!) { __schema @include(if: $yes) { ${types} } policies @skip(if: $yes) { totalCount } }`,
    { yes: true },
  ],
  [
    "by a variable",
    `query ($name: String!) { __type(name: $name) { fields { name } } policies { totalCount } }`,
    { name: "Policy" },
  ],
  [
    "of a type in a type",
    `{ __type(name: "PolicyConnection") { fields { name type { name ofType { name ofType { name ofType { name fields { name } } } } } } } }`,
  ],
];

describe("introspection", () => {
  it.each(forms.map(([title, query, variables = {}]) => [title, query, variables] as const))(
    "%s shows nothing hidden, and what is not",
    async (_title, query, variables) => {
      const answer = await hub.ask("EMERGENCY", query, variables);
      const toInsurer = await hub.ask("INSURER", query, variables);

      expect(answer.body.errors).toBeUndefined();
      expectNothingHidden(answer, query);
      expect(answer.text).toMatch(/"policyNo"|"Policy"/);
      expect(hiddenIn(query).some((name) => toInsurer.text.includes(`"${name}"`))).toBe(true);
    },
  );

  it("beside rows answers both, in the order in which they are asked for", async () => {
    const { text } = await hub.ask(
      "EMERGENCY",
      '{ z: policies { totalCount } __typename a: __type(name: "Policy") { name } y: regions { totalCount } }',
    );

    expect(text).toBe(
      '{"data":{"z":{"totalCount":0},"__typename":"Query","a":{"name":"Policy"},"y":{"totalCount":0}}}',
    );
  });

  it("beside a failing root field answers as far as it can", async () => {
    const { body } = await hub.ask(
      "EMERGENCY",
      '{ __type(name: "Policy") { name } policy { id } }',
    );

    expect(body.data).toEqual({ __type: { name: "Policy" }, policy: null });
    expect(body.errors?.map(({ path, extensions }) => [path, extensions["code"]])).toEqual([
      [["policy"], "BAD_USER_INPUT"],
    ]);
  });

  it("beside a denied field answers nothing", async () => {
    const { body, status } = await hub.ask(
      "EMERGENCY",
      "{ __schema { types { name } } policies { nodes { commissionFen } } }",
    );

    expect(status).toBe(403);
    expect(body.data).toBeUndefined();
  });

  it.each(["FeeEntry", "FeeEntryConnection", "SubmitPoliciesInput", "FeeEntryKind"])(
    "of the hidden type %s is that of a type that does not exist, to the byte",
    async (name) => {
      const madeUp = `${name.slice(0, -1)}0`;
      const ask = (type: string): Promise<Answer> =>
        hub.ask("EMERGENCY", `{ __type(name: "${type}") { name kind fields { name } } }`);

      const [answer, unknown] = [await ask(name), await ask(madeUp)];

      expect(answer.text).toBe('{"data":{"__type":null}}');
      expect(answer.text).toBe(unknown.text);
      expect((await hub.ask("INSURER", `{ __type(name: "${name}") { name } }`)).body).toEqual({
        data: { __type: { name } },
      });
    },
  );

  it("nested without end is refused", async () => {
    const nested = `${"fields { type { ".repeat(4)} name ${"} }".repeat(4)}`;

    const { body } = await hub.ask("EMERGENCY", `{ __schema { types { ${nested} } } }`);

    expect(body.errors?.[0]?.extensions["code"]).toBe("GRAPHQL_VALIDATION_FAILED");
  });

  it("asks nothing of who comes after: each caller has its own", async () => {
    const query = '{ __type(name: "Policy") { fields { name } } }';
    const alone = new Map<string, string>();
    for (const code of ["EMERGENCY", "LOCAL_FINANCE", "INSURER", "FINANCIAL"])
      alone.set(code, (await hub.ask(code, query)).text);

    const together = await Promise.all(
      Array.from({ length: 40 }, async (_, i) => {
        const code = [...alone.keys()][i % 4] ?? "";
        return [code, (await hub.ask(code, query)).text] as const;
      }),
    );

    for (const [code, text] of together) expect([code, text]).toEqual([code, alone.get(code)]);
    expect(new Set(alone.values()).size).toBe(4);
  });
});
