import "reflect-metadata";
import { entityId } from "../../src/database/entity-id";
import { openGatewayKey } from "../../src/server/authentication/gateway-key";
import { createSigner, signatureHeader } from "../../src/server/gateway/signature";
import { startSubgraph } from "../../src/server/gateway/start-subgraph";
import { baseRights } from "../../src/access/rights";
import {
  givenDirectory,
  givenFilledDatabase,
  givenHub,
  now,
  post,
  type Answer,
  type GivenHub,
} from "./given-hub";
import type { TestDatabase } from "../setup/database";
import { callers } from "./given-organisations";
import { idOf, rowsPerTable } from "./given-rows";

const directory = givenDirectory();
let database: TestDatabase;
let subgraph: GivenHub;
let key: string;

beforeAll(async () => {
  database = await givenFilledDatabase();
  subgraph = await givenHub(directory.path, database, (config, environment) =>
    startSubgraph(config, environment, "claims"),
  );
  key = await openGatewayKey(subgraph.config);
});

afterAll(async () => {
  await subgraph.stop();
  await database.drop();
  directory.remove();
});

const someRows = '{"query":"{ claims(first: 3) { nodes { id } } }"}';
const entities = (selection: string, ...representations: unknown[]): string =>
  JSON.stringify({
    query: `query ($r: [_Any!]!) { _entities(representations: $r) { ${selection} } }`,
    variables: { r: representations },
  });

/** Asks as the gateway does on behalf of an organisation. */
async function askSigned(
  code: string,
  body: string,
  changes: { rightsKey?: string; sentBody?: string } = {},
): Promise<Answer & { json: { data?: unknown; errors?: { extensions: object }[] } }> {
  const type = callers.find((caller) => caller.code === code)?.type ?? "AUDITOR";
  const { rightsKey = baseRights(type).key, sentBody = body } = changes;
  const organisationId = entityId("org", code);
  const sign = createSigner(key);
  const signed = { subgraph: "claims", organisationId, person: code, rightsKey, body };
  const signature = await sign(signed, now);
  const answer = await post(subgraph.url, { [signatureHeader]: signature }, sentBody);
  return { ...answer, json: JSON.parse(answer.body) as never };
}

const refused = {
  status: 401,
  body: expect.stringContaining("SUBGRAPH_SIGNATURE_INVALID") as unknown,
};

test.each([
  ["rows", someRows],
  ["entities", entities("... on Claim { id }", { __typename: "Claim", id: idOf("Claim", 1) })],
  ["its own SDL", '{"query":"{ _service { sdl } }"}'],
  ["its schema", '{"query":"{ __schema { queryType { name } } }"}'],
  ["nonsense", "nonsense"],
])("without a signature a subgraph does not answer for %s", async (_title, body) => {
  expect(await post(subgraph.url, {}, body)).toMatchObject(refused);
});

test("the token of an organisation is no signature", async () => {
  const answer = await subgraph.ask("province", { query: "{ claims(first: 1) { totalCount } }" });

  expect(answer).toMatchObject(refused);
});

test("a signature does not fit another body, other rights, an unknown organisation", async () => {
  const otherBody = await askSigned("province", someRows, { sentBody: `${someRows} ` });
  const otherRights = await askSigned("province", someRows, { rightsKey: "base-0:EMERGENCY" });
  const unknown = await askSigned("nobody", someRows);

  expect([otherBody, unknown]).toEqual(
    [1, 2].map(() => expect.objectContaining(refused) as unknown),
  );
  expect(otherRights).toMatchObject({
    status: 503,
    body: expect.stringContaining("POLICY_CHANGED") as unknown,
  });
});

test("a signed request is answered, and says itself which subgraph it is", async () => {
  const rows = await askSigned("province", someRows);
  const service = await askSigned("province", '{"query":"{ _service { sdl } }"}');

  expect(rows.status).toBe(200);
  expect(rows.body).toContain("clm_");
  expect(service.body).toContain("https://specs.apollo.dev/federation/v2.");
});

test("entities out of the caller's scope are null, whatever is known of their id", async () => {
  const all = Array.from({ length: rowsPerTable }, (_, n) => ({
    __typename: "Claim",
    id: idOf("Claim", n),
  }));
  const unknown = { __typename: "Claim", id: "clm_00000000000000000000" };

  const { json } = await askSigned("insurer", entities("... on Claim { id }", unknown, ...all));

  const rows = (json.data as { _entities: ({ id: string } | null)[] })._entities;
  const listed = await askSigned("insurer", '{"query":"{ claims { nodes { id } } }"}');
  const own = JSON.parse(listed.body) as { data: { claims: { nodes: { id: string }[] } } };
  const seen = rows.flatMap((row) => (row ? [row.id] : []));
  expect(rows[0]).toBeNull();
  expect(seen.sort()).toEqual(own.data.claims.nodes.map(({ id }) => id).sort());
  expect(seen.length).toBeGreaterThan(0);
  expect(seen.length).toBeLessThan(rowsPerTable);
});

test("what the matrix denies is denied through entities too", async () => {
  const asked = entities("... on Claim { assessedOtherFen }", {
    __typename: "Claim",
    id: idOf("Claim", 1),
  });

  const { json } = await askSigned("province", asked);

  expect(json.data).toBeUndefined();
  expect(json.errors?.[0]?.extensions).toMatchObject({
    code: "FORBIDDEN",
    field: "Claim.assessedOtherFen",
  });
});

test("a field nobody may know of does not exist through entities either", async () => {
  const asked = entities("... on Casualty { name }", reference("Casualty"));

  const denied = await askSigned("association", asked);
  const absent = await askSigned("association", asked.replace("{ name }", "{ nope }"));

  const shape = ({ json }: typeof denied): unknown =>
    Object.keys(json.errors?.[0]?.extensions ?? {});
  expect(denied.json.errors?.[0]?.extensions).toMatchObject({ code: "GRAPHQL_VALIDATION_FAILED" });
  expect(denied.status).toBe(absent.status);
  expect(shape(denied)).toEqual(expect.arrayContaining(["reason", "code", "zh", "en"]));
});

test.each<[string, unknown, string]>([
  ["of a malformed id", { __typename: "Claim", id: "1 OR 1" }, "BAD_ID"],
  ["of an id of another type", { __typename: "Claim", id: idOf("Policy", 1) }, "BAD_ID"],
  ["without an id", { __typename: "Claim" }, "BAD_USER_INPUT"],
  ["of a type of the schema that is no entity", { __typename: "PageInfo" }, "BAD_USER_INPUT"],
  ["of the root", { __typename: "Query", id: "x" }, "BAD_USER_INPUT"],
  ["of a type it only refers to", reference("Organisation"), "BAD_USER_INPUT"],
  ["of a type it does not have", reference("Hazard"), "BAD_USER_INPUT"],
  ["that is text", "Claim", "BAD_USER_INPUT"],
])("a representation %s is refused", async (_title, representation, code) => {
  const asked = entities("__typename", reference("Claim"), representation);

  const { json } = await askSigned("province", asked);

  expect(json.errors?.map((error) => error.extensions)).toEqual([
    expect.objectContaining({ code }),
  ]);
  expect(json.data).toBeNull();
});

function reference(type: string): { __typename: string; id: string } {
  return { __typename: type, id: idOf(type, 1) };
}

test("a reference to a row whose ids one may not read is denied, whether or not it exists", async () => {
  const asked = (id: string): ReturnType<typeof askSigned> =>
    askSigned("finance-office", entities("__typename", { __typename: "Casualty", id }));

  const existing = await asked(idOf("Casualty", 1));
  const invented = await asked(idOf("Casualty", 999));

  expect(existing.json.errors?.[0]?.extensions).toMatchObject({
    ...{ code: "FORBIDDEN", field: "Casualty.id", mention: "SELECT" },
  });
  expect(invented.body).toBe(existing.body);
});
