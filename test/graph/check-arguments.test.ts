import { parse, type OperationDefinitionNode } from "graphql";
import { baseRights } from "../../src/access/rights";
import { domains } from "../../src/domain/domains";
import { ArgumentCheck } from "../../src/graph/check-arguments";
import { buildGraph } from "../../src/graph/schema";
import { CursorKey } from "../../src/query/cursor";
import { modelNamed } from "../../src/query/entity-model";
import { readListRequest } from "../../src/query/list-request";

const check = new ArgumentCheck(buildGraph(domains).schema);
const cursors = new CursorKey(Buffer.alloc(32, 1)).of("org_1");
const rights = baseRights("INSURER");

function errorsOf(query: string, variables: Record<string, unknown> = {}): string[] {
  const document = parse(query);
  const operation = document.definitions[0] as OperationDefinitionNode;
  const errors = check.errors(document, operation, variables, { cursors, rights });
  return errors.map((error) => {
    const place = error.locations?.[0];
    const code = (error.originalError as { code?: string } | undefined)?.code ?? "?";
    return `${code} ${String(place?.line)}:${String(place?.column)}`;
  });
}

function cursorOf(entity: string, by: string | null): string {
  const model = modelNamed(entity);
  if (!model) throw new Error(entity);
  return cursors.make(readListRequest(model, by, {}).cursorOf, ["x", "y"]);
}

test.each<[string, string, Record<string, unknown>, string[]]>([
  ["a page of the usual size", "{ enterprises(first: 1000) { totalCount } }", {}, []],
  ["a page too large", "{ enterprises(first: 1001) { totalCount } }", {}, ["BAD_PAGE 1:3"]],
  [
    "a page by variable",
    "query ($n: Int) { policies(last: $n) { totalCount } }",
    { n: -1 },
    ["BAD_PAGE 1:19"],
  ],
  [
    "a page below no rows",
    "{ enterprises(first: 0) { nodes { policies(first: -1) { totalCount } } } }",
    {},
    ["BAD_PAGE 1:35"],
  ],
  [
    "a page in a fragment",
    "{ enterprises { ...F } } fragment F on EnterpriseConnection { nodes { policies(first: -1) { totalCount } } }",
    {},
    ["BAD_PAGE 1:71"],
  ],
  [
    "an id of another type",
    '{ policy(id: "ent_00000000000000000000") { id } }',
    {},
    ["BAD_ID 1:3"],
  ],
  ["an id by variable", "query ($id: ID) { policy(id: $id) { id } }", { id: "x" }, ["BAD_ID 1:19"]],
  ["no id", "query ($id: ID) { policy(id: $id) { id } }", { id: null }, []],
  ["an invented cursor", '{ policies(after: "abc") { totalCount } }', {}, ["BAD_CURSOR 1:3"]],
  [
    "a cursor of the list",
    `{ policies(after: "${cursorOf("Policy", null)}") { totalCount } }`,
    {},
    [],
  ],
  [
    "a cursor of another list",
    `{ policies(after: "${cursorOf("Claim", null)}") { totalCount } }`,
    {},
    ["BAD_CURSOR 1:3"],
  ],
  [
    "a root list's cursor below",
    `{ enterprises { nodes { policies(after: "${cursorOf("Policy", null)}") { totalCount } } } }`,
    {},
    ["BAD_CURSOR 1:25"],
  ],
  [
    "a cursor of the list below",
    `{ enterprises { nodes { policies(after: "${cursorOf("Policy", "enterpriseId")}") { totalCount } } } }`,
    {},
    [],
  ],
  [
    "several",
    '{ b: policy(id: "x") { id } a: enterprises(first: -1) { nodes { policies(last: -1) { totalCount } } } }',
    {},
    ["BAD_ID 1:3", "BAD_PAGE 1:29", "BAD_PAGE 1:65"],
  ],
])("%s is judged before anything is read", (_title, query, variables, expected) => {
  expect(errorsOf(query, variables)).toEqual(expected);
});

test("at most twenty are told of", () => {
  const many = Array.from(
    { length: 30 },
    (_, i) => `p${String(i)}: policies(first: -1) { totalCount }`,
  );

  expect(errorsOf(`{ ${many.join(" ")} }`)).toHaveLength(20);
});
