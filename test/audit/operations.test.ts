import "reflect-metadata";
import { buildSchema, print, validate, visit, type GraphQLSchema } from "graphql";
import { OperationGenerator } from "../../audit/operations/operation-generator";
import { bodyOf, isMutation } from "../../audit/operations/operation";
import { buildSchemas, Operations } from "../../audit/operations/operations-of";
import { Knowledge } from "../../audit/operations/knowledge";
import { Pool } from "../../audit/operations/pool";
import { ValueGenerator } from "../../audit/operations/value-generator";
import { Random } from "../../audit/random";
import type { OracleHolder } from "../oracle/visible-cells";

const schemas = buildSchemas();
const auditor: OracleHolder = {
  ...{ type: "AUDITOR", region: "34", sectors: null, insurerId: null, serviceAgencyId: null },
  ...{ enterpriseId: null, organisationId: "org_x", grants: [] },
};

function operations(seed: number, type: OracleHolder["type"] = "AUDITOR"): Operations {
  const random = new Random(seed);
  const pool = new Pool([{ policy: [{ id: "pol_1", source_key: "K" }] }], random.fork("pool"));
  const wishes = {
    own: "X",
    mutations: 20,
    entities: 20,
    subgraphs: schemas.subgraphs.size,
    boldShare: 0.1,
    asks: [],
    live: true,
    enterprises: ["U"],
  };
  return new Operations(schemas, pool, { holder: { ...auditor, type }, ...wishes }, random);
}

test("the same seed makes the same operations, another seed others", () => {
  const some = (seed: number): string[] => {
    const source = operations(seed);
    return Array.from({ length: 30 }, () => bodyOf(source.next()));
  };

  expect(some(3)).toEqual(some(3));
  expect(some(3)).not.toEqual(some(4));
});

test("nearly all operations are valid, in the merged schema and in the subgraphs", () => {
  const source = operations(5, "INSURER");
  const all = Array.from({ length: 300 }, () => source.next());

  const schemaOf = (subgraph?: string): GraphQLSchema =>
    [...schemas.subgraphs].find(([name]) => name === subgraph)?.[1].schema ?? schemas.graph.schema;
  const valid = all.filter(
    ({ document, subgraph }) => validate(schemaOf(subgraph), document).length === 0,
  );
  expect(valid.length).toBeGreaterThan(all.length * 0.9);
  expect(all.filter(isMutation).length).toBeGreaterThan(20);
  expect(new Set(all.map(({ subgraph }) => subgraph)).size).toBe(schemas.subgraphs.size + 1);
});

test("every construct of the language occurs", () => {
  const source = operations(6);
  const seen = new Set<string>();
  for (let n = 0; n < 400; n++)
    visit(source.next().document, { enter: (node) => void seen.add(node.kind) });

  expect([...seen]).toEqual(
    expect.arrayContaining([
      ...["Field", "Argument", "Directive", "InlineFragment", "FragmentSpread"],
      ...["FragmentDefinition", "Variable", "ListValue", "ObjectValue", "EnumValue", "IntValue"],
    ]),
  );
});

test("filters, orders and aggregates that the schema gains are asked without a change", () => {
  const schema = buildSchema(`
    type Query { things(filter: ThingFilter, orderBy: [ThingOrder!], first: Int): [Thing!]! }
    type Thing { id: ID! count(of: ThingField!): Int! }
    input ThingFilter { name: TextFilter and: [ThingFilter!] }
    input TextFilter { eq: String in: [String!] }
    input ThingOrder { by: ThingField! direction: Direction }
    enum ThingField { NAME PRICE }
    enum Direction { ASC DESC }
  `);
  const random = new Random(1);
  const values = new ValueGenerator(new Pool([], random), random, () => null);
  const knowledge = new Knowledge(schemas.graph, auditor);
  const generator = new OperationGenerator({
    schema,
    knowledge,
    values,
    random,
    boldShare: 0,
    asks: [],
  });

  const texts = Array.from({ length: 300 }, () => print(generator.query().document)).join("\n");

  for (const part of [
    "filter:",
    "orderBy:",
    "eq:",
    "and:",
    "by: PRICE",
    "direction: DESC",
    "of: NAME",
  ])
    expect(texts).toContain(part);
});

test("figures are asked of what is read, and never of what is held for figures only", () => {
  const source = operations(4, "EMERGENCY");
  const texts = Array.from({ length: 600 }, () => print(source.next().document)).join("\n");

  expect(texts).toContain("claimsAggregate");
  expect(texts).toMatch(/having: \[?\{figure: \w+/);
  expect(texts).toMatch(/groupBy: \[?\{field: \w+/);
  // Policies are read (R), their prices are held for figures (A).
  const { knowledge } = source;
  expect(knowledge.isLeftOut("PolicyFigure.COUNT")).toBe(false);
  expect(knowledge.isLeftOut("PolicyFigure.SUM_WRITTEN_PREMIUM_FEN")).toBe(true);
  expect(texts).not.toMatch(/SUM_WRITTEN_PREMIUM_FEN|AVG_WRITTEN_PREMIUM_FEN/);
});

test("what was denied is hardly asked again", () => {
  const knowledge = new Knowledge(schemas.graph, auditor);
  expect(knowledge.allows("Policy.writtenPremiumFen", "SELECT")).toBe(true);

  const field = "Policy.writtenPremiumFen";
  const extensions = { code: "FORBIDDEN", field, mention: "SELECT" };
  knowledge.learn(JSON.stringify({ errors: [{ message: "", extensions }] }));

  expect(knowledge.allows(field, "SELECT")).toBe(false);
});
