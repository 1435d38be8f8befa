import { entityId } from "../../src/database/entity-id";
import { exampleUscc } from "../../src/domain/registry/identifiers/uscc.rules";
import { modelOf } from "../../src/query/entity-model";
import { ChangeReason } from "../../src/submission/change-reason";
import { RecordAction } from "../../src/submission/record-action";
import { recordTypes, type RecordType } from "../../src/submission/record-type";
import { SubmissionMode } from "../../src/submission/submission-mode";
import { givenParties, newcomers } from "./given-parties";
import { givenRegister, type RecordPatch, type TestRegister } from "./given-submissions";

const submitter: Record<string, string> = {
  INSURER: "A",
  EMERGENCY: "EM",
  SECTOR_REGULATOR: "SR",
  ENTERPRISE: "EN",
};
const insurerId = entityId("ins", "A");
/** What enterprises name by id is what the insurer's examples become. */
const named: Record<string, object> = {
  serviceConfirmation: { serviceRecordId: entityId("srv", insurerId, "SR-2026-0001") },
  rectificationReport: { hazardId: entityId("haz", insurerId, "H-2026-0001") },
};

let register: TestRegister;
beforeAll(async () => {
  register = await givenRegister([exampleUscc, newcomers[0] ?? ""]);
  await givenParties(register, newcomers[0] ?? "");
});
afterAll(() => register.close());

/** The example of a type, under its own key or another. */
function exampleOf(type: RecordType, sourceKey = type.example.sourceKey): RecordPatch {
  return { sourceKey, ...named[type.name] };
}

function byOf(type: RecordType): string {
  return submitter[type.submitters[0] ?? ""] ?? "?";
}

test("the examples of all record types, sent by who may send them, are all accepted", async () => {
  // Children before parents as well: what waits is taken up in the end.
  for (const type of [...recordTypes()].reverse())
    await register.receipt(type.name, [exampleOf(type)], { by: byOf(type) });

  const stored = await register.rows("record_version", "record_type, version");
  const waiting = await register.database.read({
    text: "SELECT * FROM pending_record WHERE waits_for_id IS NOT NULL",
    values: [],
  });

  expect(waiting).toEqual([]);
  expect(stored).toEqual(
    recordTypes()
      .map(({ name }) => ({ record_type: name, version: 1 }))
      .sort((a, b) => (a.record_type < b.record_type ? -1 : 1)),
  );
});

/** Type, and the field in which it names a record of its own insurer. */
const keyed = recordTypes().flatMap((type) =>
  type.references
    .filter(({ rule, path }) => rule && path.endsWith("Key"))
    .map(({ path }) => [type.name, path.slice("$.".length)] as const),
);

test.each(keyed)(
  "a %s cannot tell another's record in %s from one nobody has",
  async (name, field) => {
    const example = recordTypes().find((type) => type.name === name)?.example as never;
    // The key the examples have, which insurer A used above.
    const taken = (example as Record<string, string>)[field] ?? "P-2026-0001";
    const records = [
      { sourceKey: `${field} taken`, [field]: taken },
      { sourceKey: `${field} nobody's`, [field]: "nobody's" },
    ];

    const { outcomes } = await register.receipt(name, records, { by: "B" });

    const [others, nobodys] = outcomes.map(({ status, version, waitsUntil, findings }) => ({
      ...{ status, version, waitsUntil, findings },
    }));
    expect(others).toMatchObject({ status: "PENDING", version: null });
    expect(others).toEqual(nobodys);
  },
);

describe.each(recordTypes().map((type) => [type.name, type] as const))("%s", (_name, type) => {
  const by = byOf(type);
  const sourceKey = `again ${type.name}`;
  const reason = ChangeReason.DUPLICATE;

  test("is validated with the very outcomes it has live, and nothing is kept", async () => {
    const example = exampleOf(type, `validated ${type.name}`);
    const changes = [RecordAction.NEW, RecordAction.NEW, RecordAction.VOID].map((action, n) => ({
      ...{ ...example, action, baseVersion: n > 1 ? 1 : null, reason: n > 1 ? reason : null },
    }));
    for (const change of changes) {
      const before = await register.rowCounts();
      const mode = SubmissionMode.VALIDATE_ONLY;
      const validated = await register.receipt(type.name, [change], { by, mode });
      expect(await register.rowCounts()).toEqual(before);
      const live = await register.receipt(type.name, [change], { by });
      expect(validated.outcomes).toEqual(live.outcomes);
    }
  });

  test("is the same when it is repeated, then corrected, voided and reinstated", async () => {
    const outcomes: unknown[] = [];
    const send = async (patch: RecordPatch): Promise<void> => {
      const { outcomes: of } = await register.receipt(type.name, [patch], { by });
      outcomes.push([of[0]?.status, of[0]?.version]);
    };
    await send(exampleOf(type, sourceKey));
    await send(exampleOf(type, sourceKey));
    await send({ sourceKey, action: RecordAction.VOID, baseVersion: 1, reason });
    const isLedger = type.mirror !== undefined;
    await send({ sourceKey, action: RecordAction.REINSTATE, baseVersion: 2, reason });

    expect(outcomes).toEqual([
      ["ACCEPTED", 1],
      ["UNCHANGED", 1],
      ["ACCEPTED", 2],
      isLedger ? ["REJECTED", 2] : ["ACCEPTED", 3],
    ]);
  });

  test("has an id that follows from its owner, its type and its key", async () => {
    const { outcomes } = await register.receipt(type.name, [exampleOf(type, sourceKey)], { by });
    const { type: kind, insurerId: insurer, enterpriseId, organisationId } = register.caller(by);
    const parties: Partial<Record<string, string | null>> = {
      INSURER: insurer,
      ENTERPRISE: enterpriseId,
    };
    const owner = parties[kind] ?? organisationId;

    expect(outcomes[0]?.recordId).toBe(entityId(modelOf(type.entity).idPrefix, owner, sourceKey));
  });
});
