import { ChainKey } from "../../src/access/log/chain-key";
import type { LogEntry } from "../../src/access/log/log-entry";
import { LogWriter } from "../../src/access/log/log-writer";
import { systemEntries } from "../../src/access/log/system-entries";
import { Database } from "../../src/database/database";
import { trusted } from "../../src/database/sql";
import { openGatewayKey } from "../../src/server/authentication/gateway-key";
import { givenHub, testNow, type TestHub } from "../setup/hub";
import {
  askFor,
  entriesOnce,
  entryFor,
  givenLoggedWorld,
  periods,
  premiums,
  storedEntries,
  tamper,
  verified,
} from "./given-log";

let hub: TestHub;

beforeAll(async () => {
  hub = await givenHub();
  await givenLoggedWorld(hub);
});
afterAll(() => hub.close());

const hide = "RENAME TABLE access_log_entry TO hidden_log_entry";
const show = "RENAME TABLE hidden_log_entry TO access_log_entry";

afterEach(async () => {
  const hidden = await hub.database.read(trusted("SHOW TABLES LIKE 'hidden_log_entry'"));
  if (hidden.length) await tamper(hub, show);
});

describe("while the log cannot be written", () => {
  it("data of level 3 are not served: a coded error, and nothing of the data", async () => {
    await tamper(hub, hide);

    const { status, text, body } = await hub.ask("FI", premiums);

    expect(status).toBe(503);
    expect(body.errors?.[0]?.extensions["code"]).toBe("AUDIT_UNAVAILABLE");
    expect(body).not.toHaveProperty("data");
    expect(text).not.toMatch(/1000000|单位/);
    expect(hub.mistakes).not.toEqual([]);
  });

  it("data of level 2 are served, and denials explained", async () => {
    await tamper(hub, hide);

    expect((await hub.ask("FI", periods)).status).toBe(200);
    expect((await hub.ask("EM", premiums)).body.errors?.[0]?.extensions["code"]).toBe("FORBIDDEN");
  });

  it("is told of once it can be written again: what was asked, and that it was not answered", async () => {
    await askFor(hub, "FI", premiums, "before");
    await tamper(hub, hide);
    await askFor(hub, "FI", premiums, "withheld");
    await askFor(hub, "FI", periods, "answered");
    await tamper(hub, show);

    const entry = await entryFor(hub, "answered");
    expect(entry).toMatchObject({ outcome: "ALLOWED", level: 2 });
    const withheld = await entryFor(hub, "withheld");
    expect(withheld).toMatchObject({
      outcome: "FAILED",
      level: 0,
      cells: "[]",
      subjects_digest: null,
      error_codes: '["AUDIT_UNAVAILABLE"]',
    });
    expect((await hub.ask("FI", premiums)).status).toBe(200);
    expect((await verified(hub)).faults).toEqual([]);
  });
});

describe("a log writer", () => {
  async function givenWriter(entries = 10_000): Promise<LogWriter> {
    const key = new ChainKey(await openGatewayKey(hub.config));
    const system = systemEntries("test", () => testNow);
    const database = new Database(hub.databaseUrl);
    return new LogWriter(database, key, system, {
      anchorsIn: hub.config.directory,
      report: () => undefined,
      limits: { entries, subjects: 100 },
    });
  }
  const entry = (): LogEntry => ({
    ...systemEntries("test", () => testNow).gap(0),
    kind: "NONE" as const,
  });

  it("that has no room left refuses those who wait, and logs how many it lost", async () => {
    const before = (await storedEntries(hub)).length;
    await tamper(hub, hide);
    const writer = await givenWriter(10);
    for (let i = 0; i < 13; i++) writer.note(entry());

    await expect(writer.record(entry())).rejects.toMatchObject({ code: "AUDIT_UNAVAILABLE" });

    await tamper(hub, show);
    const entries = (await entriesOnce(hub, before + 11)).slice(before);
    await writer.stop();
    const gaps = entries.filter(({ kind }) => kind === "GAP");
    expect(gaps.map(({ details }) => details)).toEqual(['{"lost":4}']);
    expect(await storedEntries(hub)).toHaveLength(before + 11);
    expect((await verified(hub)).faults).toEqual([]);
  });

  it("writes an entry that was already committed no second time", async () => {
    const [first, second] = [await givenWriter(), await givenWriter()];
    const before = (await storedEntries(hub)).length;
    const [twice, once] = [entry(), entry()];
    await first.record(twice);

    // As after a connection lost at the commit: tried again, together with another.
    const both = [second.record(twice), second.record(once)];

    await expect(Promise.all(both)).resolves.toEqual([undefined, undefined]);
    await Promise.all([first.stop(), second.stop()]);
    const stored = (await storedEntries(hub)).slice(before);
    expect(stored.map(({ id }) => id)).toEqual([twice.id, once.id]);
    expect((await verified(hub)).faults).toEqual([]);
  });

  it("writes what is waiting before it stops", async () => {
    const before = (await storedEntries(hub)).length;
    const writer = await givenWriter();
    for (let i = 0; i < 1_200; i++) writer.note(entry());
    await writer.stop();

    expect(await storedEntries(hub)).toHaveLength(before + 1_200);
  });
});
