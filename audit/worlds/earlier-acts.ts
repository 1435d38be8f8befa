import { entityId } from "../../src/database/entity-id";
import { Acceptance } from "../../src/submission/acceptance";
import { digestOf } from "../../src/submission/canonical-json";
import { receiptOf } from "../../src/submission/receipt";
import { ReceiptKind } from "../../src/submission/receipts/receipt-kind";
import { SubmissionMode } from "../../src/submission/submission-mode";
import type { StoredRow, World } from "../../test/oracle/visible-rows";
import { submissionKey } from "../operations/submission-values";

const keysEach = 6;
const day = "2026-07-01";

/**
 * What every insurer did before the audit: submissions under keys that the audit uses again, their
 * receipts, a batch that is held, a day without data and a reconciliation.
 */
export function earlierActs(world: World, at: string): World {
  const insurers = (world["organisation"] ?? []).filter(({ type }) => type === "INSURER");
  const acts = insurers.flatMap((insurer, place) =>
    Array.from({ length: keysEach }, (_, n) => {
      const key = submissionKey(n * insurers.length + place);
      return { insurer, key, position: n + 1, id: idOf(insurer, key) };
    }),
  );
  const lastOfEach = acts.filter(({ position }) => position === keysEach);
  return {
    submission: acts.map(({ insurer, key, id }) => ({
      ...{ id, organisation_id: insurer["id"] ?? null, mode: "LIVE", submission_key: key },
      ...{ fingerprint: "0".repeat(64), record_type: "policy", received_at: at },
      ...{ corrected: 0, voided: 0 },
    })),
    submission_receipt: acts.map((act) => receiptRow(act, at)),
    receipt_chain: lastOfEach.map(({ insurer, position, id }) => ({
      ...{ organisation_id: insurer["id"] ?? null, position, digest: digestOf(id) },
    })),
    held_submission: lastOfEach.map((act) => heldRow(act, at)),
    nil_declaration: insurers.map((insurer) => ({
      ...{ ...statedBy(insurer), record_type: "claim", day, declared_at: at },
    })),
    reconciliation: insurers.map((insurer, n) => ({
      ...{ ...statedBy(insurer), sequence: n + 1, record_type: "policy", day, reconciled_at: at },
      ...{ stated: 3, recorded: 2, differing_buckets: 1, agrees: 0 },
    })),
  };
}

interface EarlierAct {
  readonly insurer: StoredRow;
  readonly key: string;
  readonly position: number;
  readonly id: string;
}

function idOf(insurer: StoredRow, key: string): string {
  return entityId("sbm", String(insurer["id"]), "LIVE", key);
}

function statedBy({ id = null, insurer_id: owner_id = null }: StoredRow): StoredRow {
  return { organisation_id: id, owner_id, person: "audit" };
}

function receiptRow({ insurer, key, position, id }: EarlierAct, at: string): StoredRow {
  const kind = ReceiptKind.SUBMITTED;
  const body = receiptOf(
    {
      ...{ submissionId: id, submitter: String(insurer["code"]), fingerprint: "0".repeat(64) },
      ...{ recordType: "policy", receivedAt: at },
    },
    { submissionKey: key, mode: SubmissionMode.LIVE, acceptance: Acceptance.PER_RECORD },
    [],
    { kind, issuedAt: at, findings: [] },
  );
  const previous = idOf(insurer, key);
  return {
    ...{ submission_id: id, kind, organisation_id: insurer["id"] ?? null, position },
    ...{ body: JSON.stringify(body), previous_digest: digestOf(previous), key_id: "audit" },
    ...{ digest: digestOf(id), signature: "audit" },
  };
}

function heldRow({ insurer, id }: EarlierAct, at: string): StoredRow {
  return {
    ...{ submission_id: id, organisation_id: insurer["id"] ?? null, record_type: "policy" },
    ...{ region_prefix: insurer["region_prefix"] ?? null, owner_id: insurer["insurer_id"] ?? null },
    ...{ regulator: "FINANCIAL", records: 1, findings: "[]", changes: "[]", held_at: at },
    ...{ decision: null, decided_by_id: null, decided_person: null, note: null, decided_at: null },
  };
}
