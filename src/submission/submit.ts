import { faultOf } from "../database/fault";
import type { Transaction } from "../database/database";
import { entityId } from "../database/entity-id";
import { insertSql } from "../database/insert";
import { sql, value } from "../database/sql";
import { HubError } from "../error/hub-error";
import type { HubContext } from "../graph/context";
import { Acceptance } from "./acceptance";
import { applySubmission } from "./apply-submission";
import { canonicalJson, digestOf, type Json } from "./canonical-json";
import { changesOf } from "./change";
import { totalsOf } from "./control-totals";
import {
  holdAll,
  holdFindings,
  readTouched,
  touchedFindings,
  touchedToday,
  type HoldSubject,
  type Touched,
} from "./held/hold";
import { keepHeld } from "./held/keep-held";
import { rejectTogether } from "./judge";
import { answerReceipt, noSeal, receiptOf, type ReceiptSources } from "./receipt";
import { ReceiptKind } from "./receipts/receipt-kind";
import { lockChain, sealReceipt, storeReceipt } from "./receipts/seal-receipt";
import { answerStored, storedReceiptColumns } from "./receipts/stored-receipt";
import { Overtaken, isDuplicate } from "./overtaken";
import { ownerOf } from "./owner";
import type { RecordType } from "./record-type";
import { findingsOf, type Finding } from "./rule";
import { remitSubjectOf, withinRemit } from "./rules/remit.rules";
import {
  equalTotals,
  knownSubmitter,
  unusedKey,
  wellFormedSubmission,
} from "./rules/whole-submission.rules";
import type { SubmissionInput } from "./submission-input";
import { SubmissionMode } from "./submission-mode";
import type { SubmitAnswer } from "./submit-result";

type SubmitContext = Pick<
  HubContext,
  "caller" | "clock" | "database" | "signer" | "identityDigests"
>;

/** A submission whose form is right, with everything that identifies it. */
interface Act extends ReceiptSources {
  readonly type: RecordType;
  readonly input: SubmissionInput;
  readonly owner: string;
  readonly context: SubmitContext;
}

/**
 * One act of reporting: refused as a whole, or each record judged and stored in one transaction
 * together with everything that waited for it. The same call again gets the same receipt.
 */
export async function submit(
  type: RecordType,
  input: SubmissionInput,
  context: SubmitContext,
): Promise<SubmitAnswer> {
  const act = readAct(type, input, context);
  if ("__typename" in act) return act;
  let isRepeated = false;
  try {
    return await context.database.transaction((transaction) => {
      const result = perform(act, transaction, isRepeated);
      isRepeated = true;
      return result;
    });
  } catch (error) {
    if (error instanceof Undone) return error.answer;
    const committed = isAmbiguous(error) ? await readBack(act) : null;
    if (committed) return committed;
    throw error;
  }
}

/** Carries the answer out of a transaction that must leave nothing behind. */
class Undone extends Error {
  constructor(readonly answer: SubmitAnswer) {
    super("answered, and nothing kept");
  }
}

function readAct(
  type: RecordType,
  input: SubmissionInput,
  context: SubmitContext,
): Act | SubmitAnswer {
  const { caller, clock } = context;
  const { submissionKey, mode, records } = input;
  const owner = ownerOf(caller);
  const findings = [
    ...findingsOf(wellFormedSubmission, { submissionKey, records: records.length }, { clock }),
    ...findingsOf(knownSubmitter, { owner }, { clock }),
    ...findingsOf(withinRemit, remitSubjectOf(type, caller, records), { clock }),
  ];
  if (findings.length > 0 || owner === null)
    return { __typename: "SubmissionRefused", submissionKey, findings };
  return {
    type,
    input,
    owner,
    context,
    submitter: caller.organisationCode,
    submissionId: entityId("sbm", caller.organisationId, mode, submissionKey),
    // Scalars and enums are read, so what is left is JSON.
    fingerprint: digestOf(canonicalJson(input as unknown as Json)),
    recordType: type.name,
    receivedAt: clock.now,
  };
}

async function perform(
  act: Act,
  transaction: Transaction,
  isRepeated: boolean,
): Promise<SubmitAnswer> {
  const { type, input, owner, submissionId } = act;
  const { clock } = act.context;
  const earlier = await claimKey(act, transaction);
  if (earlier) return earlier;
  const mismatch = compareTotals(act);
  if (mismatch) throw new Undone(mismatch);
  const { identityDigests } = act.context;
  const changes = changesOf({ type, owner, submissionId, clock, identityDigests }, input.records);
  const subject = holdSubjectOf(act);
  let touched = nothingTouched;
  let held: Finding[] = [];
  const work = { transaction, type, changes, clock, isRepeated };
  await applySubmission(work, submissionId, async (circumstances) => {
    if (input.acceptance === Acceptance.ALL_OR_NOTHING) rejectTogether(changes, circumstances);
    touched = await readTouched(transaction, subject, changes);
    held = await holdFindings(transaction, subject, changes, touched);
    if (held.length > 0) holdAll(changes);
  });
  const occasion = { kind: ReceiptKind.SUBMITTED, issuedAt: clock.now, findings: held };
  const receipt = receiptOf(act, input, changes, occasion);
  if (input.mode === SubmissionMode.VALIDATE_ONLY)
    throw new Undone(answerReceipt(receipt, noSeal, false));
  if (held.length > 0) await keepHeld(transaction, act, changes, held);
  else await noteTouched(transaction, submissionId, touched);
  const stored = await storeReceipt(transaction, subject.organisationId, receipt);
  const end = await lockChain(transaction, subject.organisationId);
  if (held.length === 0) await refuseOvertaken(transaction, subject, touched);
  const seal = await sealReceipt(transaction, act.context.signer, stored, end);
  return answerReceipt(receipt, seal, false);
}

const nothingTouched: Touched = { corrected: 0, voided: 0, before: { corrected: 0, voided: 0 } };

function holdSubjectOf({ type, owner, submissionId, context }: Act): HoldSubject {
  const { caller, clock } = context;
  return { type, owner, submissionId, organisationId: caller.organisationId, clock };
}

/** What a submission changes counts towards the next ones of its day. */
async function noteTouched(
  transaction: Transaction,
  submissionId: string,
  { corrected, voided }: Touched,
): Promise<void> {
  if (corrected + voided === 0) return;
  await transaction.execute(
    sql`UPDATE submission SET corrected = ${value(corrected)}, voided = ${value(voided)}
      WHERE id = ${value(submissionId)}`,
  );
}

/** Several submissions at once, each small, must not pass where their sum would be held. */
async function refuseOvertaken(
  transaction: Transaction,
  subject: HoldSubject,
  touched: Touched,
): Promise<void> {
  if (touched.corrected + touched.voided === 0) return;
  const before = await touchedToday(transaction, subject);
  const findings = await touchedFindings(
    transaction,
    subject,
    { ...touched, before },
    touched.voided,
  );
  if (findings.length > 0) throw new Overtaken();
}

/**
 * Takes the key for this transaction. A second call with the same key waits here for the first and
 * is then answered with what became of it.
 */
async function claimKey(act: Act, transaction: Transaction): Promise<SubmitAnswer | null> {
  const { input, context } = act;
  const [statement] = insertSql({
    table: "submission",
    columns: [
      ...["id", "organisation_id", "mode", "submission_key", "fingerprint", "record_type"],
      "received_at",
    ],
    rows: [
      [
        ...[act.submissionId, context.caller.organisationId, input.mode, input.submissionKey],
        ...[act.fingerprint, act.type.name, context.clock.now],
      ],
    ],
  });
  try {
    if (statement) await transaction.execute(statement);
    return null;
  } catch (error) {
    if (!isDuplicate(error)) throw error;
    return readReceipt(act, (query) => transaction.query(query), true);
  }
}

/** The lost connection may have committed or not: what is stored under the key tells. */
async function readBack(act: Act): Promise<SubmitAnswer | null> {
  return readReceipt(act, (query) => act.context.database.read(query), false);
}

function isAmbiguous(error: unknown): boolean {
  return error instanceof HubError
    ? error.code === "DATABASE_UNAVAILABLE"
    : faultOf(error) === "UNAVAILABLE";
}

async function readReceipt(
  act: Act,
  read: Transaction["query"],
  replayed: boolean,
): Promise<SubmitAnswer | null> {
  const { submissionKey } = act.input;
  const [row] = await read(
    sql`SELECT s.record_type, s.fingerprint, ${storedReceiptColumns}
      FROM submission s JOIN submission_receipt r ON r.submission_id = s.id
      WHERE s.id = ${value(act.submissionId)} AND r.kind = ${value(ReceiptKind.SUBMITTED)}`,
  );
  if (!row) return null;
  const stored = row["fingerprint"] as string;
  const sent = act.fingerprint;
  const findings = findingsOf(
    unusedKey,
    { stored: `${String(row["record_type"])} ${stored}`, sent: `${act.recordType} ${sent}` },
    act.context,
  );
  if (findings.length === 0) return answerStored(row, replayed);
  return {
    __typename: "SubmissionKeyConflict",
    submissionKey,
    storedFingerprint: stored,
    sentFingerprint: sent,
    findings,
  };
}

function compareTotals({ type, input, context }: Act): SubmitAnswer | null {
  const totals = totalsOf(type, input.declared, input.records);
  const differing = totals.map((total) => ({
    total,
    findings: findingsOf(equalTotals, total, context),
  }));
  const wrong = differing.filter(({ findings }) => findings.length > 0);
  if (wrong.length === 0) return null;
  return {
    __typename: "ControlTotalsMismatch",
    submissionKey: input.submissionKey,
    differences: wrong.map(({ total: { name, declared, sent } }) => ({
      name,
      declared: declared ?? null,
      sent: sent ?? null,
    })),
    findings: wrong.flatMap(({ findings }) => findings),
  };
}
