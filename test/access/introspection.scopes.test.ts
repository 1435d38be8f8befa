import {
  buildClientSchema,
  getIntrospectionQuery,
  isInputObjectType,
  isObjectType,
  validateSchema,
  type GraphQLSchema,
  type IntrospectionQuery,
} from "graphql";
import type { Label } from "../../src/access/label";
import { organisationTypes, type OrganisationType } from "../../src/access/organisation-type";
import { domains } from "../../src/domain/domains";
import { buildGraph } from "../../src/graph/schema";
import { allModels, modelOf, type EntityModel } from "../../src/query/entity-model";
import { specifiedMatrix } from "../oracle/access-matrix";
import { givenHub, givenOrganisation, type TestHub } from "../setup/hub";
import { mayUse } from "./mention-answers";
import { Mentions } from "./mention-paths";

/* What introspection shows each organisation type, over HTTP, against the hand-written matrix. */

const oracle = new Map(
  specifiedMatrix.split("\n").map((line) => {
    const [label = "", ...rights] = line.split(" | ");
    return [label, rights] as const;
  }),
);
const graph = buildGraph(domains);
const everything = new Mentions(graph, () => false);

function specifiedRight(type: OrganisationType, label: Label): string {
  return oracle.get(label)?.[organisationTypes.indexOf(type)] ?? "?";
}

/** A field is selectable where it is read, plain or masked; an aggregate-only field is not. */
function selectable(type: OrganisationType, label: Label): boolean {
  const right = specifiedRight(type, label);
  return right.includes("R") || right === "M";
}

/** The fields of an entity that a type may select; a relation needs rows to lead to. */
function specifiedFields(type: OrganisationType, model: EntityModel): string[] {
  if (!selectable(type, model.label)) return [];
  const fields = [...model.fields.values()].filter(({ label }) => selectable(type, label));
  const relations = [...model.relations.values()].filter(
    ({ label, target }) => selectable(type, label) && selectable(type, modelOf(target()).label),
  );
  return [...fields, ...relations].map(({ name }) => name).sort();
}

let hub: TestHub;

beforeAll(async () => {
  hub = await givenHub();
  for (const type of organisationTypes) await givenOrganisation(hub.database, type, type);
});

afterAll(() => hub.close());

async function schemaOf(type: OrganisationType): Promise<GraphQLSchema> {
  const { body } = await hub.ask(type, getIntrospectionQuery({ inputValueDeprecation: true }));
  expect(body.errors).toBeUndefined();
  // The answer of this very query.
  return buildClientSchema(body.data as unknown as IntrospectionQuery);
}

function shownFields(schema: GraphQLSchema, typeName: string): string[] {
  const type = schema.getType(typeName);
  return isObjectType(type) ? Object.keys(type.getFields()).sort() : [];
}

/** The arguments shown of a root lookup of an entity. */
function shownKeys(schema: GraphQLSchema, model: EntityModel): string[] {
  const roots = Object.values(schema.getQueryType()?.getFields() ?? {});
  const lookup = roots.find(({ type }) => String(type) === model.name);
  return lookup?.args.map(({ name }) => name) ?? [];
}

describe.each(organisationTypes.map((type) => [type] as const))("to %s", (type) => {
  let shown: GraphQLSchema;

  beforeAll(async () => {
    shown = await schemaOf(type);
  });

  it("introspection shows of each entity exactly the fields it may select", () => {
    for (const model of allModels())
      expect([model.name, shownFields(shown, model.name)]).toEqual([
        model.name,
        specifiedFields(type, model),
      ]);
  });

  it("introspection shows the lists of exactly those entities", () => {
    for (const model of allModels()) {
      const isShown = selectable(type, model.label);
      expect([model.name, Boolean(shown.getType(`${model.name}Connection`))]).toEqual([
        model.name,
        isShown,
      ]);
      expect([model.name, Boolean(shown.getType(`${model.name}Edge`))]).toEqual([
        model.name,
        isShown,
      ]);
    }
  });

  it("introspection shows keys to look up by exactly where it may filter by them", () => {
    for (const model of allModels())
      for (const key of shownKeys(shown, model)) {
        const label = model.fields.get(key)?.label ?? model.label;
        expect([model.name, key, specifiedRight(type, label)]).toEqual([
          model.name,
          key,
          expect.stringContaining("R"),
        ]);
      }
  });

  it("introspection shows exactly the mutations it may call, with their input", () => {
    const mutations = graph.schema.getMutationType();
    if (!mutations) throw new Error("there are no mutations");
    const may = Object.values(mutations.getFields()).filter((field) =>
      mayUse(graph, type, everything.mentionOf(mutations, field)),
    );
    const offered = Object.keys(shown.getMutationType()?.getFields() ?? {});
    const inputs = Object.values(shown.getTypeMap()).filter(isInputObjectType);

    expect(offered.sort()).toEqual(may.map(({ name }) => name).sort());
    for (const input of inputs)
      for (const name of Object.keys(input.getFields())) {
        const coordinate = `${input.name}.${name}`;
        const elsewhere = graph.labels.mentions.get(coordinate);
        const named = elsewhere?.map(({ field }) => field) ?? [coordinate];
        const rights = named.map((field) =>
          specifiedRight(type, graph.labels.fields.get(field) as Label),
        );
        const wrong = rights.filter((right) => !(elsewhere ? /R/ : /[RWM]/).test(right));
        expect([coordinate, wrong]).toEqual([coordinate, []]);
      }
    if (!may.some(({ name }) => name.startsWith("submit")))
      expect(inputs.filter(({ name }) => name.startsWith("Submit"))).toEqual([]);
  });

  it("introspection shows a schema that is whole: it validates, and all of it can be reached", () => {
    expect(validateSchema(shown)).toEqual([]);
    const whole = new Set(Object.keys(graph.schema.getTypeMap()));
    for (const name of Object.keys(shown.getTypeMap())) expect(whole).toContain(name);
  });
});

test("who may do nothing with an entity is shown nothing of it, and no way to submit it", async () => {
  const shown = await schemaOf("ASSOCIATION");

  for (const name of ["Policy", "PolicyConnection", "SubmitPoliciesInput", "RecordAction"])
    expect([name, shown.getType(name)]).toEqual([name, undefined]);
  expect(shownFields(shown, "Region").length).toBeGreaterThan(3);
});
