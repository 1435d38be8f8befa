import { entityId } from "../../src/database/entity-id";
import { openLocalIssuer } from "../../src/server/authentication/local-issuer";
import { givenHub, givenOrganisation, testNow, type Answer, type TestHub } from "../setup/hub";
import { givenEnterprise, givenInsurer, givenPolicy } from "../setup/policies";

/*
 * Codes that look alike: in case, in width, with an accent, with a space behind. To the hub they
 * are other codes, as whom one asks and as what one asks for.
 */

const variants: readonly [string, (code: string) => string][] = [
  ["in the other case", (code) => code.toUpperCase()],
  [
    "with one letter in the other case",
    (code) => `${code[0]?.toUpperCase() ?? ""}${code.slice(1)}`,
  ],
  ["with an accent", (code) => code.replace("a", "á")],
  ["with a combining accent", (code) => code.replace("a", "a\u0301")],
  ["in full width", (code) => code.replace("a", "ａ")],
  ["in Cyrillic", (code) => code.replace("a", "а")],
  ["with a space behind", (code) => `${code} `],
  ["with a space in front", (code) => ` ${code}`],
  ["with an ideographic space behind", (code) => `${code}\u3000`],
  ["with a zero-width space", (code) => `${code}\u200b`],
  ["with a line feed behind", (code) => `${code}\n`],
  ["with a wildcard", (code) => code.replace("a", "%")],
  ["with a placeholder", (code) => code.replace("a", "_")],
  ["cut short", (code) => code.slice(0, -1)],
  ["with a NUL behind", (code) => `${code}\u0000`],
];

let hub: TestHub;

beforeAll(async () => {
  hub = await givenHub();
  const { database } = hub;
  // Insurer `ab-1` and one whose code and client differ from it by case alone.
  for (const code of ["ab-1", "AB-1"]) {
    const insurerId = await givenInsurer(database, code);
    await givenOrganisation(database, code, "INSURER", {
      insurer_id: insurerId,
      client_id: code,
    });
    const enterpriseId = await givenEnterprise(database, `E ${code}`, { obligated: 0 });
    await givenPolicy(database, { insurerId, enterpriseId, key: `K ${code}` });
  }
  await givenOrganisation(database, "em", "EMERGENCY");
});

afterAll(() => hub.close());

/** Asks with a token whose client id is exactly this. */
async function askAs(clientId: string, query: string): Promise<Answer> {
  const { directory, audience } = hub.config;
  const issuer = await openLocalIssuer(directory);
  const token = await issuer.issue({ clientId, audience, lifetimeSeconds: 600, now: testNow });
  const response = await fetch(`${hub.url}/graphql`, {
    method: "POST",
    headers: { "content-type": "application/json", authorization: `Bearer ${token}` },
    body: JSON.stringify({ query }),
  });
  const text = await response.text();
  return { status: response.status, text, body: JSON.parse(text) as Answer["body"] };
}

const ownPolicies = "{ policies { totalCount nodes { policyNo } } }";

describe("a client id", () => {
  it.each(variants)(
    "%s is nobody, or whose it is, but never who it looks like",
    async (_t, vary) => {
      const looksLike = vary("ab-1");
      const answer = await askAs(looksLike, ownPolicies).catch(() => null);

      // A client id that a token cannot carry gets no token.
      if (!answer) return;
      expect(answer.text).not.toContain("PN-K ab-1");
      if (looksLike === "AB-1") expect(answer.text).toContain("PN-K AB-1");
      else {
        const nobody = await askAs(vary("az-9"), ownPolicies);
        expect([answer.status, answer.text]).toEqual([nobody.status, nobody.text]);
        expect(answer.status).toBe(401);
      }
    },
  );

  it("that differs from another's by case alone has its own rows, asked in any order", async () => {
    const answers: string[] = [];
    for (const client of ["ab-1", "AB-1", "ab-1", "AB-1"])
      answers.push((await askAs(client, ownPolicies)).text);

    expect(answers[0]).toContain('"PN-K ab-1"');
    expect(answers[1]).toContain('"PN-K AB-1"');
    expect(answers.slice(2)).toEqual(answers.slice(0, 2));
    expect(answers[0]).toContain('"totalCount":1');
  });
});

const lookups: readonly [string, (code: string) => string, string][] = [
  ["organisation", (code) => `{ x: organisation(code: ${text(code)}) { code } }`, "ab-1"],
  ["insurer", (code) => `{ x: insurer(orgCode: ${text(code)}) { orgCode } }`, "ab-1"],
  ["enterprise", (code) => `{ x: enterprise(uscc: ${text(code)}) { uscc } }`, "E ab-1"],
];

/** A GraphQL string; JSON's spelling is one. */
function text(code: string): string {
  return JSON.stringify(code);
}

describe.each(lookups)("the code of an %s", (_name, query, code) => {
  it.each(variants)("%s finds nothing, or what has exactly that code", async (_title, vary) => {
    const other = code.replace("ab-1", vary("ab-1"));

    const { body } = await hub.ask("em", query(other));

    const found = body.data?.["x"] as Record<string, string> | null | undefined;
    if (found) expect(Object.values(found)).toEqual([other]);
    else expect([body.data, body.errors]).toEqual([{ x: null }, undefined]);
    expect(Object.values(found ?? {})).not.toContain(code);
  });

  it("finds its own", async () => {
    const { body } = await hub.ask("em", query(code));

    expect(Object.values(body.data?.["x"] as object)).toEqual([code]);
  });
});

test.each(variants)("an id %s is malformed or unknown, whoever exists", async (_title, vary) => {
  const id = entityId("pol", entityId("ins", "ab-1"), "K ab-1");
  const other = `pol_${vary(`a${id.slice(5)}`)}`;

  const { body, text: shown } = await askAs("ab-1", `{ policy(id: ${text(other)}) { policyNo } }`);

  expect(shown).not.toContain("PN-K");
  expect(body.errors?.[0]?.extensions["code"] ?? "null").toMatch(/^(BAD_ID|null)$/);
});

test.each(["３４", "34 ", " 34", "34%", "3_", "%", "34\u0000"])(
  "a region written %s is no region",
  async (region) => {
    const own = await hub.ask("em", `{ coverage { obligatedUnits } }`);
    const { body } = await hub.ask(
      "em",
      `{ coverage(regionPrefix: ${text(region)}) { obligatedUnits } }`,
    );

    expect(own.body.errors).toBeUndefined();
    expect(body.errors?.map(({ extensions }) => extensions["code"])).toEqual(["BAD_USER_INPUT"]);
  },
);

test("none of it is counted as the hub's own mistake", () => {
  expect(hub.mistakes).toEqual([]);
});
