import { instantFromDatabase } from "../database/calendar";
import type { Change } from "./change";
import type { Plain } from "./plain";
import { RecordStatus } from "./record-status";
import { ruleSetVersion } from "./rules/submission-limits";
import type { SubmissionInput } from "./submission-input";
import type { SubmissionReceipt, SubmitAnswer } from "./submit-result";

/** What a receipt is made from. */
export interface ReceiptSources {
  readonly submissionId: string;
  readonly fingerprint: string;
  readonly recordType: string;
  readonly receivedAt: string;
}

/** The receipt as it is kept; whether it is replayed is said when it is answered. */
export type KeptReceipt = Omit<Plain<SubmissionReceipt>, "replayed">;

/** Writes the receipt of a processed submission. */
export function receiptOf(
  sources: ReceiptSources,
  input: SubmissionInput,
  changes: readonly Change[],
): KeptReceipt {
  const count = (status: RecordStatus): number =>
    changes.reduce((sum, change) => sum + (change.status === status ? 1 : 0), 0);
  return {
    submissionId: sources.submissionId,
    submissionKey: input.submissionKey,
    mode: input.mode,
    acceptance: input.acceptance,
    recordType: sources.recordType,
    fingerprint: sources.fingerprint,
    receivedAt: instantFromDatabase(sources.receivedAt),
    ruleSetVersion,
    sent: changes.length,
    accepted: count(RecordStatus.ACCEPTED),
    unchanged: count(RecordStatus.UNCHANGED),
    pending: count(RecordStatus.PENDING),
    rejected: count(RecordStatus.REJECTED),
    outcomes: changes.map((change, index) => ({
      index,
      sourceKey: change.sourceKey,
      recordId: change.recordId,
      status: change.status ?? RecordStatus.REJECTED,
      version: change.version,
      waitsForId: change.waitsForId,
      waitsUntil: change.waitsUntil,
      findings: change.findings,
    })),
  };
}

/** The answer to the call that was processed, or to one that repeats it. */
export function answerReceipt(kept: string, replayed: boolean): SubmitAnswer {
  const receipt = JSON.parse(kept) as KeptReceipt;
  return { __typename: "SubmissionReceipt", ...receipt, replayed };
}
