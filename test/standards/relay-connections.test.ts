import {
  isObjectType,
  type GraphQLField,
  type GraphQLNamedType,
  type GraphQLObjectType,
} from "graphql";
import { domains } from "../../src/domain/domains";
import { buildGraph } from "../../src/graph/schema";
import { givenHub, givenOrganisation, type TestHub } from "../setup/hub";
import { givenEnterprise, givenInsurer, givenPolicy } from "../setup/policies";

const { schema } = buildGraph(domains);
const objects = Object.values(schema.getTypeMap()).filter(
  (type): type is GraphQLObjectType => isObjectType(type) && !type.name.startsWith("__"),
);
const connections = objects.filter(({ name }) => name.endsWith("Connection"));

const typeOf = (type: GraphQLObjectType, field: string): string =>
  String(type.getFields()[field]?.type);

describe("by the Relay specification", () => {
  test("PageInfo says whether there is more, and between which cursors one is", () => {
    const fields = (schema.getType("PageInfo") as GraphQLObjectType).getFields();

    expect(Object.fromEntries(Object.values(fields).map((f) => [f.name, String(f.type)]))).toEqual({
      hasNextPage: "Boolean!",
      hasPreviousPage: "Boolean!",
      startCursor: "String",
      endCursor: "String",
    });
  });

  test.each(connections.map((type) => [type.name, type] as const))(
    "%s has edges with a node and a cursor, and a page info",
    (name, connection) => {
      const edgeName = name.replace(/Connection$/, "Edge");
      const edge = schema.getType(edgeName) as GraphQLObjectType;
      const node = typeOf(edge, "node").replace(/!$/, "");

      expect(typeOf(connection, "pageInfo")).toBe("PageInfo!");
      expect(typeOf(connection, "edges").replaceAll("!", "")).toBe(`[${edgeName}]`);
      expect(typeOf(edge, "cursor")).toBe("String!");
      expect(isObjectType(schema.getType(node))).toBe(true);
    },
  );

  const lists = objects.flatMap((type) =>
    Object.values(type.getFields())
      .filter((field) => connections.some(({ name }) => name === nameOf(field)))
      .map((field) => [`${type.name}.${field.name}`, field] as const),
  );

  test("every field of a connection is paged forward and backward", () => {
    const wanted = { first: "Int", after: "String", last: "Int", before: "String" };
    const found = lists.map(([name, { type, args }]) => {
      const paging = args.filter((argument) => argument.name in wanted);
      const types = Object.fromEntries(
        paging.map((argument) => [argument.name, String(argument.type)]),
      );
      return { name, ...types, isNullable: !String(type).endsWith("!") };
    });

    expect(lists.length).toBeGreaterThan(60);
    expect(found).toEqual(lists.map(([name]) => ({ name, ...wanted, isNullable: false })));
  });
});

function nameOf({ type }: GraphQLField<unknown, unknown>): string {
  return (("ofType" in type ? type.ofType : type) as GraphQLNamedType).name;
}

describe("pages of a list", () => {
  let hub: TestHub;
  const keys = ["A", "B", "C", "D", "E", "F", "G"];

  beforeAll(async () => {
    hub = await givenHub();
    await givenOrganisation(hub.database, "EM", "EMERGENCY");
    const insurerId = await givenInsurer(hub.database, "INS");
    const enterpriseId = await givenEnterprise(hub.database, "E1");
    // Some are alike in what they are ordered by.
    for (const [index, key] of keys.entries())
      await givenPolicy(
        hub.database,
        { insurerId, enterpriseId, key },
        { insured_count: 50 + Math.floor(index / 3) },
      );
  });

  afterAll(() => hub.close());

  interface Page {
    edges: { cursor: string; node: { policyNo: string } }[];
    pageInfo: Record<"hasNextPage" | "hasPreviousPage", boolean> &
      Record<"startCursor" | "endCursor", string | null>;
  }

  async function page(args: string): Promise<Page> {
    const order = "orderBy: [{ field: INSURED_COUNT, direction: DESC }]";
    const query = `{ policies(${order}, ${args}) { edges { cursor node { policyNo } }
      pageInfo { hasNextPage hasPreviousPage startCursor endCursor } } }`;
    const { body } = await hub.ask("EM", query);
    return body.data?.["policies"] as Page;
  }

  const numbers = ({ edges }: Page): string[] => edges.map(({ node }) => node.policyNo);

  test.each([1, 2, 3, 7, 100])("of %i joined forward are the list", async (size) => {
    const whole = numbers(await page("first: 100"));
    const joined: string[] = [];
    let after = "";
    for (;;) {
      const next = await page(`first: ${size}${after}`);
      joined.push(...numbers(next));
      expect(next.pageInfo.startCursor).toBe(next.edges[0]?.cursor ?? null);
      expect(next.pageInfo.endCursor).toBe(next.edges.at(-1)?.cursor ?? null);
      if (!next.pageInfo.hasNextPage) break;
      after = `, after: "${next.pageInfo.endCursor ?? ""}"`;
    }

    expect(joined).toEqual(whole);
    expect(whole).toHaveLength(keys.length);
  });

  test.each([1, 3, 7])("of %i joined backward are the list", async (size) => {
    const whole = numbers(await page("first: 100"));
    const joined: string[] = [];
    let before = "";
    for (;;) {
      const previous = await page(`last: ${size}${before}`);
      joined.unshift(...numbers(previous));
      if (!previous.pageInfo.hasPreviousPage) break;
      before = `, before: "${previous.pageInfo.startCursor ?? ""}"`;
    }

    expect(joined).toEqual(whole);
  });
});
