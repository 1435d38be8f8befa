import { givenHub, type TestHub } from "../setup/hub";
import { askFor, entryFor, givenLoggedWorld, type LoggedWorld } from "./given-log";

/* Who read what, told to those it is about and to nobody else, against a list kept by hand. */

let hub: TestHub;
let world: LoggedWorld;
/** What was asked: by whom, under which purpose, and about whom. */
const asked: { by: string; purpose: string; about: string[] }[] = [];

beforeAll(async () => {
  hub = await givenHub();
  world = await givenLoggedWorld(hub);
  const { insurers, enterprises, policies } = world;
  const all = [...insurers, ...enterprises];
  const operations: [by: string, query: string, about: string[]][] = [
    ["FI", "{ policies { nodes { writtenPremiumFen } } }", all],
    ["FI", `{ policy(id: "${policies[2]}") { startDate } }`, [insurers[1], enterprises[1]]],
    ["AU", "{ policies(first: 0) { totalCount } }", []],
    ["EM", `{ enterprise(id: "${enterprises[0]}") { name } }`, [enterprises[0]]],
    [
      "EM",
      `{ enterprise(id: "${enterprises[0]}") { policies { nodes { policyNo } } } }`,
      [enterprises[0], insurers[0]],
    ],
    ["EM", "{ policies { nodes { writtenPremiumFen } } }", []],
    ["IN-0", "{ policies { nodes { policyNo } } }", [insurers[0], ...enterprises]],
    ["IN-1", "{ policies { nodes { enterprise { uscc } } } }", [insurers[1], enterprises[1]]],
    ["EN-1", "{ policies { nodes { policyNo insurer { name } } } }", [enterprises[1], ...insurers]],
    ["AS", "{ policies { nodes { policyNo } } }", []],
    ["AU", "{ regions { nodes { code } } }", []],
    ["AU", "{ insurers { nodes { name } } }", [...insurers]],
  ];
  for (const [i, [by, query, about]] of operations.entries()) {
    const purpose = `${String(i)} ${query}`;
    await askFor(hub, by, query, purpose);
    await entryFor(hub, purpose);
    asked.push({ by, purpose, about });
  }
});
afterAll(() => hub.close());

type Nodes = Record<string, unknown>[];

/** All of a list, three rows a page. */
async function listed(code: string, field: string, select: string): Promise<Nodes> {
  const nodes: Nodes = [];
  for (let after: string | null = null; ;) {
    const query = `query($after: String) { list: ${field}(first: 3, after: $after) {
      nodes { ${select} } pageInfo { hasNextPage endCursor } } }`;
    const { body, text } = await hub.ask(code, query, { after });
    const list = body.data?.["list"] as
      { nodes: Nodes; pageInfo: { hasNextPage: boolean; endCursor: string } } | undefined;
    if (!list) throw new Error(text);
    nodes.push(...list.nodes);
    if (!list.pageInfo.hasNextPage) return nodes;
    after = list.pageInfo.endCursor;
  }
}

const registryIds = (): Record<string, string> => ({
  "IN-0": world.insurers[0],
  "IN-1": world.insurers[1],
  "EN-0": world.enterprises[0],
  "EN-1": world.enterprises[1],
});

describe("whoReadMyData", () => {
  it.each(["IN-0", "IN-1", "EN-0", "EN-1"])("tells %s of exactly its readers", async (code) => {
    const own = registryIds()[code] ?? "";

    const told = await listed(code, "whoReadMyData", "organisationCode purpose");

    const expected = asked
      .filter(({ by, about }) => by !== code && about.includes(own))
      .map(({ by, purpose }) => ({ organisationCode: by, purpose }));
    const order = (a: object, b: object): number =>
      JSON.stringify(a) < JSON.stringify(b) ? -1 : 1;
    expect(told.filter(({ purpose }) => purpose !== null).sort(order)).toEqual(
      expected.sort(order),
    );
    expect(expected.length).toBeGreaterThan(1);
  });

  it("says which fields were asked for and when, and no count of anything", async () => {
    const [told] = (
      await listed(
        "IN-1",
        "whoReadMyData",
        "at organisationCode organisationName organisationType purpose fields labels policyVersion",
      )
    ).filter(({ purpose }) => String(purpose).startsWith("0 "));

    expect(told).toEqual({
      at: "2026-07-15T04:00:00.000000Z",
      organisationCode: "FI",
      organisationName: "组织FI",
      organisationType: "FINANCIAL",
      purpose: asked[0]?.purpose,
      fields: ["Policy.writtenPremiumFen"],
      labels: ["price"],
      policyVersion: "base-1",
    });
    const { body } = await hub.ask("IN-1", "{ whoReadMyData { nodes { cells { cells } } } }");
    expect(body.errors?.[0]?.extensions["code"]).toBe("GRAPHQL_VALIDATION_FAILED");
  });

  it("names fields whether or not the rows of others had any of them", async () => {
    const query = "{ policies { nodes { policyNo claims { nodes { cause } } } } }";
    await askFor(hub, "FI", query, "no claims");

    const [told] = (await listed("EN-0", "whoReadMyData", "purpose fields")).filter(
      ({ purpose }) => purpose === "no claims",
    );
    expect(told?.["fields"]).toEqual(["Claim.cause", "Policy.claims", "Policy.policyNo"]);
  });

  it.each(["FI", "EM", "AU"])("tells %s, whom no row is about, of none", async (code) => {
    expect(await listed(code, "whoReadMyData", "id")).toEqual([]);
  });
});

describe("accessLog", () => {
  it.each(["FI", "EM", "AU", "IN-0", "IN-1", "EN-1"])("gives %s its own entries", async (code) => {
    const told = await listed(code, "accessLog", "purpose");

    const given = told.map(({ purpose }) => purpose).filter((purpose) => purpose !== null);
    const own = asked.filter(({ by }) => by === code).map(({ purpose }) => purpose);
    expect(given).toEqual(expect.arrayContaining(own));
    expect(given.filter((purpose) => purpose !== "no claims").sort()).toEqual(own.sort());
  });

  it("logs its own reading, too", async () => {
    const first = await listed("EN-0", "accessLog", "id");
    const second = await listed("EN-0", "accessLog", "id");

    expect(second.length).toBeGreaterThan(first.length);
  });

  it("is closed to an association, and so is whoReadMyData", async () => {
    for (const field of ["accessLog", "whoReadMyData"]) {
      const { body } = await hub.ask("AS", `{ ${field} { nodes { id } } }`);
      expect(body.data ?? null).toBeNull();
      expect(body.errors?.[0]?.extensions).toMatchObject({ code: "FORBIDDEN", label: "audit" });
    }
  });

  it("says what was denied and which values were delivered", async () => {
    const [denied] = (
      await listed("EM", "accessLog", "outcome purpose errorCodes denials { field mention } level")
    ).filter(({ outcome }) => outcome === "DENIED");

    expect(denied).toEqual({
      outcome: "DENIED",
      purpose: asked[5]?.purpose,
      errorCodes: ["FORBIDDEN"],
      denials: [{ field: "Policy.writtenPremiumFen", mention: "SELECT" }],
      level: 0,
    });
    const read = await listed("IN-0", "accessLog", "purpose cells { field cells } subjectCount");
    expect(read.find(({ purpose }) => purpose === asked[6]?.purpose)).toEqual({
      purpose: asked[6]?.purpose,
      cells: [{ field: "Policy.policyNo", cells: 2 }],
      subjectCount: 3,
    });
  });
});
