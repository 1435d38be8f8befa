import { request as httpRequest } from "node:http";
import { gzipSync } from "node:zlib";
import { bodyBytesMax } from "../../src/server/read-body";
import { givenHub, givenOrganisation, type TestHub } from "../setup/hub";

/* Whatever is sent: a coded answer in zh and en, nothing revealed, and the hub goes on. */

let hub: TestHub;
let token: string;

beforeAll(async () => {
  hub = await givenHub();
  await givenOrganisation(hub.database, "EM", "EMERGENCY");
  token = await hub.token("EM");
});

afterAll(() => hub.close());

interface Sent {
  method?: string;
  path?: string;
  headers?: Record<string, string>;
  body?: string | Buffer;
}

function send({ method = "POST", path = "/graphql", headers = {}, body = "" }: Sent): Promise<{
  status: number;
  headers: Record<string, unknown>;
  text: string;
}> {
  return new Promise((resolve, reject) => {
    const request = httpRequest(`${hub.url}${path}`, {
      method,
      headers: {
        "content-type": "application/json",
        authorization: `Bearer ${token}`,
        ...headers,
      },
    });
    request.on("error", reject);
    request.on("response", (response) => {
      const chunks: Buffer[] = [];
      response.on("data", (chunk: Buffer) => chunks.push(chunk));
      response.on("end", () => {
        const text = Buffer.concat(chunks).toString();
        resolve({ status: response.statusCode ?? 0, headers: response.headers, text });
      });
    });
    request.end(body);
  });
}

const query = (text: string, variables?: object): string =>
  JSON.stringify({ query: text, variables });

const validation = "GRAPHQL_VALIDATION_FAILED";
const deep = `${"{ policies { nodes { enterprise ".repeat(9)}{ id } ${"} } }".repeat(9)}`;

const policies = (where: string): Sent => ({
  body: query(`{ policies(where: ${where}) { totalCount } }`),
});
const givenWhere = (where: unknown): Sent => ({
  body: query("query ($w: PolicyWhere) { policies(where: $w) { totalCount } }", { w: where }),
});
const nested = (levels: number): unknown => {
  let where: unknown = {};
  for (let n = 0; n < levels; n++) where = { not: where };
  return where;
};
const many = (count: number): string[] => Array.from({ length: count }, (_, n) => `P${String(n)}`);

const filters: readonly [string, Sent, number, string][] = [
  ["a filter of null", policies("null"), 400, "NULL_FILTER"],
  ["a field of null", policies("{policyNo: null}"), 400, "NULL_FILTER"],
  ["an operator of null", policies("{policyNo: {eq: null}}"), 400, "NULL_FILTER"],
  ["a relation of null", givenWhere({ enterprise: { policies: null } }), 400, "NULL_FILTER"],
  ["a quantifier of null", givenWhere({ claims: { some: null } }), 400, "NULL_FILTER"],
  ["not null", givenWhere({ not: null }), 400, "NULL_FILTER"],
  ["a value of null", policies("{policyNo: {in: [null]}}"), 400, "GRAPHQL_VALIDATION_FAILED"],
  ["a filter of the wrong type", policies("{insuredCount: {eq: true}}"), 400, validation],
  ["an unknown status", policies("{status: {eq: NO}}"), 400, validation],
  ["an unknown status given", givenWhere({ status: { eq: "NO" } }), 400, "BAD_USER_INPUT"],
  ["an operator of other fields", policies('{status: {startsWith: "A"}}'), 400, validation],
  ["an unknown field filtered", givenWhere({ made: { eq: "up" } }), 400, "BAD_USER_INPUT"],
  ["isNull of what is never null", policies("{policyNo: {isNull: true}}"), 400, validation],
  [
    "a range without an end",
    policies('{startDate: {between: {from: "2026-01-01"}}}'),
    400,
    validation,
  ],
  ["an impossible day", policies('{startDate: {eq: "2026-02-30"}}'), 400, validation],
  ["an impossible day given", givenWhere({ startDate: { eq: "2026-02-30" } }), 400, "BAD_DATE"],
  ["an amount with a point", givenWhere({ insuredCount: { eq: 1.5 } }), 400, "BAD_USER_INPUT"],
  ["an id of another type", policies('{id: {in: ["ent_00000000000000000000"]}}'), 400, "BAD_ID"],
  ["501 values", givenWhere({ policyNo: { in: many(501) } }), 400, "FILTER_TOO_LARGE"],
  ["10,000 values", givenWhere({ policyNo: { in: many(10_000) } }), 400, "FILTER_TOO_LARGE"],
  ["7 levels", givenWhere(nested(7)), 400, "FILTER_TOO_LARGE"],
  ["500 levels", givenWhere(nested(500)), 400, "DOCUMENT_TOO_DEEP"],
  [
    "100,000 levels",
    { body: `{"query":"{ a }","variables":{"w":${'{"not":'.repeat(1e5)}{}${"}".repeat(1e5)}}}` },
    400,
    "DOCUMENT_TOO_DEEP",
  ],
  [
    "500 levels written",
    policies(`${"{not:".repeat(500)}{}${"}".repeat(500)}`),
    400,
    "DOCUMENT_TOO_DEEP",
  ],
  [
    "3,000 levels written",
    policies(`${"{not:".repeat(3e3)}{}${"}".repeat(3e3)}`),
    400,
    "DOCUMENT_TOO_DEEP",
  ],
  [
    "101 conditions",
    givenWhere({ or: many(101).map((policyNo) => ({ policyNo: { eq: policyNo } })) }),
    400,
    "FILTER_TOO_LARGE",
  ],
  ["an empty search", policies('{policyNo: {contains: ""}}'), 400, "BAD_FILTER"],
  [
    "a search of 101 characters",
    givenWhere({ policyNo: { contains: "x".repeat(101) } }),
    400,
    "FILTER_TOO_LARGE",
  ],
  [
    "a region that is none",
    policies('{enterprise: {regionCode: {within: "34%"}}}'),
    400,
    "BAD_FILTER",
  ],
  [
    "six keys of an order",
    {
      body: query("query ($o: [PolicyOrder!]) { policies(orderBy: $o) { totalCount } }", {
        o: ["POLICY_NO", "START_DATE", "END_DATE", "STATUS", "VERSION", "SIGNED_ON"].map(
          (field) => ({ field }),
        ),
      }),
    },
    400,
    "FILTER_TOO_LARGE",
  ],
  [
    "an order by a field twice",
    { body: query("{ policies(orderBy: [{field: STATUS}, {field: STATUS}]) { totalCount } }") },
    400,
    "BAD_FILTER",
  ],
  [
    "an order by a list",
    { body: query("{ policies(orderBy: [{field: AGREED_ITEMS}]) { totalCount } }") },
    400,
    "GRAPHQL_VALIDATION_FAILED",
  ],
];

const table: readonly [string, Sent, number, string][] = [
  ["malformed JSON", { body: "{" }, 400, "BAD_REQUEST_JSON"],
  ["JSON that is no object", { body: "[1]" }, 400, "BAD_REQUEST_JSON"],
  ["a batch", { body: `[${query("{ __typename }")}]` }, 400, "BAD_REQUEST_JSON"],
  ["bytes that are not UTF-8", { body: Buffer.from([0x22, 0xff, 0x22]) }, 400, "BAD_REQUEST_JSON"],
  ["an empty body", {}, 400, "BAD_REQUEST_JSON"],
  ["no document", { body: "{}" }, 400, "BAD_USER_INPUT"],
  ["a document that is a number", { body: '{"query":1}' }, 400, "BAD_USER_INPUT"],
  [
    "variables that are text",
    { body: '{"query":"{ __typename }","variables":"x"}' },
    400,
    "BAD_USER_INPUT",
  ],
  [
    "another content type",
    { headers: { "content-type": "text/plain" }, body: query("{ __typename }") },
    415,
    "BAD_REQUEST_CONTENT_TYPE",
  ],
  [
    "a compressed body",
    { headers: { "content-encoding": "gzip" }, body: gzipSync(query("{ __typename }")) },
    415,
    "BAD_REQUEST_CONTENT_TYPE",
  ],
  ["an oversized body", { body: Buffer.alloc(bodyBytesMax + 1, 32) }, 413, "BODY_TOO_LARGE"],
  ["GET", { method: "GET" }, 405, "METHOD_NOT_ALLOWED"],
  ["an unknown address", { path: "/nothing" }, 404, "NOT_FOUND"],
  [
    "no token",
    { headers: { authorization: "" }, body: query("{ __typename }") },
    401,
    "UNAUTHENTICATED",
  ],
  ["a syntax error", { body: query("{ policies(") }, 400, "GRAPHQL_PARSE_FAILED"],
  ["an unknown field", { body: query("{ nothing }") }, 400, "GRAPHQL_VALIDATION_FAILED"],
  [
    "an unknown enum value",
    { body: query("{ regions(first: X) { nodes { id } } }") },
    400,
    "GRAPHQL_VALIDATION_FAILED",
  ],
  [
    "an unknown operation",
    { body: JSON.stringify({ query: "query A { __typename }", operationName: "B" }) },
    400,
    "OPERATION_NOT_FOUND",
  ],
  ["a document 18 levels deep", { body: query(deep) }, 400, "DOCUMENT_TOO_DEEP"],
  [
    "an answer of a million rows",
    {
      body: query(
        "{ enterprises(first: 1000) { nodes { policies(first: 1000) { nodes { id } } } } }",
      ),
    },
    400,
    "DOCUMENT_TOO_EXPENSIVE",
  ],
  ["a page of -1", { body: query("{ policies(first: -1) { nodes { id } } }") }, 400, "BAD_PAGE"],
  [
    "a page of 1,001",
    { body: query("{ policies(first: 1001) { nodes { id } } }") },
    400,
    "BAD_PAGE",
  ],
  [
    "first and last",
    { body: query("{ policies(first: 1, last: 1) { nodes { id } } }") },
    400,
    "BAD_PAGE",
  ],
  [
    "an invented cursor",
    { body: query('{ policies(after: "AAAA") { nodes { id } } }') },
    400,
    "BAD_CURSOR",
  ],
  [
    "a page size of 2^31",
    {
      body: query("query($n: Int) { policies(first: $n) { nodes { id } } }", { n: 2_147_483_648 }),
    },
    400,
    "BAD_USER_INPUT",
  ],
  [
    "an alias __proto__",
    { body: query("{ __proto__: policies { totalCount } }") },
    400,
    "UNSAFE_NAME",
  ],
];

describe("the hub", () => {
  for (const [what, sent, status, code] of [...table, ...filters])
    it(`answers ${what} with ${String(status)} ${code}`, async () => {
      const answer = await send(sent);

      const { errors } = JSON.parse(answer.text) as {
        errors: { extensions: { code: string; zh: string; en: string } }[];
      };
      expect([answer.status, errors[0]?.extensions.code]).toEqual([status, code]);
      expect(errors[0]?.extensions.zh).toMatch(/[\u4e00-\u9fff]/);
      expect(errors[0]?.extensions.en).toMatch(/[a-z]/);
      expect(answer.text).not.toMatch(/SELECT .* FROM|at .*\.[jt]s:\d|node_modules|mysql|errno/i);
    });

  it("answers an id of no type and an unknown id differently, and the second with null", async () => {
    const wrong = await hub.ask("EM", '{ policy(id: "pol_1") { id } }');
    const unknown = await hub.ask("EM", '{ policy(id: "pol_AAAAAAAAAAAAAAAAAAAA") { id } }');

    expect(wrong.body.errors?.[0]?.extensions["code"]).toBe("BAD_ID");
    expect(unknown.body).toEqual({ data: { policy: null } });
  });

  it("goes on after all of that, and counts none of it as its own mistake", async () => {
    const answer = await hub.ask("EM", "{ policies { totalCount } }");

    expect(answer.body).toEqual({ data: { policies: { totalCount: 0 } } });
    expect(hub.mistakes).toEqual([]);
  });
});
