import fc from "fast-check";
import { givenHub, givenOrganisation, type TestHub } from "../setup/hub";
import { givenEnterprise, givenInsurer, givenPolicy } from "../setup/policies";

/* Relay pages: whatever the page size and direction, pages joined are the whole list. */

const seed = Number(process.env["FC_SEED"] ?? 20_260_715);
const count = 57;
let hub: TestHub;

beforeAll(async () => {
  hub = await givenHub();
  const { database } = hub;
  await givenOrganisation(database, "EM", "EMERGENCY");
  const insurerId = await givenInsurer(database, "A");
  const enterprises = [
    await givenEnterprise(database, "E1"),
    await givenEnterprise(database, "E2"),
  ];
  for (let i = 0; i < count; i++)
    await givenPolicy(
      database,
      { insurerId, enterpriseId: enterprises[i % 2] ?? "", key: `K${String(i)}` },
      // Few different days, so that ties are the rule.
      { start_date: `2026-01-0${String(1 + (i % 3))}` },
    );
});

afterAll(() => hub.close());

interface Page {
  nodes: { id: string }[];
  edges: { cursor: string }[];
  pageInfo: {
    hasNextPage: boolean;
    hasPreviousPage: boolean;
    startCursor: string;
    endCursor: string;
  };
}

const parts =
  "nodes { id } edges { cursor } pageInfo { hasNextPage hasPreviousPage startCursor endCursor }";

async function page(args: string): Promise<Page> {
  const { body } = await hub.ask("EM", `{ policies(${args}) { ${parts} } }`);
  return body.data?.["policies"] as Page;
}

async function everything(size: number, backward: boolean): Promise<string[]> {
  const ids: string[] = [];
  let cursor: string | null = null;
  for (;;) {
    const way: string = backward ? `last: ${String(size)}` : `first: ${String(size)}`;
    const from: string = cursor === null ? "" : `${backward ? "before" : "after"}: "${cursor}"`;
    const { nodes, pageInfo }: Page = await page(`${way} ${from}`);
    const read = nodes.map(({ id }) => id);
    if (backward) ids.unshift(...read);
    else ids.push(...read);
    if (!(backward ? pageInfo.hasPreviousPage : pageInfo.hasNextPage)) return ids;
    cursor = backward ? pageInfo.startCursor : pageInfo.endCursor;
  }
}

describe("a connection", () => {
  it(`joins to the whole list, forward and backward, in pages of any size (seed ${String(seed)})`, async () => {
    const whole = (await page("first: 1000")).nodes.map(({ id }) => id);
    expect(new Set(whole).size).toBe(count);

    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: 70 }), fc.boolean(), async (size, backward) => {
        expect(await everything(size, backward)).toEqual(whole);
      }),
      { seed, numRuns: 12 },
    );
  });

  it("continues after any row it named", async () => {
    const { edges, nodes } = await page("first: 1000");

    const rest = await page(`first: 1000 after: "${edges[20]?.cursor ?? ""}"`);

    expect(rest.nodes).toEqual(nodes.slice(21));
    expect(rest.pageInfo).toMatchObject({ hasNextPage: false, hasPreviousPage: true });
  });

  it("counts all visible rows, whatever the page", async () => {
    const { body } = await hub.ask("EM", "{ policies(first: 3) { totalCount } }");

    expect(body.data).toEqual({ policies: { totalCount: count } });
  });

  it("pages each parent's list on its own", async () => {
    const text = `{ enterprises { nodes { a: policies(first: 2) { totalCount nodes { id } pageInfo
      { hasNextPage } } b: policies(last: 1) { nodes { id } } all: policies(first: 100) { nodes
      { id } } } } }`;
    const { body } = await hub.ask("EM", text);

    type List = { totalCount: number; nodes: { id: string }[]; pageInfo: object };
    const { nodes } = body.data?.["enterprises"] as { nodes: { a: List; b: List; all: List }[] };
    expect(nodes).toHaveLength(2);
    for (const { a, b, all } of nodes) {
      expect(a.nodes).toEqual(all.nodes.slice(0, 2));
      expect(b.nodes).toEqual(all.nodes.slice(-1));
      expect(a.totalCount).toBe(all.nodes.length);
      expect(a.pageInfo).toEqual({ hasNextPage: true });
    }
  });

  it("refuses a cursor of another list, and a changed one", async () => {
    const { pageInfo } = await page("first: 2");
    const other = await hub.ask(
      "EM",
      `{ enterprises(after: "${pageInfo.endCursor}") { totalCount } }`,
    );
    const changed = `${pageInfo.endCursor.slice(0, -2)}AA`;
    const forged = await hub.ask("EM", `{ policies(after: "${changed}") { totalCount } }`);

    expect(other.body.errors?.[0]?.extensions["code"]).toBe("BAD_CURSOR");
    expect(forged.body.errors?.[0]?.extensions["code"]).toBe("BAD_CURSOR");
  });
});
