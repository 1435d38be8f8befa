import "reflect-metadata";
import { baseRights } from "../../src/access/rights";
import { Database } from "../../src/database/database";
import { entityId } from "../../src/database/entity-id";
import { sql, trusted, valueList } from "../../src/database/sql";
import { openGatewayKey } from "../../src/server/authentication/gateway-key";
import { createSigner, signatureHeader } from "../../src/server/gateway/signature";
import { startSubgraph } from "../../src/server/gateway/start-subgraph";
import {
  givenDirectory,
  givenFilledDatabase,
  givenHub,
  now,
  post,
  type Answer,
  type GivenHub,
} from "../federation/given-hub";
import { callers } from "../federation/given-organisations";
import { idOf, rowsPerTable } from "../federation/given-rows";
import type { TestDatabase } from "../setup/database";

/* Forged entity references and subgraph requests: nothing is learnt of rows that are hidden. */

const directory = givenDirectory();
let database: TestDatabase;
let subgraph: GivenHub;
let key: string;
/** Of the insurer's claims one, and of the others' all. */
let own: string;
let foreign: string[];

beforeAll(async () => {
  database = await givenFilledDatabase();
  subgraph = await givenHub(directory.path, database, (config, environment) =>
    startSubgraph(config, environment, "claims"),
  );
  key = await openGatewayKey(subgraph.config);
  const listed = await ask("insurer", "{ claims(first: 1000) { nodes { id } } }");
  const { claims } = (JSON.parse(listed.body) as { data: { claims: { nodes: { id: string }[] } } })
    .data;
  const mine = new Set(claims.nodes.map(({ id }) => id));
  own = claims.nodes[0]?.id ?? "";
  foreign = Array.from({ length: rowsPerTable }, (_, n) => idOf("Claim", n)).filter(
    (id) => !mine.has(id),
  );
});

afterAll(async () => {
  await subgraph.stop();
  await database.drop();
  directory.remove();
});

async function signatureFor(code: string, body: string): Promise<Record<string, string>> {
  const type = callers.find((caller) => caller.code === code)?.type ?? "AUDITOR";
  const signed = {
    subgraph: "claims",
    organisationId: entityId("org", code),
    person: code,
    rightsKey: baseRights(type).key,
    body,
  };
  return { [signatureHeader]: await createSigner(key)(signed, now) };
}

async function ask(code: string, query: string, variables?: object): Promise<Answer> {
  const body = JSON.stringify({ query, variables });
  return post(subgraph.url, await signatureFor(code, body), body);
}

const entities =
  "query ($r: [_Any!]!) { _entities(representations: $r) { __typename ... on Claim { id claimNo version } } }";

function claim(id: string, more: object = {}): object {
  return { __typename: "Claim", id, ...more };
}

/** References of which some are to hidden rows, in the forms in which one might try. */
function attempts(): Record<string, object[]> {
  const hidden = foreign[0] ?? "";
  const unknown = "clm_00000000000000000000";
  return {
    "own, then foreign": [claim(own), claim(hidden)],
    "foreign, then own": [claim(hidden), claim(own)],
    "own between foreign": [claim(hidden), claim(own), claim(foreign[1] ?? "")],
    "foreign beside unknown": [claim(hidden), claim(unknown), claim(hidden)],
    "foreign twice": [claim(hidden), claim(hidden)],
    "all of them": foreign.map((id) => claim(id)),
    "a thousand times": Array.from({ length: 1000 }, (_, i) =>
      claim(foreign[i % foreign.length] ?? ""),
    ),
    "with a forged owner": [claim(hidden, { insurerId: idOf("Insurer", 3), regionCode: "340104" })],
    "with forged values": [claim(hidden, { claimNo: "x", version: 7, voided: false })],
    "with forged values of its own": [claim(own, { claimNo: "forged", version: 99 })],
    "with a nested reference": [claim(hidden, { policy: { id: idOf("Policy", 1) }, id: own })],
  };
}

describe("a reference to a hidden row", () => {
  const before = new Map<string, Answer>();
  const after = new Map<string, Answer>();

  beforeAll(async () => {
    for (const [title, r] of Object.entries(attempts()))
      before.set(title, await ask("insurer", entities, { r }));
    const rows = new Database(database.url);
    await rows.transaction(async (t) => {
      await t.execute(trusted("SET foreign_key_checks = 0"));
      await t.execute(sql`DELETE FROM claim WHERE id IN (${valueList(foreign)})`);
    });
    await rows.close();
    for (const [title, r] of Object.entries(attempts()))
      after.set(title, await ask("insurer", entities, { r }));
  });

  it("is answered the same to the byte when the row does not exist", () => {
    expect([...before]).toEqual([...after]);
    expect(before.size).toBeGreaterThan(9);
  });

  it("is null where it stands, and own rows are answered as they are stored", () => {
    const answered = (title: string): unknown[] => {
      const { data } = JSON.parse(before.get(title)?.body ?? "{}") as {
        data: { _entities: unknown[] };
      };
      return data._entities;
    };
    const row = expect.objectContaining({ __typename: "Claim", id: own }) as unknown;

    expect(foreign.length).toBeGreaterThan(3);
    expect(answered("own, then foreign")).toEqual([row, null]);
    expect(answered("foreign, then own")).toEqual([null, row]);
    expect(answered("own between foreign")).toEqual([null, row, null]);
    expect(answered("foreign beside unknown")).toEqual([null, null, null]);
    expect(answered("with a forged owner")).toEqual([null]);
    expect(new Set(answered("a thousand times"))).toEqual(new Set([null]));
    expect(JSON.stringify(answered("with forged values of its own"))).not.toMatch(/forged|99/);
  });
});

test.each<[string, unknown]>([
  ["the type __proto__", { __typename: "__proto__", id: "x" }],
  ["the type constructor", { __typename: "constructor", id: "x" }],
  ["a type in the other case", { __typename: "claim", id: "clm_00000000000000000000" }],
  ["a type with a space behind", { __typename: "Claim ", id: "clm_00000000000000000000" }],
  ["the root of mutations", { __typename: "Mutation", id: "x" }],
  ["the union of entities", { __typename: "_Entity", id: "x" }],
  ["a type that is a list", { __typename: ["Claim"], id: "clm_00000000000000000000" }],
  ["an id that is a list", { __typename: "Claim", id: ["clm_00000000000000000000"] }],
  ["an id in the other case", { __typename: "Claim", id: "CLM_00000000000000000000" }],
  ["an id with a space behind", { __typename: "Claim", id: "clm_00000000000000000000 " }],
  ["an id in full width", { __typename: "Claim", id: "clm_００００" }],
  ["an id with SQL in it", { __typename: "Claim", id: "clm_' OR 1=1 -- 00000000" }],
  ["nothing", null],
  ["a list", [{ __typename: "Claim", id: "clm_00000000000000000000" }]],
  ["a number", 1],
])("a reference of %s refuses the request with a code", async (_title, reference) => {
  for (const r of [[reference], [claim(own), reference], [reference, claim(own)]]) {
    const { body } = await ask("insurer", entities, { r });

    const answer = JSON.parse(body) as {
      data?: unknown;
      errors: { extensions: { code: string } }[];
    };
    expect(answer.errors.map(({ extensions }) => extensions.code)).toEqual([
      expect.stringMatching(/^(BAD_USER_INPUT|BAD_ID)$/),
    ]);
    expect(answer.data ?? null).toBeNull();
  }
});

test("a signed request counts once, as it was signed, whoever sends it", async () => {
  const body = JSON.stringify({ query: "{ claims(first: 1) { totalCount } }" });
  const headers = await signatureFor("insurer", body);
  const changed = body.replace("first: 1", "first: 9");

  const answers = [
    await post(subgraph.url, headers, changed),
    await post(subgraph.url, headers, body),
    await post(subgraph.url, headers, body),
    await post(subgraph.url, headers, changed),
  ];

  expect(answers.map(({ status }) => status)).toEqual([401, 200, 401, 401]);
  expect(answers[2]?.body).toBe(answers[0]?.body);
  expect(answers[3]?.body).toBe(answers[0]?.body);
});

describe("what level 4 hides", () => {
  const query = (type: string, name: string): string =>
    `query ($r: [_Any!]!) { _entities(representations: $r) { ... on ${type} { ${name} } } }`;
  const forms: [string, string, string, string][] = [
    ["association", "Casualty", "name", "nam0"],
    ["association", "Casualty", "idNumber", "idNumbe0"],
    ["province", "Casualty", "documents", "document0"],
    ["association", "ClaimPayment", "payee", "paye0"],
  ];

  it.each(forms)("from %s of %s.%s is a made-up name through entities", async (...form) => {
    const [code, type, name, madeUp] = form;
    const variables = { r: [{ __typename: type, id: idOf(type, 1) }] };

    const hidden = await ask(code, query(type, name), variables);
    const unknown = await ask(code, query(type, madeUp), variables);

    expect(hidden.status).toBe(400);
    expect(hidden.body).toContain("GRAPHQL_VALIDATION_FAILED");
    expect(hidden).toEqual({ ...unknown, body: unknown.body.replaceAll(madeUp, name) });
  });
});

test("a subgraph shows of its slice what the caller may use, and of the union of entities", async () => {
  const types =
    '{ __schema { types { name fields { name } } } __type(name: "_Entity") { possibleTypes { name } } }';

  const toInsurer = await ask("insurer", types);
  const toAssociation = await ask("association", types);
  const toProvince = await ask("province", types);

  expect(toInsurer.body).toContain('"documents"');
  expect(toProvince.body).toContain('"Casualty"');
  expect(toProvince.body).not.toContain('"documents"');
  for (const name of ["Casualty", "Claim", "ClaimPayment", "claimNo", "payee"])
    expect(toAssociation.body).not.toContain(`"${name}"`);
  for (const { body } of [toInsurer, toProvince]) expect(body).toContain('"_entities"');
});

test("none of it is counted as the subgraph's own mistake", () => {
  expect(subgraph.mistakes).toEqual([]);
});
