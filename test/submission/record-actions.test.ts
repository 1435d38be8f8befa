import { entityId } from "../../src/database/entity-id";
import { usccWithCheck } from "../../src/domain/registry/identifiers/uscc";
import { exampleUscc } from "../../src/domain/registry/identifiers/uscc.rules";
import { ChangeReason } from "../../src/submission/change-reason";
import { RecordAction } from "../../src/submission/record-action";
import type { Plain } from "../../src/submission/plain";
import type { RecordOutcome } from "../../src/submission/submit-result";
import { givenRegister, type RecordPatch, type TestRegister } from "./given-submissions";

const { NEW, AMEND, CORRECT, VOID, REINSTATE } = RecordAction;
const other = usccWithCheck("91340000DEM00001D");

let register: TestRegister;
beforeAll(async () => {
  register = await givenRegister([exampleUscc, other]);
});
afterAll(() => register.close());

async function state(type: string, patch: RecordPatch): Promise<Plain<RecordOutcome>> {
  const { outcomes } = await register.receipt(type, [patch]);
  const [outcome] = outcomes;
  if (!outcome) throw new Error("no outcome");
  return outcome;
}

const reason = ChangeReason.WRONG_AMOUNT;
const correct = (sourceKey: string, baseVersion: number, premium: string): RecordPatch => ({
  sourceKey,
  action: CORRECT,
  baseVersion,
  reason,
  writtenPremiumFen: premium,
});

async function policy(sourceKey: string): Promise<Record<string, unknown> | undefined> {
  const rows = await register.rows(
    "policy",
    "source_key, version, voided, written_premium_fen, enterprise_id",
  );
  return rows.find((row) => row["source_key"] === sourceKey);
}

describe("a record", () => {
  test("is amended, corrected, voided and reinstated, each time as a new version", async () => {
    const key = "life";
    const said = [
      await state("policy", { sourceKey: key }),
      await state("policy", {
        ...{ sourceKey: key, action: AMEND, baseVersion: 1, effectiveFrom: "2026-07-01" },
        ...{ insuredCount: 60 },
      }),
      await state("policy", correct(key, 2, "5100000")),
      await state("policy", { sourceKey: key, action: VOID, baseVersion: 3, reason }),
      await state("policy", { sourceKey: key, action: REINSTATE, baseVersion: 4, reason }),
    ];

    expect(said.map(({ status, version }) => `${status} ${String(version)}`)).toEqual(
      [1, 2, 3, 4, 5].map((n) => `ACCEPTED ${String(n)}`),
    );
    expect(await policy(key)).toMatchObject({
      version: 5,
      voided: 0,
      written_premium_fen: "5100000",
    });
    const history = await register.rows(
      "record_version",
      "version, source_key, action, effective_from, reason",
    );
    expect(history.filter((row) => row["source_key"] === key)).toEqual([
      { version: 1, source_key: key, action: NEW, effective_from: null, reason: null },
      { version: 2, source_key: key, action: AMEND, effective_from: "2026-07-01", reason: null },
      { version: 3, source_key: key, action: CORRECT, effective_from: null, reason },
      { version: 4, source_key: key, action: VOID, effective_from: null, reason },
      { version: 5, source_key: key, action: REINSTATE, effective_from: null, reason },
    ]);
  });

  test("that says what the hub has is unchanged", async () => {
    await state("policy", { sourceKey: "same" });

    const again = await state("policy", { sourceKey: "same" });

    expect(again).toMatchObject({ status: "UNCHANGED", version: 1, findings: [] });
    expect(await policy("same")).toMatchObject({ version: 1 });
  });

  test("that builds on an older version is rejected with the current one", async () => {
    await state("policy", { sourceKey: "stale" });
    await state("policy", correct("stale", 1, "1"));

    const late = await state("policy", correct("stale", 1, "2"));

    expect(late).toMatchObject({
      status: "REJECTED",
      version: 2,
      findings: [{ ruleId: "SUB-15", severity: "REJECT", path: "$.baseVersion" }],
    });
  });

  test("corrected twice at once on the same base is corrected once", async () => {
    await state("policy", { sourceKey: "race" });

    const [first, second] = await Promise.all([
      state("policy", correct("race", 1, "11")),
      state("policy", correct("race", 1, "22")),
    ]);

    expect([first.status, second.status].sort()).toEqual(["ACCEPTED", "REJECTED"]);
    const winner = first.status === "ACCEPTED" ? "11" : "22";
    expect(await policy("race")).toMatchObject({ version: 2, written_premium_fen: winner });
  });

  test.each([
    ["NEW once more, with other content", { policyNo: "other" }, "SUB-16"],
    ["CORRECT without a reason", { action: CORRECT, baseVersion: 1 }, "SUB-17"],
    ["VOID without a reason", { action: VOID, baseVersion: 1 }, "SUB-17"],
    ["REINSTATE while it is not void", { action: REINSTATE, baseVersion: 1, reason }, "SUB-16"],
    ["AMEND without a day", { action: AMEND, baseVersion: 1, insuredCount: 1 }, "POL-01"],
    ["CORRECT without a base", { action: CORRECT, reason, insuredCount: 1 }, "SUB-15"],
  ])("is not %s", async (what, patch, ruleId) => {
    const sourceKey = `not ${what}`;
    await state("policy", { sourceKey });

    const { status, findings } = await state("policy", { sourceKey, ...patch });

    expect(status).toBe("REJECTED");
    expect(findings.map((f) => f.ruleId)).toEqual([ruleId]);
  });

  test("is not voided twice", async () => {
    await state("policy", { sourceKey: "void" });
    await state("policy", { sourceKey: "void", action: VOID, baseVersion: 1, reason });

    const again = await state("policy", {
      sourceKey: "void",
      action: VOID,
      baseVersion: 2,
      reason,
    });

    expect(again.findings.map((f) => f.ruleId)).toEqual(["SUB-16"]);
    expect(await policy("void")).toMatchObject({ voided: 1, version: 2 });
  });

  test("takes what depends on it along when it changes", async () => {
    await state("policy", { sourceKey: "moved" });
    await state("servicePlan", { sourceKey: "moved", policyKey: "moved" });
    await state("serviceRecord", {
      ...{ sourceKey: "moved", policyKey: "moved", planKey: "moved" },
      evidence: [
        { digest: "0".repeat(64), kind: "PHOTO", capturedAt: "2026-06-01T01:00:00.000000Z" },
      ],
    });
    await state("hazard", { sourceKey: "moved", serviceRecordKey: "moved" });

    await state("policy", {
      ...{ sourceKey: "moved", action: CORRECT, baseVersion: 1, reason: ChangeReason.WRONG_PARTY },
      enterpriseUscc: other,
    });

    const enterprise_id = entityId("ent", other);
    expect(await policy("moved")).toMatchObject({ enterprise_id });
    for (const table of ["service_plan", "service_record", "service_evidence", "hazard"])
      expect(await register.rows(table, "enterprise_id")).toEqual([{ enterprise_id }]);
  });
});

test("a voided ledger entry stays, and its exact mirror is booked", async () => {
  await state("policy", { sourceKey: "P-2026-0001" });
  const amount = { kind: "EXTRACT", category: null, payee: null, invoiceNo: null };
  const entry = { sourceKey: "fee", ...amount, serviceRecordKey: null };
  await state("feeEntry", entry);

  const voided = await state("feeEntry", {
    ...{ sourceKey: "fee", action: VOID, baseVersion: 1, reason },
  });
  const corrected = await state("feeEntry", {
    ...{ ...entry, action: CORRECT, baseVersion: 2, reason, amountFen: "1" },
  });

  expect([voided.status, corrected.status]).toEqual(["ACCEPTED", "REJECTED"]);
  const rows = await register.rows("fee_entry", "kind, amount_fen, year, booked_on, reverses_id");
  expect(rows).toEqual([
    {
      kind: "EXTRACT",
      amount_fen: "300000",
      year: 2026,
      booked_on: "2026-06-01",
      reverses_id: null,
    },
    {
      ...{ kind: "REVERSAL", amount_fen: "300000", year: 2026, booked_on: "2026-07-15" },
      reverses_id: voided.recordId,
    },
  ]);
});
