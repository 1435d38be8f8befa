import {
  buildSchema,
  lexicographicSortSchema,
  parse,
  printSchema,
  validateSchema,
  GraphQLSchema,
  type OperationDefinitionNode,
} from "graphql";
import { baseRights, rightsOf } from "../../src/access/rights";
import { Authoriser } from "../../src/graph/authorise";
import { CallerSchemas } from "../../src/graph/caller-schema";
import type { HubContext } from "../../src/graph/context";
import { DocumentValidation } from "../../src/graph/document-validation";
import { guarded, type ExecutionRequest } from "../../src/graph/executor";
import { givenLabelledGraph } from "./given-labelled-graph";

/* What a caller may know of a graph that has an example of everything that can be hidden. */

const graph = givenLabelledGraph();
const schemas = new CallerSchemas(graph.schema, graph.labels);
const authoriser = new Authoriser(graph.schema, graph);
const validation = new DocumentValidation();
type CallerType = "EMERGENCY" | "ASSOCIATION" | "INSURER" | "ENTERPRISE" | "FINANCIAL";

function callerOf(type: CallerType): { type: CallerType; rights: ReturnType<typeof baseRights> } {
  return { type, rights: baseRights(type) };
}

/** The messages an operation is answered with before it is run. */
async function messages(
  type: CallerType,
  query: string,
  variables: Record<string, unknown> = {},
): Promise<string[]> {
  const caller = callerOf(type);
  const document = parse(query);
  const operation = document.definitions[0] as OperationDefinitionNode;
  const ofCaller = schemas.of(caller);
  const invalid = validation.errors(ofCaller.known(), document);
  if (invalid.length) return invalid.map(({ message }) => message);
  const run = guarded(graph.schema, authoriser, () => Promise.resolve({ data: {} }));
  // All that is asked for before anything is run.
  const free = { charge: () => undefined, sizes: { of: () => 0 } };
  const context = { caller, schemas: ofCaller, ...free } as unknown as HubContext;
  const request: ExecutionRequest = {
    document,
    operation,
    query,
    operationName: null,
    variables,
    context,
  };
  const { errors = [] } = await run(request);
  return errors.map(({ message }) => message);
}

function shownTo(type: CallerType): string {
  return sorted(schemas.of(callerOf(type)).usable());
}

function sorted(schema: GraphQLSchema): string {
  return printSchema(lexicographicSortSchema(schema));
}

test("a caller is shown what it may mention, where it may mention it", () => {
  // claimant M: selected, not filtered by. claimSensitive -. price A. enterprise RW. Of a thing
  // nothing is left that all kinds of it may show.
  expect(shownTo("EMERGENCY")).toBe(
    sorted(
      buildSchema(`
        type Query {
          people(where: PersonFilter): [Person!]
          found(where: PersonFilter!): Found
          secrets: Int
          count: Int
        }
        type Mutation { save(input: PersonInput!): Person approve(input: ApproveInput!): Person }
        type Person { id: ID photo: String name: String }
        union Found = Person
        input PersonFilter { id: ID }
        input PersonInput { id: ID! }
        input ApproveInput { id: ID! }`),
    ),
  );
});

test.each<[CallerType]>([["INSURER"], ["EMERGENCY"], ["ASSOCIATION"], ["FINANCIAL"]])(
  "what %s is shown is whole and holds no other type",
  (type) => {
    const shown = schemas.of(callerOf(type)).usable();

    const fresh = new GraphQLSchema({ ...shown.toConfig(), assumeValid: false });
    expect(validateSchema(fresh)).toEqual([]);
    for (const name of Object.keys(shown.getTypeMap()))
      expect(graph.schema.getType(name)).toBeDefined();
  },
);

test("who may all of it is shown the schema itself", () => {
  expect(schemas.of(callerOf("INSURER")).usable()).toBe(graph.schema);
  expect(schemas.of(callerOf("INSURER")).known()).toBe(graph.schema);
});

test("callers from whom the same is hidden share one schema, whatever else tells them apart", () => {
  const grant = {
    id: "g",
    effect: "NARROW",
    right: "-",
    rows: { kind: "OWN", value: "" },
  } as const;
  const on = { label: "price" } as const;
  const narrowed = rightsOf("ENTERPRISE", [{ ...grant, on }], 7);
  const enterprise = schemas.of(callerOf("ENTERPRISE"));
  const other = schemas.of({ type: "ENTERPRISE", rights: narrowed });

  expect(other.known()).toBe(enterprise.known());
  expect(other.usable()).not.toBe(enterprise.usable());
  expect(other.usable()).toBe(
    schemas
      .of({ type: "ENTERPRISE", rights: rightsOf("ENTERPRISE", [{ ...grant, on }], 8) })
      .usable(),
  );
});

const [filter, input] = ["PersonFilter", "PersonInput"];
const positions: readonly [string, CallerType, string, string, (name: string) => object][] = [
  ["an input field", "EMERGENCY", "diagnosis", "{ people(where: { NAME: BURN }) { id } }", none],
  [
    "an input field of a variable",
    "EMERGENCY",
    "diagnosis",
    `query ($x: ${filter}) { people(where: $x) { id } }`,
    (name) => ({ x: { [name]: "BURN" } }),
  ],
  [
    "an input field in the default of a variable",
    "EMERGENCY",
    "diagnosis",
    `query ($x: ${filter} = { NAME: BURN }) { people(where: $x) { id } }`,
    none,
  ],
  [
    "an input field of a mutation",
    "EMERGENCY",
    "diagnosis",
    'mutation { save(input: { id: "1", NAME: BURN }) { id } }',
    none,
  ],
  [
    "an input field of a mutation's variable",
    "EMERGENCY",
    "diagnosis",
    `mutation ($x: ${input}!) { save(input: $x) { id } }`,
    (name) => ({ x: { id: "1", [name]: "BURN" } }),
  ],
  ["an argument", "ASSOCIATION", "byName", '{ people(NAME: "x") { id } }', none],
  ["a field that needs a hidden argument", "ASSOCIATION", "needy", '{ NAME(byName: "x") }', none],
  [
    "a type in a fragment",
    "EMERGENCY",
    "Secret",
    "{ found(where: {}) { ... on NAME { id } } }",
    none,
  ],
  [
    "a type of a variable",
    "EMERGENCY",
    "Diagnosis",
    "query ($x: NAME) { people(where: { diagnosis: $x }) { id } }",
    none,
  ],
  ["an input type", "EMERGENCY", "SecretFilter", "query ($x: NAME) { secrets(where: $x) }", none],
  ["a field", "EMERGENCY", "diagnosis", "{ people { NAME } }", none],
  [
    "a field of what a mutation answers",
    "EMERGENCY",
    "diagnosis",
    'mutation { save(input: { id: "1" }) { NAME } }',
    none,
  ],
];

function none(): object {
  return {};
}

test.each(positions)(
  "%s of level 4 is a made-up name to %s",
  async (_title, type, name, query, variables) => {
    const madeUp = `${name.slice(0, -1)}0`;
    const ask = (used: string): Promise<string[]> =>
      messages(type, query.replace("NAME", used), variables(used) as Record<string, unknown>);

    const hidden = await ask(name);
    const unknown = await ask(madeUp);

    expect(unknown).not.toEqual([]);
    expect(hidden).toEqual(unknown.map((text) => text.replaceAll(madeUp, name)));
    expect(await messagesToInsurer(name, query, variables)).toEqual([]);
  },
);

/** The insurer may all of it: the same operation is valid. */
function messagesToInsurer(
  name: string,
  query: string,
  variables: (name: string) => object,
): Promise<string[]> {
  return messages(
    "INSURER",
    query.replace("NAME", name),
    variables(name) as Record<string, unknown>,
  );
}

test.each<[string, string, object]>([
  ["in a literal", "{ people(where: { premium: 1 }) { id } }", {}],
  ["in a variable", `query ($x: ${filter}) { people(where: $x) { id } }`, { x: { premium: 1 } }],
  [
    "in the default of a variable",
    `query ($x: ${filter} = { premium: 1 }) { people(where: $x) { id } }`,
    {},
  ],
  ["in a type of which the caller may use nothing", "{ count(money: { premium: 1 }) }", {}],
])("an input field of level 3 is denied by name %s", async (_title, query, variables) => {
  const denied = await messages("EMERGENCY", query, variables as Record<string, unknown>);

  expect(denied).toEqual([expect.stringMatching(/Filter\.premium as FILTER/)]);
});

test("a mutation and its input that declare another mention follow that one", async () => {
  const query = 'mutation { approve(input: { id: "1" }) { id } }';

  // Public is R for all: nobody could call or fill in what is public by the usual mention.
  expect(await messages("ASSOCIATION", query)).toEqual([]);
  expect(shownTo("ASSOCIATION")).toMatch(/approve\(input: ApproveInput!\)/);
  expect(shownTo("ASSOCIATION")).not.toContain("save(");
});

test("a field of an interface is denied as the field of what implements it", async () => {
  const query = "{ thing { photo } found(where: {}) { ... on Thing { picture: photo } } }";

  expect(await messages("FINANCIAL", query)).toEqual([
    expect.stringContaining("Person.photo as SELECT"),
  ]);
  expect(await messages("FINANCIAL", "{ thing { id } }")).toEqual([]);
  expect(shownTo("FINANCIAL")).toContain("interface Thing {\n  id: ID\n}");
});
