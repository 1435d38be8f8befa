import fc from "fast-check";
import {
  buildSchema,
  getVariableValues,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  parse,
  typeFromAST,
  type GraphQLInputType,
  type OperationDefinitionNode,
} from "graphql";
import { readVariables } from "../../src/graph/read-variables";

/* What is read fast is read as graphql-js reads it, faults included. */

const schema = buildSchema(`
  enum Kind { A B }
  input Part { name: String!, weight: Float = 1.5, inner: [Part!] }
  input OneThing @oneOf { id: ID, part: Part }
  input Thing { zeta: Int!, alpha: Boolean, kind: Kind! = A, kinds: [Kind], parts: [[Part]!], one: OneThing }
  type Query { ask(thing: Thing, text: String): Int }
`);

const operation = parse(
  "query ($thing: Thing!, $things: [Thing!], $text: String, $n: Int = 3) { ask }",
).definitions[0] as OperationDefinitionNode;
const definitions = operation.variableDefinitions ?? [];

const faults: fc.Arbitrary<unknown> = fc.constantFrom<unknown>(
  null,
  "",
  "C",
  1.5,
  2 ** 40,
  [],
  [null],
  {},
  { extra: 1 },
  true,
);

const leaves: Readonly<Record<string, fc.Arbitrary<unknown>>> = {
  String: fc.string(),
  Int: fc.integer(),
  Float: fc.double({ noNaN: true, noDefaultInfinity: true }),
  Boolean: fc.boolean(),
  ID: fc.oneof(fc.string(), fc.integer()),
};

/** Values of a type, mostly right, and here and there one that is not. */
function values(type: GraphQLInputType, depth = 0): fc.Arbitrary<unknown> {
  return fc.oneof({ weight: 120, arbitrary: plain(type, depth) }, { weight: 1, arbitrary: faults });
}

function plain(type: GraphQLInputType, depth: number): fc.Arbitrary<unknown> {
  if (isNonNullType(type)) return values(type.ofType, depth);
  if (isListType(type)) return fc.array(values(type.ofType, depth + 1), { maxLength: 3 });
  if (isEnumType(type)) return fc.constantFrom(...type.getValues().map(({ name }) => name));
  if (!isInputObjectType(type)) return leaves[type.name] ?? fc.string();
  if (depth > 2) return fc.constant(null);
  const fields = Object.values(type.getFields());
  const required = fields.filter((field) => isNonNullType(field.type)).map(({ name }) => name);
  const shape = Object.fromEntries(
    fields.map((field) => [field.name, values(field.type, depth + 1)]),
  );
  return fc.record(shape, { requiredKeys: required });
}

function typeOf(n: number): GraphQLInputType {
  const definition = definitions[n];
  if (!definition) throw new Error("no such variable");
  return typeFromAST(schema, definition.type as never) as GraphQLInputType;
}

const given = fc.record(
  {
    thing: values(typeOf(0)),
    things: values(typeOf(1)),
    text: values(typeOf(2)),
    n: values(typeOf(3)),
    unknown: fc.integer(),
  },
  { requiredKeys: ["thing"] },
);

function told({ coerced, errors }: ReturnType<typeof getVariableValues>): unknown {
  return errors
    ? errors.map(({ message }) => message)
    : (JSON.parse(JSON.stringify(coerced)) as unknown);
}

test("any values are read as graphql-js reads them", () => {
  const seed = Number(process.env["VARIABLES_SEED"] ?? "20261122");
  process.stdout.write(`seed ${String(seed)} (VARIABLES_SEED)\n`);
  let right = 0;
  let wrong = 0;

  fc.assert(
    fc.property(given, (variables) => {
      const options = { maxErrors: 50, hideSuggestions: true };
      const expected = told(getVariableValues(schema, definitions, variables, options));
      if (Array.isArray(expected)) wrong += 1;
      else right += 1;

      expect(told(readVariables(schema, definitions, variables))).toEqual(expected);
    }),
    { seed, numRuns: 1_000 },
  );

  expect(Math.min(right, wrong)).toBeGreaterThan(100);
});

test("names that every object has, or that set its prototype, are unknown fields", () => {
  for (const name of ["__proto__", "constructor", "toString"]) {
    const thing = JSON.parse(`{"zeta": 1, "${name}": {"alpha": true}}`) as unknown;

    const { errors = [] } = readVariables(schema, definitions, { thing });

    expect(errors.map(({ message }) => message)).toEqual([
      expect.stringContaining(`Field "${name}" is not defined`),
    ]);
  }
});

test("names come in order, so that nobody has to sort them", () => {
  const thing = { zeta: 1, kinds: ["B"], alpha: true };

  const { coerced } = readVariables(schema, definitions, { thing, things: [], text: "", n: 1 });

  expect(Object.keys(coerced?.["thing"] as object)).toEqual(["alpha", "kind", "kinds", "zeta"]);
});
