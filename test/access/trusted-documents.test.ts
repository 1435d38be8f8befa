import { createHash } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import { startFederated } from "../../src/server/gateway/start-federated";
import { startHub } from "../../src/server/start-hub";
import { givenHub, givenOrganisation, type Answer, type TestHub } from "../setup/hub";

const document = "query Portal($n: Int) { enterprises(first: $n) { totalCount } }";
const other = "{ enterprises { totalCount } }";
const register = `mutation($name: String!, $document: String!) {
  registerDocument(name: $name, document: $document) { id digest name retiredAt } }`;
const only = "mutation($only: Boolean!) { answerOnlyRegistered(only: $only) }";
/** Longer than a change may take to be noticed. */
const noticedMs = 1_100;

function digestOf(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}

describe.each([
  ["hub", startHub],
  ["gateway", startFederated],
])("registered documents at the %s", (_name, start) => {
  let hub: TestHub;
  let registered: Record<string, string>;

  beforeAll(async () => {
    hub = await givenHub(start);
    for (const code of ["PORTAL", "OTHER", "STRICT"])
      await givenOrganisation(hub.database, code, "EMERGENCY");
    const answer = await hub.ask("PORTAL", register, { name: "units", document });
    registered = answer.body.data?.["registerDocument"] as Record<string, string>;
  });

  afterAll(() => hub.close());

  async function send(code: string, body: object): Promise<Answer> {
    const response = await fetch(`${hub.url}/graphql`, {
      method: "POST",
      headers: {
        "content-type": "application/json",
        authorization: `Bearer ${await hub.token(code)}`,
      },
      body: JSON.stringify(body),
    });
    const text = await response.text();
    return { status: response.status, text, body: JSON.parse(text) as Answer["body"] };
  }

  const byDigest = (text: string, more: object = {}): object => ({
    ...more,
    extensions: { persistedQuery: { version: 1, sha256Hash: digestOf(text) } },
  });
  const codeOf = ({ status, body }: Answer): unknown =>
    body.errors ? [status, body.errors[0]?.extensions["code"]] : body.data;

  it("are answered by their digest, with variables, like the document itself", async () => {
    expect(registered).toMatchObject({ digest: digestOf(document), name: "units" });
    const answers = [
      await send("PORTAL", byDigest(document, { variables: { n: 3 } })),
      await send("PORTAL", { query: document, variables: { n: 3 } }),
      await send("PORTAL", byDigest(document, { query: document, variables: { n: 3 } })),
    ];

    expect(new Set(answers.map(({ text }) => text)).size).toBe(1);
    expect(answers.map(codeOf)[0]).toEqual({ enterprises: { totalCount: 0 } });
  });

  it("are their organisation's own: another is told what is told of unknown ones", async () => {
    const [known, unknown] = [
      await send("OTHER", byDigest(document)),
      await send("OTHER", byDigest("{ __typename }")),
    ];

    expect(codeOf(known)).toEqual([404, "PERSISTED_QUERY_NOT_FOUND"]);
    expect(known.text).toBe(unknown.text);
    const list = "{ trustedDocuments { totalCount nodes { digest } } }";
    expect(codeOf(await hub.ask("OTHER", list))).toEqual({
      trustedDocuments: { totalCount: 0, nodes: [] },
    });
  });

  it("are not registered by being sent with their digest", async () => {
    expect(codeOf(await send("OTHER", byDigest(other, { query: other })))).toEqual({
      enterprises: { totalCount: 0 },
    });
    expect(codeOf(await send("OTHER", byDigest(other)))).toEqual([
      404,
      "PERSISTED_QUERY_NOT_FOUND",
    ]);
  });

  it("are refused under a digest that is not theirs", async () => {
    expect(codeOf(await send("PORTAL", byDigest(document, { query: other })))).toEqual([
      400,
      "BAD_USER_INPUT",
    ]);
  });

  it.each([
    ["unknown fields", "{ nothing }"],
    ["no syntax", "{"],
    ["two operations", "query A { __typename } query B { __typename }"],
    ["a fragment bomb", `{ ${"a { ".repeat(60)} b ${"}".repeat(60)} }`],
  ])("with %s are not taken", async (_what, bad) => {
    const answer = await hub.ask("PORTAL", register, { name: "bad", document: bad });
    expect(answer.body.errors?.[0]?.extensions["code"]).toMatch(/^(BAD_USER_INPUT|DOCUMENT_)/);
  });

  it("give no rights: the decision is made whenever they are asked", async () => {
    const secret = "{ policies { nodes { writtenPremiumFen } } }";
    await hub.ask("PORTAL", register, { name: "premiums", document: secret });

    expect(codeOf(await send("PORTAL", byDigest(secret)))).toEqual([403, "FORBIDDEN"]);
  });

  it("are no longer answered once retired, and are again once registered anew", async () => {
    const retire = `mutation($id: ID!) { retireDocument(id: $id) { retiredAt } }`;
    const again = "{ regions { totalCount } }";
    const { body } = await hub.ask("PORTAL", register, { name: "regions", document: again });
    const { id } = body.data?.["registerDocument"] as { id: string };
    await send("PORTAL", byDigest(again));

    expect(codeOf(await hub.ask("OTHER", retire, { id }))).toEqual({ retireDocument: null });
    await hub.ask("PORTAL", retire, { id });
    await sleep(noticedMs);
    expect(codeOf(await send("PORTAL", byDigest(again)))).toEqual([
      404,
      "PERSISTED_QUERY_NOT_FOUND",
    ]);
    await hub.ask("PORTAL", register, { name: "regions", document: again });
    await sleep(noticedMs);
    expect(codeOf(await send("PORTAL", byDigest(again)))).toEqual({ regions: { totalCount: 0 } });
  });

  it("are all that is answered once the organisation says so", async () => {
    await hub.ask("STRICT", register, { name: "units", document });
    await hub.ask("STRICT", only, { only: true });
    await sleep(noticedMs);

    const refused = [403, "DOCUMENT_NOT_REGISTERED"];
    expect(codeOf(await send("STRICT", byDigest(document)))).toEqual({
      enterprises: { totalCount: 0 },
    });
    expect(codeOf(await send("STRICT", { query: document }))).toEqual({
      enterprises: { totalCount: 0 },
    });
    for (const query of [other, only, register, "{ __schema { types { name } } }", ""])
      expect(codeOf(await send("STRICT", { query, variables: { only: false } }))).toEqual(refused);
    expect(codeOf(await send("STRICT", {}))).toEqual(refused);
    expect(codeOf(await send("OTHER", { query: other }))).toEqual({
      enterprises: { totalCount: 0 },
    });
  });
});
