import { givenHub, type TestHub } from "../setup/hub";
import { entriesOnce, faultsOf, givenLoggedWorld, premiums, tamper } from "./given-log";

/* Who can write the database but has no key: each thing he can do, and what verification says. */

let hub: TestHub;

const tables = [
  ...["access_log_entry", "access_log_head", "access_log_subject", "access_log_subject_set"],
];

beforeAll(async () => {
  hub = await givenHub();
  await givenLoggedWorld(hub);
  for (const by of ["FI", "AU", "FI", "IN-0", "FI", "AU", "EN-0", "FI"])
    await hub.ask(by, premiums);
  for (const table of tables)
    await tamper(hub, `CREATE TABLE kept_${table} AS SELECT * FROM ${table}`);
});
afterAll(() => hub.close());

beforeEach(async () => {
  for (const table of tables)
    await tamper(hub, `DELETE FROM ${table}`, `INSERT INTO ${table} SELECT * FROM kept_${table}`);
  expect(await faultsOf(hub)).toEqual([]);
});

const copyOf3 =
  "CREATE OR REPLACE TEMPORARY TABLE copy AS SELECT * FROM access_log_entry WHERE seq = 3";

describe("an entry that was altered", () => {
  it.each([
    "person = 'somebody else'",
    "purpose = 'research'",
    "at = '2026-07-15 04:00:00.000001'",
    "cells = '[]'",
    "outcome = 'DENIED'",
    "subject_count = 0",
    "organisation_id = 'org_00000000000000000000'",
    "duration_us = duration_us + 1",
  ])("in %s is found, and no other", async (change) => {
    await tamper(hub, `UPDATE access_log_entry SET ${change} WHERE seq = 3`);

    expect(await faultsOf(hub)).toEqual([{ kind: "ALTERED", seq: 3 }]);
  });

  it("with a hash of its own making is found", async () => {
    await tamper(
      hub,
      `UPDATE access_log_entry SET person = 'x', hash = REPEAT('x', 43) WHERE seq = 3`,
    );

    expect(await faultsOf(hub)).toContainEqual({ kind: "ALTERED", seq: 3 });
  });

  it("and said to be under another key is found", async () => {
    await tamper(hub, `UPDATE access_log_entry SET person = 'x', key_id = 'other' WHERE seq = 3`);

    expect(await faultsOf(hub)).toEqual([{ kind: "UNKNOWN_KEY", seq: 3 }]);
  });

  it("is found when it is the last", async () => {
    await tamper(hub, "UPDATE access_log_entry SET person = 'x' WHERE seq = 8");

    expect(await faultsOf(hub)).toEqual([{ kind: "ALTERED", seq: 8 }]);
  });
});

describe("entries that were removed", () => {
  it.each([
    ["first", "seq = 1", { kind: "MISSING", from: 1, to: 1 }],
    ["middle", "seq IN (4, 5)", { kind: "MISSING", from: 4, to: 5 }],
    ["last", "seq > 6", { kind: "TRUNCATED", from: 7, to: 8 }],
    ["only", "TRUE", { kind: "TRUNCATED", from: 1, to: 8 }],
  ])("are found where they were the %s", async (_where, which, fault) => {
    await tamper(hub, `DELETE FROM access_log_entry WHERE ${which}`);

    expect(await faultsOf(hub)).toContainEqual(fault);
  });

  it("are found when the rest was moved up", async () => {
    await tamper(
      hub,
      "DELETE FROM access_log_entry WHERE seq = 4",
      "UPDATE access_log_entry SET seq = seq - 1 WHERE seq > 4 ORDER BY seq",
    );

    const faults = await faultsOf(hub);
    expect(faults).toContainEqual({ kind: "TRUNCATED", from: 8, to: 8 });
    expect(faults).toContainEqual({ kind: "MOVED", seq: 5, from: 6 });
  });

  it("are found when the head says the log begins later", async () => {
    await tamper(
      hub,
      "DELETE FROM access_log_entry WHERE seq < 4",
      `UPDATE access_log_head SET first_seq = 4`,
    );

    expect(await faultsOf(hub)).toContainEqual({ kind: "HEAD", seq: 8 });
  });

  it("are found when the head says the log ends earlier", async () => {
    await tamper(
      hub,
      "DELETE FROM access_log_entry WHERE seq > 6",
      `UPDATE access_log_head SET seq = 6,
        hash = (SELECT hash FROM access_log_entry WHERE seq = 6)`,
    );

    expect(await faultsOf(hub)).toContainEqual({ kind: "HEAD", seq: 6 });
  });
});

describe("entries that were put in or moved", () => {
  it.each([
    ["after the last", 9],
    ["before the first", 0],
  ])("are found %s", async (_where, seq) => {
    await tamper(
      hub,
      copyOf3,
      `UPDATE copy SET seq = ${String(seq)}, id = 'log_00000000000000000000'`,
      "INSERT INTO access_log_entry SELECT * FROM copy",
    );

    expect(await faultsOf(hub)).toEqual([{ kind: "INSERTED", seq }]);
  });

  it("are found between others, which stand where they did not", async () => {
    await tamper(
      hub,
      copyOf3,
      "UPDATE access_log_entry SET seq = seq + 1 WHERE seq > 3 ORDER BY seq DESC",
      "UPDATE copy SET seq = 4, id = 'log_00000000000000000000'",
      "INSERT INTO access_log_entry SELECT * FROM copy",
    );

    const faults = await faultsOf(hub);
    expect(faults).toContainEqual({ kind: "ALTERED", seq: 4 });
    expect(faults).toContainEqual({ kind: "MOVED", seq: 6, from: 5 });
    expect(faults).toContainEqual({ kind: "INSERTED", seq: 9 });
  });

  it("are found where two changed places", async () => {
    await tamper(
      hub,
      "UPDATE access_log_entry SET seq = 100 WHERE seq = 3",
      "UPDATE access_log_entry SET seq = 3 WHERE seq = 6",
      "UPDATE access_log_entry SET seq = 6 WHERE seq = 100",
    );

    const faults = await faultsOf(hub);
    expect(faults).toContainEqual({ kind: "MOVED", seq: 3, from: 6 });
    expect(faults).toContainEqual({ kind: "MOVED", seq: 6, from: 3 });
  });
});

describe("a set of subjects", () => {
  const setOf1 = "digest = (SELECT subjects_digest FROM access_log_entry WHERE seq = 1)";

  it("that was altered is found", async () => {
    await tamper(hub, `UPDATE access_log_subject_set SET ids = LEFT(ids, 24) WHERE ${setOf1}`);

    expect(await faultsOf(hub)).toContainEqual(
      expect.objectContaining({ kind: "SUBJECTS_ALTERED", seq: 1 }),
    );
  });

  it("that was removed is found", async () => {
    await tamper(hub, `DELETE FROM access_log_subject_set WHERE ${setOf1}`);

    expect(await faultsOf(hub)).toContainEqual(
      expect.objectContaining({ kind: "SUBJECTS_MISSING", seq: 1 }),
    );
  });

  it("whose index names one less or one more is found", async () => {
    await tamper(hub, `DELETE FROM access_log_subject WHERE ${setOf1} LIMIT 1`);
    expect(await faultsOf(hub)).toEqual([expect.objectContaining({ kind: "SUBJECT_INDEX" })]);

    await tamper(hub, "DELETE FROM access_log_subject");
    await tamper(hub, "INSERT INTO access_log_subject VALUES ('ent_x', 'x')");
    expect(await faultsOf(hub)).toContainEqual(expect.objectContaining({ kind: "SUBJECT_INDEX" }));
  });
});

describe("the head", () => {
  it("that was altered or removed is found, and the hub that goes on says so for good", async () => {
    await tamper(hub, "UPDATE access_log_head SET first_seq = 2, hash_before = REPEAT('x', 43)");
    expect(await faultsOf(hub)).toContainEqual({ kind: "HEAD", seq: 8 });

    expect((await hub.ask("FI", premiums)).status).toBe(200);
    expect(await faultsOf(hub)).toContainEqual({ kind: "RESTARTED", seq: 9 });

    await tamper(hub, "DELETE FROM access_log_head");
    expect(await faultsOf(hub)).toContainEqual({ kind: "NO_HEAD", entries: 10 });
    expect((await hub.ask("FI", premiums)).status).toBe(200);
    expect(await faultsOf(hub)).toContainEqual({ kind: "RESTARTED", seq: 11 });
  });

  it("that was put back to an earlier one is found by the entries beyond it", async () => {
    const [head] = await hub.database.read({ text: "SELECT * FROM access_log_head", values: [] });
    await hub.ask("FI", premiums);
    await tamper(
      hub,
      `UPDATE access_log_head SET seq = 8, hash = '${String(head?.["hash"])}',
        mac = '${String(head?.["mac"])}'`,
    );
    expect(await faultsOf(hub)).toEqual([{ kind: "INSERTED", seq: 9 }]);

    // The hub notices at its next entry, which it keeps and writes behind the note of what it found.
    await hub.ask("FI", premiums);
    await entriesOnce(hub, 11);
    expect(await faultsOf(hub)).toContainEqual({ kind: "RESTARTED", seq: 10 });
  });
});
