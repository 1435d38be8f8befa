import { actsOn, givenGrantHubs, startMsMax, type GrantHubs } from "./given-grants";

/* A list must not be in the order of a field its reader lost. */

let hubs: GrantHubs;
beforeAll(async () => {
  hubs = await givenGrantHubs();
}, startMsMax);
afterAll(() => hubs.close());

interface Page {
  nodes: { id: string }[];
  pageInfo: { hasNextPage: boolean; endCursor: string };
}

async function page(after: string | null): Promise<Page | undefined> {
  const query = `query($after: String) { claims(first: 3, after: $after) {
    nodes { id } pageInfo { hasNextPage endCursor } } }`;
  const { body } = await hubs.ask("DEMO-EM-34", query, { after });
  return body.data?.["claims"] as Page | undefined;
}

test("who loses the field a list is ordered by gets the list by id, page by page", async () => {
  const before = await page(null);
  const acts = actsOn(hubs.ask);
  await acts.narrow("DEMO-FI-34", "DEMO-EM-34", { field: "Claim.accidentAt" });

  const ids: string[] = [];
  let at: Page | undefined = await page(null);
  for (; at; at = at.pageInfo.hasNextPage ? await page(at.pageInfo.endCursor) : undefined)
    ids.push(...at.nodes.map((node) => node.id));
  const stale = await page(before?.pageInfo.endCursor ?? "");

  expect(ids.length).toBeGreaterThan(3);
  expect(ids).toEqual([...ids].sort());
  expect(new Set(ids).size).toBe(ids.length);
  expect(before?.nodes.map((node) => node.id)).not.toEqual(ids.slice(0, 3));
  // A cursor made in the lost order would tell where its row stands in it.
  expect(stale).toBeUndefined();
});
