import fc from "fast-check";
import type { Transaction } from "../../src/database/database";
import { entityId } from "../../src/database/entity-id";
import { identifier, sql, trusted, value } from "../../src/database/sql";
import { usccWithCheck } from "../../src/domain/registry/identifiers/uscc";
import { exampleUscc } from "../../src/domain/registry/identifiers/uscc.rules";
import { ChangeReason } from "../../src/submission/change-reason";
import { lockHeads } from "../../src/submission/heads";
import { releaseWaiting } from "../../src/submission/pending";
import { RecordAction } from "../../src/submission/record-action";
import { clock, givenRegister, type RecordPatch, type TestRegister } from "./given-submissions";

// FC_SEED repeats a run; fast-check itself prints the seed and the path of a failure.
const seed = process.env["FC_SEED"];

const { AMEND, CORRECT, VOID, REINSTATE } = RecordAction;
const reason = ChangeReason.WRONG_PARTY;
const newcomer = usccWithCheck("91340000DEM00001D");
const insurer = entityId("ins", "A");
const newcomerId = entityId("ent", newcomer);

let register: TestRegister;
beforeAll(async () => {
  register = await givenRegister([exampleUscc]);
});
afterAll(() => register.close());
beforeEach(clear);

/** One statement about the world; it may be made in any order, and more than once. */
type Statement = "enterprise" | readonly [type: string, patch: RecordPatch];

const statements: readonly Statement[] = [
  "enterprise",
  ["policy", { sourceKey: "P", enterpriseUscc: newcomer }],
  [
    "policy",
    {
      ...{ sourceKey: "P", action: AMEND, baseVersion: 1, effectiveFrom: "2026-07-01" },
      ...{ enterpriseUscc: newcomer, insuredCount: 70 },
    },
  ],
  ["policy", { sourceKey: "P", action: CORRECT, baseVersion: 2, reason, insuredCount: 71 }],
  ["policy", { sourceKey: "Q", enterpriseUscc: newcomer, renewalOfKey: "P" }],
  ["policy", { sourceKey: "Q", action: VOID, baseVersion: 1, reason }],
  ["policy", { sourceKey: "Q", action: REINSTATE, baseVersion: 2, reason }],
  ["premiumReceipt", { sourceKey: "R", policyKey: "P" }],
  ["premiumReceipt", { sourceKey: "R", action: VOID, baseVersion: 1, reason }],
  ["claim", { sourceKey: "C", policyKey: "Q", grade: "GENERAL" }],
  ["servicePlan", { sourceKey: "S", policyKey: "P" }],
  ["serviceRecord", { sourceKey: "V", policyKey: "P", planKey: "S", hazardKeys: ["H", "I"] }],
  ["hazard", { sourceKey: "H", serviceRecordKey: "V" }],
  ["hazard", { sourceKey: "I", serviceRecordKey: "V" }],
  ["feeEntry", { sourceKey: "F", policyKey: "P", serviceRecordKey: "V" }],
];

async function state(statement: Statement): Promise<void> {
  if (statement !== "enterprise") await register.receipt(statement[0], [statement[1]]);
  else await register.database.transaction(registerNewcomer);
}

/** An enterprise is not submitted yet; it arrives the way every row does that others may wait for. */
async function registerNewcomer(transaction: Transaction): Promise<void> {
  await lockHeads(transaction, [newcomerId]);
  await transaction.execute(
    sql`INSERT IGNORE INTO enterprise (id, uscc, name, region_code, address, sector,
        industry_code, headcount, operating_status, obligated, version)
      SELECT ${value(newcomerId)}, ${value(newcomer)}, 'n', '340200', 'a', 'FIREWORKS',
        'C26', 9, 'OPERATING', 1, 1`,
  );
  await releaseWaiting(transaction, [newcomerId], clock);
}

const derived = [
  ...["policy", "premium_receipt", "claim", "service_plan", "service_record", "hazard"],
  ...["fee_entry", "record_head"],
];

/** Everything that is to be the same whatever the order. */
async function finalState(): Promise<unknown> {
  const tables: Record<string, unknown> = {};
  for (const table of derived)
    tables[table] = await register.database.read(
      sql`SELECT * FROM ${identifier(table)} ORDER BY 1`,
    );
  tables["record_version"] = await register.rows(
    "record_version",
    "record_id, version, action, effective_from, reason, payload, digest",
  );
  tables["waiting"] = await register.database.read(
    trusted("SELECT source_key FROM pending_record WHERE waits_for_id IS NOT NULL"),
  );
  return tables;
}

async function clear(): Promise<void> {
  await register.database.transaction(async (transaction) => {
    const all = [...derived, "record_version", "pending_record", "submission"];
    await transaction.execute(trusted("SET FOREIGN_KEY_CHECKS = 0"));
    for (const table of all) await transaction.execute(sql`DELETE FROM ${identifier(table)}`);
    await transaction.execute(sql`DELETE FROM enterprise WHERE id = ${value(newcomerId)}`);
    await transaction.execute(trusted("SET FOREIGN_KEY_CHECKS = 1"));
  });
}

const indexes = statements.map((_, n) => n);
const orders = fc
  .tuple(
    fc.shuffledSubarray(indexes, { minLength: indexes.length }),
    fc.array(fc.tuple(fc.nat(), fc.nat(indexes.length - 1)), { maxLength: 8 }),
  )
  .map(([order, repeated]) => {
    const all = [...order];
    for (const [at, n] of repeated) all.splice(at % (all.length + 1), 0, n);
    return all;
  });

test("any order of the same submissions, with duplicates, gives the same state", async () => {
  for (const statement of statements) await state(statement);
  const expected = await finalState();
  expect(expected).toMatchObject({ waiting: [] });

  await fc.assert(
    fc.asyncProperty(orders, async (order) => {
      await clear();
      for (const n of order) await state(statements[n] ?? "enterprise");
      expect(await finalState()).toEqual(expected);
    }),
    { numRuns: 30, endOnFailure: true, ...(seed ? { seed: Number(seed) } : {}) },
  );
}, 120_000);

test("all submissions at once give the same state", async () => {
  for (const statement of statements) await state(statement);
  const expected = await finalState();

  for (let round = 0; round < 5; round += 1) {
    await clear();
    await Promise.all(statements.map(state));
    expect(await finalState()).toEqual(expected);
  }
}, 60_000);

test("a record says what it waits for and until when, and is taken up when that comes", async () => {
  const { outcomes } = await register.receipt("policy", [
    { sourceKey: "W", enterpriseUscc: newcomer },
  ]);

  expect(outcomes[0]).toMatchObject({
    status: "PENDING",
    version: null,
    waitsForId: newcomerId,
    // Five working days after Wednesday 15 July 2026.
    waitsUntil: "2026-07-22",
    findings: [{ ruleId: "POL-04", severity: "WAIT", path: "$.enterpriseUscc" }],
  });
  expect(await register.rows("policy", "source_key")).toEqual([]);

  await state("enterprise");

  expect(await register.rows("policy", "source_key, region_code")).toEqual([
    { source_key: "W", region_code: "340200" },
  ]);
  expect(await register.rows("pending_record", "waits_for_id, outcome, settled_at")).toEqual([
    { waits_for_id: null, outcome: "ACCEPTED", settled_at: clock.now },
  ]);
});

test("a record that waits for one of its own submission waits no more in the receipt", async () => {
  const receipt = await register.receipt("policy", [
    { sourceKey: "second", renewalOfKey: "first" },
    { sourceKey: "third", renewalOfKey: "second" },
    { sourceKey: "first" },
  ]);

  expect(receipt).toMatchObject({ accepted: 3, pending: 0 });
  expect(receipt.outcomes.map(({ version }) => version)).toEqual([1, 1, 1]);
});

test("a service waits for the hazards it lists, and they for it, until all are there", async () => {
  const planKey = null;
  const service = { sourceKey: "V", policyKey: "P", planKey, hazardKeys: ["H", "I"] };
  await register.receipt("policy", [{ sourceKey: "P" }]);

  const first = await register.receipt("serviceRecord", [service]);
  const second = await register.receipt("hazard", [{ sourceKey: "H", serviceRecordKey: "V" }]);
  const third = await register.receipt("hazard", [{ sourceKey: "I", serviceRecordKey: "V" }]);

  expect(first.outcomes[0]).toMatchObject({
    status: "PENDING",
    findings: [{ ruleId: "SVR-16" }, { ruleId: "SVR-16" }],
  });
  expect(second.outcomes[0]).toMatchObject({ status: "PENDING" });
  expect(third.outcomes[0]).toMatchObject({ status: "ACCEPTED" });
  expect(await register.rows("service_record", "source_key")).toEqual([{ source_key: "V" }]);
  expect(await register.rows("hazard", "source_key")).toEqual([
    { source_key: "H" },
    { source_key: "I" },
  ]);
});

test("a hazard that waits for another service is not there for the one that lists it", async () => {
  await register.receipt("policy", [{ sourceKey: "P" }]);
  await register.receipt("hazard", [{ sourceKey: "H", serviceRecordKey: "W" }]);

  const service = { policyKey: "P", planKey: null, hazardKeys: ["H"] };
  const { outcomes } = await register.receipt("serviceRecord", [{ sourceKey: "V", ...service }]);
  await register.receipt("serviceRecord", [{ sourceKey: "W", policyKey: "P", planKey: null }]);

  expect(outcomes[0]).toMatchObject({
    status: "PENDING",
    waitsForId: entityId("haz", insurer, "H"),
  });
  expect(await register.rows("service_record", "source_key")).toEqual([
    { source_key: "V" },
    { source_key: "W" },
  ]);
});
