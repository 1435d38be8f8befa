import { buildSchema, isObjectType, type GraphQLSchema } from "graphql";
import { domains } from "../../src/domain/domains";
import { collectLabels } from "../../src/graph/label-map";
import { buildGraph } from "../../src/graph/schema";

/** A schema whose fields named here carry a label. */
function givenSchema(sdl: string, labelled: Record<string, string>): GraphQLSchema {
  const schema = buildSchema(sdl);
  for (const [coordinate, label] of Object.entries(labelled)) {
    const [type = "", field = ""] = coordinate.split(".");
    const found = schema.getType(type);
    if (found && "getFields" in found) {
      const definition = found.getFields()[field];
      if (definition) definition.extensions = { label };
    }
  }
  return schema;
}

describe("a graph does not start", () => {
  it("with a field nobody labelled, and names it", () => {
    const schema = givenSchema("type Query { a: Int b: Int }", { "Query.a": "public" });
    expect(() => collectLabels(schema)).toThrow(/: Query\.b$/);
  });

  it("with a label that does not exist", () => {
    const schema = givenSchema("type Query { a: Int }", { "Query.a": "secret" });
    expect(() => collectLabels(schema)).toThrow(/Query\.a/);
  });

  it("with an input field nobody labelled", () => {
    const sdl = "type Query { a: Int } input I { x: Int }";
    expect(() => collectLabels(givenSchema(sdl, { "Query.a": "public" }))).toThrow(/: I\.x$/);
  });

  it("with an argument whose meaning nobody declared", () => {
    const sdl = "type Query { a(first: Int, secret: Int): Int }";
    expect(() => collectLabels(givenSchema(sdl, { "Query.a": "public" }))).toThrow(
      /: Query\.a\(secret:\)$/,
    );
  });
});

describe("the graph of the hub", () => {
  const { schema, labels } = buildGraph(domains);

  it("has a label on every field of every object and input type", () => {
    const fields = Object.values(schema.getTypeMap())
      .filter((type) => !type.name.startsWith("__"))
      .flatMap((type) =>
        "getFields" in type
          ? Object.keys(type.getFields()).map((field) => `${type.name}.${field}`)
          : [],
      );
    expect(fields.length).toBeGreaterThan(500);
    const says = (field: string): boolean => labels.fields.has(field) || labels.mentions.has(field);
    expect(fields.filter((field) => !says(field))).toEqual([]);
  });

  it("describes every field in Chinese first, then English", () => {
    const undescribed = Object.values(schema.getTypeMap())
      .filter((type) => !type.name.startsWith("__") && isObjectType(type))
      .flatMap((type) =>
        isObjectType(type)
          ? Object.values(type.getFields())
              .filter(
                ({ description }) => !/^[\u4e00-\u9fffA-Z“《].*[a-z]/s.test(description ?? ""),
              )
              .map(({ name }) => `${type.name}.${name}`)
          : [],
      );
    expect(undescribed).toEqual([]);
  });
});
