import { setTimeout as sleep } from "node:timers/promises";
import { ChainKey } from "../../src/access/log/chain-key";
import { expiredBefore } from "../../src/access/log/expired-entries";
import { purgeLog } from "../../src/access/log/purge-log";
import { trusted } from "../../src/database/sql";
import { openGatewayKey } from "../../src/server/authentication/gateway-key";
import { openLocalIssuer } from "../../src/server/authentication/local-issuer";
import { startHub, type RunningHub } from "../../src/server/start-hub";
import { givenHub, testNow, type TestHub } from "../setup/hub";
import { faultsOf, givenLoggedWorld, premiums, storedEntries, tamper, verified } from "./given-log";

const dayMs = 24 * 3_600_000;
const retentionDays = 1_095;

let hub: TestHub;
let purging: RunningHub;

beforeAll(async () => {
  hub = await givenHub();
  const { policies } = await givenLoggedWorld(hub);
  // Four entries of each day, of which the first is older than the log is kept.
  const days = [retentionDays + 1, retentionDays - 1, 0];
  for (const [i, ago] of days.entries()) {
    const now = (): Date => new Date(testNow.getTime() - ago * dayMs);
    const past = await startHub(hub.config, { ...hub.environment, now });
    const one = `{ policy(id: "${policies[i] ?? ""}") { writtenPremiumFen } }`;
    for (const query of [premiums, one, premiums, one]) await askAt(past.url, now(), query);
    await past.stop();
  }
  purging = await startHub(hub.config, hub.environment);
});
afterAll(async () => {
  await purging.stop();
  await hub.close();
});

async function askAt(url: string, now: Date, query: string): Promise<void> {
  const issuer = await openLocalIssuer(hub.config.directory);
  const token = await issuer.issue({
    clientId: "fi",
    audience: hub.config.audience,
    lifetimeSeconds: 600,
    now,
  });
  const { status } = await fetch(`${url}/graphql`, {
    method: "POST",
    headers: { "content-type": "application/json", authorization: `Bearer ${token}` },
    body: JSON.stringify({ query }),
  });
  expect(status).toBe(200);
}

async function purge(): Promise<number> {
  const key = new ChainKey(await openGatewayKey(hub.config));
  return purgeLog(hub.database, key, expiredBefore(testNow, retentionDays));
}

it("a hub removes what expired when it starts, and what is left still verifies", async () => {
  const until = performance.now() + 10_000;
  while ((await storedEntries(hub)).length > 8 && performance.now() < until) await sleep(50);

  const seqs = (await storedEntries(hub)).map(({ seq }) => Number(seq));

  expect(seqs).toEqual([5, 6, 7, 8, 9, 10, 11, 12]);
  const { faults, ends, subjectSets } = await verified(hub);
  expect(faults).toEqual([]);
  expect(ends).toMatchObject({ firstSeq: 5, seq: 12 });
  // The set of the first day's single policy went with its entries; that of all policies is in use.
  expect(subjectSets).toBe(3);
  const [sets] = await hub.database.read(trusted("SELECT COUNT(*) n FROM access_log_subject_set"));
  expect(Number(sets?.["n"])).toBe(3);
  expect(await purge()).toBe(0);
});

it("one more entry removed than expired is found", async () => {
  await tamper(hub, "DELETE FROM access_log_entry WHERE seq = 5");

  expect(await faultsOf(hub)).toContainEqual({ kind: "MISSING", from: 5, to: 5 });
});

it("nothing is removed behind a head that somebody altered", async () => {
  await tamper(hub, "UPDATE access_log_head SET first_seq = 6");

  await expect(purge()).rejects.toThrow("nothing was removed");
});
