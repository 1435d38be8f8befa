import { getNamedType, isObjectType, type GraphQLField, type GraphQLSchema } from "graphql";
import { labels, type Label } from "../../src/access/label";
import { organisationTypes, type OrganisationType } from "../../src/access/organisation-type";
import { domains } from "../../src/domain/domains";
import { buildGraph, type Graph } from "../../src/graph/schema";
import { allModels, type EntityModel } from "../../src/query/entity-model";
import { specifiedMatrix } from "../oracle/access-matrix";
import { givenHub, givenOrganisation, type TestHub } from "../setup/hub";

/* Every published field of every entity × every organisation type, over HTTP, against the oracle. */

const oracle = new Map(
  specifiedMatrix.split("\n").map((line) => {
    const [label = "", ...rights] = line.split(" | ");
    return [label, rights] as const;
  }),
);

function specifiedRight(type: OrganisationType, label: Label): string {
  return oracle.get(label)?.[organisationTypes.indexOf(type)] ?? "?";
}

const readable = (right: string): boolean => right.includes("R") || right === "M";

let hub: TestHub;
let graph: Graph;

beforeAll(async () => {
  graph = buildGraph(domains);
  hub = await givenHub();
  for (const type of organisationTypes) await givenOrganisation(hub.database, type, type);
});

afterAll(() => hub.close());

/** The whole selection of one field, as small as its type allows. */
function selectionOf(schema: GraphQLSchema, field: GraphQLField<unknown, unknown>): string {
  const type = getNamedType(field.type);
  return isObjectType(type) ? `${field.name} { __typename }` : field.name;
}

function fieldsOf(model: EntityModel): GraphQLField<unknown, unknown>[] {
  const type = graph.schema.getType(model.name);
  return isObjectType(type) ? Object.values(type.getFields()) : [];
}

/** The root list of an entity: it takes a page, a filter and an order, and nothing else. */
function listOf(model: EntityModel): string {
  const root = graph.schema.getQueryType()?.getFields() ?? {};
  const field = Object.values(root).find(
    (f) => getNamedType(f.type).name === `${model.name}Connection` && f.args.length === 6,
  );
  if (!field) throw new Error(`${model.name} has no root list`);
  return field.name;
}

for (const type of organisationTypes)
  describe(`an organisation of type ${type}`, () => {
    it("may select exactly the fields the specification gives it", async () => {
      const wrong: string[] = [];
      let asked = 0;
      for (const model of allModels()) {
        const checks = fieldsOf(model).map(async (field) => {
          const label = graph.labels.fields.get(`${model.name}.${field.name}`) as Label;
          const rights = [specifiedRight(type, model.label), specifiedRight(type, label)];
          const expected = rights.every(readable) ? "answered" : "denied";
          const query = `{ ${listOf(model)} { nodes { ${selectionOf(graph.schema, field)} } } }`;
          const { body } = await hub.ask(type, query);
          const got = verdict(body.errors, `${model.name}.${field.name}`, label, rights[1] ?? "");
          asked++;
          if (got !== expected) wrong.push(`${model.name}.${field.name} (${label}): ${got}`);
        });
        await Promise.all(checks);
      }
      expect(wrong).toEqual([]);
      expect(asked).toBeGreaterThan(200);
      expect(hub.mistakes).toEqual([]);
    });
  });

/** Denials of the field itself must explain themselves, or be silent when of level 4. */
function verdict(
  errors: { message: string; extensions: Record<string, unknown> }[] | undefined,
  coordinate: string,
  label: Label,
  right: string,
): string {
  if (!errors) return "answered";
  const own = errors.find(({ extensions }) => extensions["field"] === coordinate);
  if (own) {
    const { code, mention, label: said } = own.extensions;
    return code === "FORBIDDEN" && mention === "SELECT" && said === label
      ? "denied"
      : "misexplained";
  }
  const [type = "", field = ""] = coordinate.split(".");
  const hidden = errors.some(({ message }) =>
    message.includes(`Cannot query field "${field}" on type "${type}".`),
  );
  if (hidden) return labels[label].level === 4 && right === "-" ? "denied" : "hidden";
  // The field is allowed, but the row it is on is not.
  return errors.every(({ extensions }) => extensions["code"] === "FORBIDDEN") ? "denied" : "failed";
}
