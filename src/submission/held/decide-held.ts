import type { Row, Transaction } from "../../database/database";
import { sql, value } from "../../database/sql";
import type { HubContext } from "../../graph/context";
import { applySubmission } from "../apply-submission";
import type { Change } from "../change";
import { answerReceipt, receiptOf } from "../receipt";
import { RecordStatus } from "../record-status";
import { recordTypeNamed } from "../record-type";
import { ReceiptKind } from "../receipts/receipt-kind";
import type { OpenReceipt } from "../receipts/receipt-statement";
import { lockChain, sealReceipt, storeReceipt } from "../receipts/seal-receipt";
import { answerStored, storedReceiptColumns } from "../receipts/stored-receipt";
import { findingsOf, type Finding } from "../rule";
import { notDiscarded } from "../rules/hold.rules";
import type { SubmitAnswer } from "../submit-result";
import { openChanges } from "./held-changes";
import { decidedBy } from "./held-reach";

type Decider = Pick<HubContext, "caller" | "person" | "clock" | "database" | "signer">;
type Receipt = Extract<SubmitAnswer, { __typename: "SubmissionReceipt" }>;

/** An officer's decision about a held submission. */
export interface HeldDecision {
  readonly submissionId: string;
  readonly decision: ReceiptKind.RELEASED | ReceiptKind.DISCARDED;
  readonly note: string;
}

/**
 * Decides about a held submission, once: released, its records are judged again as if they arrived
 * now and applied in one transaction; discarded, they are rejected. Answers the receipt of the
 * decision that was made, whoever made it first; null when the caller has none to make there.
 */
export function decideHeld(context: Decider, asked: HeldDecision): Promise<Receipt | null> {
  return context.database.transaction(async (transaction) => {
    const held = await lockHeld(transaction, context, asked.submissionId);
    if (!held) return null;
    if (held["decision"] !== null) return readDecided(transaction, held);
    const changes = openChanges(held["changes"] as string);
    const { clock } = context;
    const findings = JSON.parse(held["findings"] as string) as Finding[];
    if (asked.decision === ReceiptKind.DISCARDED) discard(changes, clock);
    else {
      const type = recordTypeNamed(held["record_type"] as string);
      await applySubmission({ transaction, type, changes, clock }, asked.submissionId);
    }
    await noteDecision(transaction, context, asked);
    const occasion = { kind: asked.decision, issuedAt: clock.now, findings };
    const receipt = laterReceipt(held, changes, occasion);
    const organisationId = held["organisation_id"] as string;
    const stored = await storeReceipt(transaction, organisationId, receipt);
    const end = await lockChain(transaction, organisationId);
    const seal = await sealReceipt(transaction, context.signer, stored, end);
    return answerReceipt(receipt, seal, false);
  });
}

async function lockHeld(
  transaction: Transaction,
  { caller }: Decider,
  submissionId: string,
): Promise<Row | undefined> {
  const [held] = await transaction.query(
    sql`SELECT h.*, r.body FROM held_submission h
      JOIN submission_receipt r ON r.submission_id = h.submission_id
        AND r.kind = ${value(ReceiptKind.SUBMITTED)}
      WHERE h.submission_id = ${value(submissionId)} AND ${decidedBy(caller)} FOR UPDATE`,
  );
  return held;
}

async function readDecided(transaction: Transaction, held: Row): Promise<Receipt> {
  const [row] = await transaction.query(
    sql`SELECT ${storedReceiptColumns} FROM submission_receipt r
      WHERE r.submission_id = ${value(held["submission_id"] as string)}
      AND r.kind = ${value(held["decision"] as string)}`,
  );
  if (!row) throw new Error(`no receipt of the decision on ${String(held["submission_id"])}`);
  return answerStored(row, true);
}

function discard(changes: readonly Change[], clock: Decider["clock"]): void {
  for (const change of changes) {
    if (change.status === RecordStatus.REJECTED) continue;
    change.findings.push(...findingsOf(notDiscarded, { isDiscarded: true }, { clock }));
    change.status = RecordStatus.REJECTED;
  }
}

async function noteDecision(
  transaction: Transaction,
  { caller, person, clock }: Decider,
  { submissionId, decision, note }: HeldDecision,
): Promise<void> {
  await transaction.execute(
    sql`UPDATE held_submission SET decision = ${value(decision)}, note = ${value(note)},
      decided_by_id = ${value(caller.organisationId)}, decided_person = ${value(person)},
      decided_at = ${value(clock.now)} WHERE submission_id = ${value(submissionId)}`,
  );
}

/** The same submission, with what became of it now. */
function laterReceipt(
  held: Row,
  changes: readonly Change[],
  occasion: Parameters<typeof receiptOf>[3],
): OpenReceipt {
  const first = JSON.parse(held["body"] as string) as OpenReceipt;
  const { submissionId, submitter, fingerprint, recordType, submissionKey } = first;
  const sources = {
    ...{ submissionId, submitter, fingerprint, recordType },
    receivedAt: held["held_at"] as string,
  };
  const { mode, acceptance } = first;
  return receiptOf(sources, { submissionKey, mode, acceptance }, changes, occasion);
}
