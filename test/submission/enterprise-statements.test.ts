import fc from "fast-check";
import { entityId } from "../../src/database/entity-id";
import { sql, trusted, value } from "../../src/database/sql";
import { exampleUscc } from "../../src/domain/registry/identifiers/uscc.rules";
import { ChangeReason } from "../../src/submission/change-reason";
import { RecordAction } from "../../src/submission/record-action";
import { givenParties, newcomers } from "./given-parties";
import { givenRegister, type RecordPatch, type TestRegister } from "./given-submissions";

const seed = process.env["FC_SEED"];
const { CORRECT, VOID } = RecordAction;
const reason = ChangeReason.WRONG_PARTY;
const [other = ""] = newcomers;
const insurerId = entityId("ins", "A");

let register: TestRegister;
let round = 0;
/** Keys of this test's policy, service and hazard. */
let keys: { policy: string; service: string; hazard: string };
beforeAll(async () => {
  register = await givenRegister([exampleUscc, other]);
  await givenParties(register, other);
});
afterAll(() => register.close());
beforeEach(() => {
  round += 1;
  keys = { policy: `P${round}`, service: `S${round}`, hazard: `H${round}` };
});

async function givenService(more: object = {}): Promise<void> {
  await register.receipt("policy", [{ sourceKey: keys.policy }]);
  const { service, policy } = keys;
  const patch = { sourceKey: service, policyKey: policy, planKey: null, ...more };
  await register.receipt("serviceRecord", [patch]);
}

const confirmation = (sourceKey: string, more: object = {}): RecordPatch => ({
  sourceKey,
  serviceRecordId: entityId("srv", insurerId, keys.service),
  ...more,
});

async function confirmedAt(): Promise<unknown> {
  const [row] = await register.database.read(
    sql`SELECT enterprise_confirmed_at AS at FROM service_record
      WHERE source_key = ${value(keys.service)}`,
  );
  return row?.["at"];
}

describe("a service", () => {
  test("is confirmed by its enterprise's own word before the insurer's", async () => {
    await givenService({ enterpriseConfirmedAt: "2026-06-02T00:00:00.000000Z" });
    expect(await confirmedAt()).toBe("2026-06-02 00:00:00.000000");

    await register.receipt("serviceConfirmation", [confirmation(`c${round}`)], { by: "EN" });
    expect(await confirmedAt()).toBe("2026-06-01 03:30:00.000000");

    const { service, policy } = keys;
    const change = { action: CORRECT, baseVersion: 1, reason, planKey: null, policyKey: policy };
    await register.receipt("serviceRecord", [{ sourceKey: service, ...change }]);
    expect(await confirmedAt()).toBe("2026-06-01 03:30:00.000000");

    const taken = { sourceKey: `c${round}`, action: VOID, baseVersion: 1, reason };
    await register.receipt("serviceConfirmation", [taken], { by: "EN" });
    expect(await confirmedAt()).toBeNull();
  });

  test("of another enterprise is answered like one that nobody has", async () => {
    await givenService();

    const { outcomes } = await register.receipt(
      "serviceConfirmation",
      [
        confirmation(`x${round}`),
        confirmation(`y${round}`, { serviceRecordId: `srv_${"z".repeat(20)}` }),
      ],
      { by: "EN-2" },
    );

    const [others, nobodys] = outcomes.map(({ status, version, waitsUntil, findings }) => ({
      ...{ status, version, waitsUntil, findings },
    }));
    expect(others).toMatchObject({ status: "PENDING", findings: [{ ruleId: "SUB-22" }] });
    expect(others).toEqual(nobodys);
    expect(await confirmedAt()).toBeNull();
  });

  test("that comes to belong to another enterprise is confirmed by that one only", async () => {
    await givenService();
    await register.receipt("serviceConfirmation", [confirmation(`first${round}`)], { by: "EN" });
    const later = confirmation(`second${round}`, { confirmedAt: "2026-06-03T00:00:00.000000Z" });
    await register.receipt("serviceConfirmation", [later], { by: "EN-2" });
    expect(await confirmedAt()).toBe("2026-06-01 03:30:00.000000");

    const change = { action: CORRECT, baseVersion: 1, reason, enterpriseUscc: other };
    await register.receipt("policy", [{ sourceKey: keys.policy, ...change }]);

    expect(await confirmedAt()).toBe("2026-06-03 00:00:00.000000");
  });
});

async function hazardState(): Promise<unknown> {
  const [row] = await register.database.read(
    sql`SELECT status FROM hazard WHERE source_key = ${value(keys.hazard)}`,
  );
  return row?.["status"];
}

const at = (hour: number): string => `2026-06-0${hour}T00:00:00.000000Z`;
const step = (kind: string, hour: number): [string, string, RecordPatch] => [
  "A",
  "hazardEvent",
  { sourceKey: `${keys.hazard} ${kind}`, hazardKey: keys.hazard, kind, at: at(hour) },
];
const rectification = (started: number, rectified: number): [string, string, RecordPatch] => [
  "EN",
  "rectificationReport",
  {
    sourceKey: `${keys.hazard} rectified`,
    hazardId: entityId("haz", insurerId, keys.hazard),
    startedAt: at(started),
    rectifiedAt: at(rectified),
  },
];
const send = async ([by, type, patch]: [string, string, RecordPatch]): Promise<void> => {
  await register.receipt(type, [patch], { by });
};
const hazard = (): [string, string, RecordPatch] => [
  "A",
  "hazard",
  {
    ...{ sourceKey: keys.hazard, serviceRecordKey: keys.service },
    ...{ foundAt: at(1), deadline: "2026-07-01" },
  },
];

describe("a hazard", () => {
  test("is closed by steps of the insurer and of the enterprise together", async () => {
    await givenService();
    await send(hazard());
    const states: unknown[] = [await hazardState()];
    for (const one of [
      step("NOTIFIED", 2),
      rectification(3, 4),
      step("RECHECKED", 5),
      step("CLOSED", 6),
    ]) {
      await send(one);
      states.push(await hazardState());
    }

    expect(states).toEqual(["FOUND", "NOTIFIED", "RECTIFIED", "RECHECKED", "CLOSED"]);
  });

  test("is not closed by who only says so", async () => {
    await givenService();
    for (const one of [hazard(), step("NOTIFIED", 2), step("CLOSED", 6)]) await send(one);

    expect(await hazardState()).toBe("NOTIFIED");
  });

  test("takes back a step with the report it followed from", async () => {
    await givenService();
    for (const one of [hazard(), step("NOTIFIED", 2), rectification(3, 4)]) await send(one);
    const [by, type, { sourceKey }] = rectification(3, 4);

    await send([by, type, { sourceKey, action: VOID, baseVersion: 1, reason }]);

    expect(await hazardState()).toBe("NOTIFIED");
  });

  test("of another enterprise waits like one that nobody has", async () => {
    await givenService();
    await send(hazard());
    const [, type, patch] = rectification(3, 4);

    const { outcomes } = await register.receipt(
      type,
      [patch, { ...patch, sourceKey: "nobody's", hazardId: `haz_${"z".repeat(20)}` }],
      { by: "EN-2" },
    );

    expect(outcomes[0]?.findings).toEqual(outcomes[1]?.findings);
    expect(outcomes.map(({ status }) => status)).toEqual(["PENDING", "PENDING"]);
    expect(await hazardState()).toBe("FOUND");
  });

  test("has the same state and steps in whatever order they are reported", async () => {
    await fc.assert(
      fc.asyncProperty(fc.infiniteStream(fc.nat()), async (random) => {
        round += 1;
        keys = { policy: `P${round}`, service: `S${round}`, hazard: `H${round}` };
        await givenService();
        const all = [
          ...[hazard(), step("NOTIFIED", 2), rectification(3, 4)],
          ...[step("RECHECKED", 5), step("RETURNED", 6), step("RECTIFYING", 6)],
          ...[step("RECTIFIED", 7), step("OVERDUE", 8)],
        ];
        const order = all.map((one) => [random.next().value, one] as const);
        for (const [, one] of order.sort(([a], [b]) => a - b)) await send(one);

        expect(await hazardState()).toBe("RECTIFIED");
        const rows = await register.database.read(
          trusted(`SELECT e.kind FROM hazard_event e JOIN hazard h ON h.id = e.hazard_id
            WHERE h.source_key = '${keys.hazard}' ORDER BY e.at, e.kind`),
        );
        expect(rows.map(({ kind }) => kind)).toEqual([
          ...["NOTIFIED", "RECTIFYING", "RECTIFIED", "RECHECKED"],
          ...["RECTIFYING", "RETURNED", "RECTIFIED", "OVERDUE"],
        ]);
      }),
      { numRuns: 8, endOnFailure: true, ...(seed ? { seed: Number(seed) } : {}) },
    );
  }, 120_000);
});
