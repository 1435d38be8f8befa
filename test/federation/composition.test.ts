import "reflect-metadata";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { isObjectType } from "graphql";
import { rightOf } from "../../src/access/matrix";
import { organisationTypes, type OrganisationType } from "../../src/access/organisation-type";
import { permits } from "../../src/access/right";
import { schemaFiles } from "../../src/cli/schema-files";
import { domains } from "../../src/domain/domains";
import { composeSdls, composeSupergraph, mergedSdl } from "../../src/graph/federation/compose";
import { fieldOwners } from "../../src/graph/federation/field-owner";
import { subgraphSchema } from "../../src/graph/federation/subgraph-schema";
import { subgraphSdls } from "../../src/graph/federation/subgraph-sdl";
import { buildGraph } from "../../src/graph/schema";
import { allModels, modelNamed, modelOf } from "../../src/query/entity-model";

const graph = buildGraph(domains);
const sdls = subgraphSdls(graph);

test("the subgraphs compose to the merged graph, to the letter", () => {
  expect([...sdls.keys()]).toEqual([
    "registry",
    "underwriting",
    "claims",
    "prevention",
    "supervision",
    "access",
  ]);

  const supergraph = composeSupergraph(graph);

  for (const name of sdls.keys()) expect(supergraph).toContain(`name: "${name}"`);
});

test("every field of an entity is in the subgraph of its owner and, but for the key, in no other", () => {
  const schemas = new Map([...sdls.keys()].map((name) => [name, subgraphSchema(graph, name)]));

  for (const [coordinate, owner] of graph.owners) {
    const [type = "", field = ""] = coordinate.split(".");
    const givenBy = [...schemas].filter(([, schema]) => {
      const object = schema.getType(type);
      return isObjectType(object) && field in object.getFields();
    });
    const names = givenBy.map(([name]) => name);
    if (field === "id") expect(names).toContain(owner);
    else expect([coordinate, names]).toEqual([coordinate, [owner]]);
  }
});

test.each([...sdls.keys()])("%s names other domains' entities by their key", (name) => {
  const own = new Set(domains.find((d) => d.name === name)?.entities.map((e) => e.name));
  const schema = subgraphSchema(graph, name);

  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type) || !modelNamed(type.name) || own.has(type.name)) continue;
    expect(type.astNode?.directives?.map((d) => d.name.value)).toEqual(["key"]);
    for (const field of Object.keys(type.getFields()))
      if (field !== "id") expect(graph.owners.get(`${type.name}.${field}`)).toBe(name);
  }
});

test.each([...sdls.keys()])(
  "%s is a Federation 2 subgraph that any composition accepts",
  (name) => {
    const service = subgraphSchema(graph, name).getQueryType()?.getFields();

    expect(service).toHaveProperty("_service");
    expect(service).toHaveProperty("_entities");
    expect(sdls.get(name)).toContain('@link(url: "https://specs.apollo.dev/federation/v2.');
  },
);

test("a subgraph's field is resolved by the very function of the merged graph", () => {
  const merged = graph.schema.getQueryType()?.getFields();

  for (const name of sdls.keys())
    for (const field of Object.values(
      subgraphSchema(graph, name).getQueryType()?.getFields() ?? {},
    ))
      if (!field.name.startsWith("_")) expect(field.resolve).toBe(merged?.[field.name]?.resolve);
});

test("whoever may follow a reference or a list may read the key the gateway asks for", () => {
  const may = (type: OrganisationType, coordinate: string): boolean => {
    const label = graph.labels.fields.get(coordinate);
    return label !== undefined && permits(rightOf(type, label), "SELECT");
  };

  for (const { name, relations } of allModels())
    for (const relation of relations.values())
      for (const type of organisationTypes) {
        const key = relation.many ? name : modelOf(relation.target()).name;
        const followed = `${type} ${name}.${relation.name}`;
        if (may(type, `${name}.${relation.name}`))
          expect([followed, may(type, `${key}.id`)]).toEqual([followed, true]);
      }
});

test("a root field or list that no module registers stops the start", () => {
  const withoutPolicies = domains.filter((domain) => domain.name !== "underwriting");

  const build = (): unknown => fieldOwners(graph.schema, withoutPolicies);

  expect(build).toThrow(/No domain owns.*Query\.policies/);
});

test.each([
  ["a value of another type", "hasNextPage: Boolean!", "hasNextPage: String!", /do not compose/],
  ["a field that was lost", "totalCount: Int!", "total: Int!", /another graph/],
  ["a value that is not shareable", "type PageInfo @shareable", "type PageInfo", /do not compose/],
  ["an entity without its key", 'type Enterprise @key(fields: "id")', "type Enterprise", /compose/],
])("%s in one subgraph stops the generation", (_title, from, to, message) => {
  const sdl = sdls.get("claims") ?? "";
  const changed = new Map([...sdls, ["claims", sdl.replace(from, to)] as const]);

  const compose = (): unknown => composeSdls(changed, mergedSdl(graph));

  expect(sdl).toContain(from);
  expect(compose).toThrow(message);
});

test.each([...schemaFiles(graph)])(
  "schema/%s is what the code says: npm run schema",
  (name, text) => {
    expect(readFileSync(join(__dirname, "..", "..", "schema", name), "utf8")).toBe(text);
  },
);

test("the generated files are the same bytes whenever they are generated", () => {
  const first = schemaFiles(graph);
  const second = schemaFiles(buildGraph(domains));

  expect([...second]).toEqual([...first]);
});
