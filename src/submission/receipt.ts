import { instantFromDatabase } from "../database/calendar";
import type { Change } from "./change";
import { RecordStatus } from "./record-status";
import type { ReceiptKind } from "./receipts/receipt-kind";
import type { OpenReceipt, ReceiptSeal } from "./receipts/receipt-statement";
import type { Finding } from "./rule";
import { ruleSetVersion } from "./rules/submission-limits";
import type { SubmissionInput } from "./submission-input";
import type { SubmitAnswer } from "./submit-result";

/** What a receipt is made from. */
export interface ReceiptSources {
  readonly submissionId: string;
  /** Code of the organisation that submitted. */
  readonly submitter: string;
  readonly fingerprint: string;
  readonly recordType: string;
  readonly receivedAt: string;
}

/** What is said about the submission as a whole, and when. */
export interface ReceiptOccasion {
  readonly kind: ReceiptKind;
  readonly issuedAt: string;
  readonly findings: readonly Finding[];
}

/** Writes the receipt of a processed submission. */
export function receiptOf(
  sources: ReceiptSources,
  input: Pick<SubmissionInput, "submissionKey" | "mode" | "acceptance">,
  changes: readonly Change[],
  occasion: ReceiptOccasion,
): OpenReceipt {
  const count = (status: RecordStatus): number =>
    changes.reduce((sum, change) => sum + (change.status === status ? 1 : 0), 0);
  return {
    submissionId: sources.submissionId,
    submitter: sources.submitter,
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
    held: count(RecordStatus.HELD),
    kind: occasion.kind,
    issuedAt: instantFromDatabase(occasion.issuedAt),
    findings: [...occasion.findings],
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
export function answerReceipt(
  receipt: OpenReceipt,
  seal: ReceiptSeal,
  replayed: boolean,
): Extract<SubmitAnswer, { __typename: "SubmissionReceipt" }> {
  return { __typename: "SubmissionReceipt", ...receipt, ...seal, replayed };
}

/** Of a receipt that is no link of a chain: it was only validated. */
export const noSeal: ReceiptSeal = {
  position: null,
  previousDigest: null,
  keyId: null,
  digest: null,
  signature: null,
};
