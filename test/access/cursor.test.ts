import { CursorKey } from "../../src/query/cursor";
import { givenHub, givenOrganisation, type Answer, type TestHub } from "../setup/hub";
import { givenEnterprise, givenInsurer, givenPolicy } from "../setup/policies";

const order = "Policy//startDate DESC";
const at = ["2026-01-02", "pol_0123456789abcdefghij"];
const key = new CursorKey(Buffer.alloc(32, 7));
const cursors = key.of("org_1");
const refusal = expect.objectContaining({ code: "BAD_CURSOR" }) as Error;

describe("a cursor", () => {
  const made = cursors.make(order, at);

  it("leads its organisation back to its place, on every instance with the key", () => {
    const elsewhere = new CursorKey(Buffer.alloc(32, 7)).of("org_1");

    expect(cursors.read(order, made)).toEqual(at);
    expect(elsewhere.make(order, at)).toBe(made);
  });

  it("shows nothing of the values it holds", () => {
    const bytes = Buffer.from(made, "base64url").toString("latin1");

    for (const value of at)
      for (const part of [value, value.slice(0, 4), value.slice(-6)])
        expect(bytes).not.toContain(part);
    expect(cursors.make(order, ["2026-01-03", at[1] ?? ""]).slice(0, 30)).not.toBe(
      made.slice(0, 30),
    );
  });

  it.each([
    ["of another organisation", key.of("org_2").make(order, at)],
    ["of another order", cursors.make("Policy//signedOn DESC", at)],
    ["of another hub", new CursorKey(Buffer.alloc(32, 8)).of("org_1").make(order, at)],
    ["that was invented", "A".repeat(made.length)],
    ["that was cut off", made.slice(0, -2)],
    ["with more behind it", `${made}AA`],
    ["in another spelling", `${made}=`],
    ["with a space in it", `${made.slice(0, 5)} ${made.slice(5)}`],
    ["of nothing", ""],
    ["without end", "A".repeat(100_000)],
  ])("%s is refused", (_title, cursor) => {
    expect(() => cursors.read(order, cursor)).toThrow(refusal);
  });

  it("is refused whichever of its characters is changed", () => {
    for (let i = 0; i < made.length; i++)
      for (const other of "AQgw_-9z") {
        if (made[i] === other) continue;
        const changed = `${made.slice(0, i)}${other}${made.slice(i + 1)}`;
        expect(() => cursors.read(order, changed)).toThrow(refusal);
      }
  });

  it("holds the longest name a list is ordered by", () => {
    const longest = ["保".repeat(200), at[1] ?? ""];

    expect(cursors.read(order, cursors.make(order, longest))).toEqual(longest);
  });
});

describe("over HTTP", () => {
  let hub: TestHub;

  beforeAll(async () => {
    hub = await givenHub();
    const { database } = hub;
    // Equal in everything but who they are: same type, same region, same rows.
    for (const code of ["EM1", "EM2"]) await givenOrganisation(database, code, "EMERGENCY");
    const insurerId = await givenInsurer(database, "A");
    const enterpriseId = await givenEnterprise(database, "E1");
    for (const n of [1, 2, 3])
      await givenPolicy(database, { insurerId, enterpriseId, key: `K${String(n)}` });
  });

  afterAll(() => hub.close());

  const lists: readonly [string, (args: string) => string, (data: unknown) => string][] = [
    [
      "a root list",
      (args) => `{ policies(${args}) { edges { cursor node { id } } } }`,
      (data) =>
        (data as { policies: { edges: { cursor: string }[] } }).policies.edges[0]?.cursor ?? "",
    ],
    [
      "a list below",
      (args) => `{ enterprises { nodes { policies(${args}) { edges { cursor node { id } } } } } }`,
      (data) =>
        (data as { enterprises: { nodes: { policies: { edges: { cursor: string }[] } }[] } })
          .enterprises.nodes[0]?.policies.edges[0]?.cursor ?? "",
    ],
  ];

  async function continued(
    code: string,
    query: (args: string) => string,
    after: string,
  ): Promise<Answer> {
    return hub.ask(code, query(`after: "${after}"`));
  }

  it.each(lists)("%s continues for who was given the cursor", async (_title, query, cursorOf) => {
    const first = await hub.ask("EM1", query("first: 1"));

    const rest = await continued("EM1", query, cursorOf(first.body.data));

    expect(rest.body.errors).toBeUndefined();
    expect(rest.text.match(/"pol_/g)).toHaveLength(2);
  });

  it.each(lists)(
    "%s takes another organisation's cursor for an invented one, to the byte",
    async (_title, query, cursorOf) => {
      const foreign = cursorOf((await hub.ask("EM1", query("first: 1"))).body.data);

      const answer = await continued("EM2", query, foreign);
      const invented = await continued("EM2", query, "A".repeat(foreign.length));

      expect(answer.body.errors?.map(({ extensions }) => extensions["code"])).toEqual([
        "BAD_CURSOR",
      ]);
      expect([answer.status, answer.text]).toEqual([invented.status, invented.text]);
    },
  );
});
