import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { anchorDirectory, type Anchor } from "../../src/access/log/anchor-file";
import { trusted } from "../../src/database/sql";
import { startHub } from "../../src/server/start-hub";
import { givenHub, type TestHub } from "../setup/hub";
import {
  entriesOnce,
  faultsOf,
  givenLoggedWorld,
  periods,
  premiums,
  tamper,
  verified,
} from "./given-log";

/* What is kept outside the database: anchors, notes, keys. The tests go on from one another. */

let hub: TestHub;
let directory: string;
let notary: Anchor;

beforeAll(async () => {
  hub = await givenHub();
  await givenLoggedWorld(hub);
  directory = anchorDirectory(hub.config.directory, hub.databaseUrl);
  for (let i = 0; i < 8; i++) await hub.ask("FI", premiums);
  notary = (await verified(hub)).ends;
});
afterAll(() => hub.close());

/** The anchor once it is of this entry or a later one. */
async function anchored(seq: number): Promise<Anchor> {
  for (const until = performance.now() + 10_000; performance.now() < until;) {
    await new Promise((resolve) => setTimeout(resolve, 50));
    try {
      const text = readFileSync(join(directory, "anchor.json"), "utf8");
      const anchor = JSON.parse(text) as Anchor;
      if (anchor.seq >= seq) return anchor;
    } catch {
      continue;
    }
  }
  throw new Error(`no anchor of ${String(seq)}`);
}

it("a database put back whole is found by the anchor, and by a notary's note", async () => {
  const [head] = await hub.database.read(trusted("SELECT * FROM access_log_head"));
  await hub.ask("FI", premiums);
  await hub.ask("FI", premiums);
  const anchor = { ...(await anchored(10)), place: "anchor.json" };
  const later = { ...(await verified(hub)).ends, place: "notary" };
  await tamper(
    hub,
    "DELETE FROM access_log_entry WHERE seq > 8",
    `UPDATE access_log_head SET seq = 8, hash = '${String(head?.["hash"])}',
      mac = '${String(head?.["mac"])}'`,
  );

  expect(await faultsOf(hub)).toEqual([]);
  for (const note of [anchor, later])
    expect(await faultsOf(hub, [note])).toEqual([
      { kind: "ROLLED_BACK", seq: 10, place: note.place },
    ]);
  expect(await faultsOf(hub, [{ ...notary, place: "earlier" }])).toEqual([]);
  const forged = { ...notary, hash: "x".repeat(43), place: "forged" };
  expect(await faultsOf(hub, [forged])).toHaveLength(1);
});

it("the anchor stays as evidence when the hub goes on and passes it", async () => {
  for (let i = 0; i < 5; i++) await hub.ask("AU", premiums);
  await anchored(13);

  expect(readdirSync(directory).sort()).toEqual(["anchor-10-lost.json", "anchor.json"]);
});

it("an anchor that cannot be read is replaced", async () => {
  writeFileSync(join(directory, "anchor.json"), "{");
  await hub.ask("AU", premiums);

  expect((await anchored(14)).seq).toBe(14);
});

it("a hub whose secret changed goes on, and the former key verifies what was before", async () => {
  const changed = "k".repeat(40);
  await hub.ask("FI", periods);
  await entriesOnce(hub, 15);
  const second = await startHub({ ...hub.config, gatewayKey: changed }, hub.environment);
  const authorization = `Bearer ${await hub.token("FI")}`;
  const { status } = await fetch(`${second.url}/graphql`, {
    method: "POST",
    headers: { "content-type": "application/json", authorization },
    body: JSON.stringify({ query: premiums }),
  });
  await second.stop();

  expect(status).toBe(200);
  expect((await verified(hub, [], [changed])).faults).toEqual([]);
  expect(await faultsOf(hub)).toContainEqual({ kind: "UNKNOWN_KEY", seq: 16 });
});
