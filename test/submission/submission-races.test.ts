import { setTimeout as sleep } from "node:timers/promises";
import { Database } from "../../src/database/database";
import { entityId } from "../../src/database/entity-id";
import { usccWithCheck } from "../../src/domain/registry/identifiers/uscc";
import { exampleUscc } from "../../src/domain/registry/identifiers/uscc.rules";
import { ChangeReason } from "../../src/submission/change-reason";
import { RecordAction } from "../../src/submission/record-action";
import { givenRegister, type TestRegister } from "./given-submissions";
import { InterruptedDatabase, type Moment } from "./interrupted-database";

const other = usccWithCheck("91340000DEM00001D");

/** Long enough for another transaction to end, or to wait at a lock. */
const meanwhileMs = 300;

let register: TestRegister;
beforeAll(async () => {
  register = await givenRegister([exampleUscc, other]);
});
afterAll(() => register.close());

/** Submits a claim of a policy, and the policy while the claim is at that statement. */
async function claimDuring(key: string, moment: Moment, waits: boolean): Promise<unknown> {
  let arrival: Promise<unknown> = Promise.resolve();
  const database = new InterruptedDatabase(register.url, moment, async () => {
    arrival = register.receipt("policy", [{ sourceKey: key }]);
    await (waits ? sleep(meanwhileMs) : arrival);
  });
  try {
    await register.receipt("claim", [{ sourceKey: key, policyKey: key }], { database });
    await arrival;
  } finally {
    await database.close();
  }
  const claims = await register.rows("claim", "source_key");
  return claims.find((row) => row["source_key"] === key);
}

test("a policy that arrives while its claim looks for it is found", async () => {
  const sourceKey = "late";

  expect(await claimDuring(sourceKey, ["FROM `policy`", 1], false)).toEqual({
    source_key: sourceKey,
  });
});

test("a policy that arrives just when its claim has looked in vain takes it up", async () => {
  const sourceKey = "just then";

  expect(await claimDuring(sourceKey, ["FROM `policy`", 2], true)).toEqual({
    source_key: sourceKey,
  });
});

test("a policy that arrives while its claim begins to wait takes it up", async () => {
  const sourceKey = "early";

  expect(await claimDuring(sourceKey, ["INSERT INTO `pending_record`", 1], true)).toEqual({
    source_key: sourceKey,
  });
});

test("a claim stored while its policy changes hands belongs to the new one", async () => {
  const sourceKey = "handed over";
  await register.receipt("policy", [{ sourceKey }]);
  let change: Promise<unknown> = Promise.resolve();
  const database = new InterruptedDatabase(register.url, ["FROM `policy`", 1], async () => {
    change = register.receipt("policy", [
      {
        ...{ sourceKey, action: RecordAction.CORRECT, baseVersion: 1 },
        ...{ reason: ChangeReason.WRONG_PARTY, enterpriseUscc: other },
      },
    ]);
    await sleep(meanwhileMs);
  });

  await register.receipt("claim", [{ sourceKey, policyKey: sourceKey }], { database });
  await change;
  await database.close();

  const claims = await register.rows("claim", "source_key, enterprise_id");
  expect(claims).toContainEqual({ source_key: sourceKey, enterprise_id: entityId("ent", other) });
});

test("of corrections of one version at once, on several hubs, exactly one wins", async () => {
  const sourceKey = "contested";
  await register.receipt("policy", [{ sourceKey }]);
  const hubs = [new Database(register.url), new Database(register.url)];
  const reason = ChangeReason.WRONG_AMOUNT;

  const receipts = await Promise.all(
    Array.from({ length: 8 }, (_, n) =>
      register.receipt(
        "policy",
        [{ sourceKey, action: RecordAction.CORRECT, baseVersion: 1, reason, insuredCount: n + 1 }],
        { database: hubs[n % hubs.length] ?? register.database },
      ),
    ),
  );
  for (const hub of hubs) await hub.close();

  const outcomes = receipts.flatMap((receipt) => receipt.outcomes);
  const won = outcomes.findIndex(({ status }) => status === "ACCEPTED");
  expect(outcomes.map(({ status }) => status).sort()).toEqual([
    "ACCEPTED",
    ...Array<string>(7).fill("REJECTED"),
  ]);
  for (const { status, findings, version } of outcomes)
    if (status === "REJECTED")
      expect({ rule: findings[0]?.ruleId, version }).toEqual({ rule: "SUB-15", version: 2 });
  const rows = await register.rows("policy", "source_key, version, insured_count");
  expect(rows).toContainEqual({ source_key: sourceKey, version: 2, insured_count: won + 1 });
});

test("of different statements of one new record at once, on several hubs, exactly one wins", async () => {
  const sourceKey = "born twice";
  const hubs = [new Database(register.url), new Database(register.url)];

  const receipts = await Promise.all(
    Array.from({ length: 8 }, (_, n) =>
      register.receipt("policy", [{ sourceKey, insuredCount: n + 1 }], {
        database: hubs[n % hubs.length] ?? register.database,
      }),
    ),
  );
  for (const hub of hubs) await hub.close();

  const outcomes = receipts.flatMap((receipt) => receipt.outcomes);
  const won = outcomes.findIndex(({ status }) => status === "ACCEPTED");
  expect(outcomes.map(({ status }) => status).sort()).toEqual([
    "ACCEPTED",
    ...Array<string>(7).fill("REJECTED"),
  ]);
  const rows = await register.rows("policy", "source_key, version, insured_count");
  expect(rows).toContainEqual({ source_key: sourceKey, version: 1, insured_count: won + 1 });
});

/** The moments of a submission of something new at which others may come between. */
const moments: readonly Moment[] = [
  ["FROM record_head", 1],
  ["FROM `enterprise`", 1],
  ["INSERT INTO finding_due", 1],
  ["INSERT INTO `record_head`", 1],
  ["INSERT INTO `record_version`", 1],
  ["INSERT INTO `policy`", 1],
];

test.each(moments)(
  "a correction that overtakes what it corrects, at %s, counts",
  async (...moment) => {
    const sourceKey = `corrected at ${moment.join(" ")}`;
    const correction = correctionOf(sourceKey);

    await duringSubmission({ sourceKey }, moment, correction);

    expect(await versionsOf(sourceKey)).toEqual({ version: 2, insured_count: 7 });
  },
);

test.each([
  ["INSERT INTO `record_head`", 1],
  ["FROM record_head", 1],
  ["FROM record_head", 2],
  ["INSERT INTO `pending_record`", 1],
] as const)(
  "what arrives while its correction begins to wait, at %s, takes it up",
  async (...moment) => {
    const sourceKey = `met at ${moment.join(" ")}`;

    await duringSubmission(correctionOf(sourceKey), moment, { sourceKey });

    expect(await versionsOf(sourceKey)).toEqual({ version: 2, insured_count: 7 });
  },
);

test("what was overtaken once is locked first, so that it is not overtaken again and again", async () => {
  const keys = ["overtaken 1", "overtaken 2", "overtaken 3"];
  const claims: Promise<unknown>[] = [];
  let attempts = 0;
  // Each time policies have been looked for in vain, somebody else begins to wait for one of them.
  const transaction: Database["transaction"] = (work) =>
    register.database.transaction((inner) =>
      work({
        query: (statement) => inner.query(statement),
        execute: async (statement) => {
          const notes = statement.text.includes("INSERT INTO finding_due");
          if (notes && statement.values[0] === "policy") {
            const sourceKey = keys[attempts++] ?? "";
            const claim = register.receipt("claim", [{ sourceKey, policyKey: sourceKey }]);
            claims.push(claim);
            await Promise.race([claim, sleep(meanwhileMs)]);
          }
          return inner.execute(statement);
        },
      }),
    );

  await register.receipt(
    "policy",
    keys.map((sourceKey) => ({ sourceKey })),
    { database: Object.assign(Object.create(register.database), { transaction }) as Database },
  );
  await Promise.all(claims);

  expect(attempts).toBe(2);
  const stored = (await register.rows("claim", "source_key")).map((row) => row["source_key"]);
  expect(stored).toEqual(expect.arrayContaining(keys.slice(0, 2)));
});

type PolicyRecord = Parameters<TestRegister["receipt"]>[1][number];

function correctionOf(sourceKey: string): PolicyRecord {
  const reason = ChangeReason.WRONG_AMOUNT;
  return { sourceKey, action: RecordAction.CORRECT, baseVersion: 1, reason, insuredCount: 7 };
}

/** Submits one policy, and another at a moment of that submission. */
async function duringSubmission(
  first: PolicyRecord,
  moment: Moment,
  other: PolicyRecord,
): Promise<void> {
  let others: Promise<unknown> = Promise.resolve();
  const database = new InterruptedDatabase(register.url, moment, async () => {
    others = register.receipt("policy", [other]);
    await Promise.race([others, sleep(meanwhileMs)]);
  });
  await register.receipt("policy", [first], { database });
  await others;
  await database.close();
}

async function versionsOf(sourceKey: string): Promise<unknown> {
  const rows = await register.rows("policy", "source_key, version, insured_count");
  const found = rows.find((row) => row["source_key"] === sourceKey);
  return found && { version: found["version"], insured_count: found["insured_count"] };
}
