import { faultOf } from "../database/fault";
import type { Transaction } from "../database/database";
import { entityId } from "../database/entity-id";
import { insertSql } from "../database/insert";
import { sql, value } from "../database/sql";
import { HubError } from "../error/hub-error";
import type { HubContext } from "../graph/context";
import { Acceptance } from "./acceptance";
import { applyChanges } from "./apply-changes";
import { canonicalJson, digestOf, type Json } from "./canonical-json";
import { changesOf, type Change } from "./change";
import { totalsOf } from "./control-totals";
import { rejectTogether } from "./judge";
import { releaseWaiting, storePending } from "./pending";
import { answerReceipt, receiptOf, type ReceiptSources } from "./receipt";
import { RecordStatus } from "./record-status";
import type { RecordType } from "./record-type";
import { findingsOf } from "./rule";
import {
  equalTotals,
  knownSubmitter,
  unusedKey,
  wellFormedSubmission,
} from "./rules/whole-submission.rules";
import type { SubmissionInput } from "./submission-input";
import { SubmissionMode } from "./submission-mode";
import type { SubmitAnswer } from "./submit-result";

type SubmitContext = Pick<HubContext, "caller" | "clock" | "database">;

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
  try {
    return await context.database.transaction((transaction) => perform(act, transaction));
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
  const owner = caller.insurerId;
  const findings = [
    ...findingsOf(wellFormedSubmission, { submissionKey, records: records.length }, { clock }),
    ...findingsOf(knownSubmitter, { owner }, { clock }),
  ];
  if (findings.length > 0 || owner === null)
    return { __typename: "SubmissionRefused", submissionKey, findings };
  return {
    type,
    input,
    owner,
    context,
    submissionId: entityId("sbm", caller.organisationId, mode, submissionKey),
    // Scalars and enums are read, so what is left is JSON.
    fingerprint: digestOf(canonicalJson(input as unknown as Json)),
    recordType: type.name,
    receivedAt: clock.now,
  };
}

async function perform(act: Act, transaction: Transaction): Promise<SubmitAnswer> {
  const { type, input, owner, submissionId } = act;
  const { clock } = act.context;
  const earlier = await claimKey(act, transaction);
  if (earlier) return earlier;
  const mismatch = compareTotals(act);
  if (mismatch) throw new Undone(mismatch);
  const changes = changesOf({ type, owner, submissionId, clock }, input.records);
  const arrived = await applyChanges({ transaction, type, changes, clock }, (circumstances) => {
    if (input.acceptance === Acceptance.ALL_OR_NOTHING) rejectTogether(changes, circumstances);
  });
  await keepWaiting(act, transaction, changes);
  const settled = await releaseWaiting(transaction, arrived, clock);
  noteSettled(changes, settled, submissionId);
  const kept = JSON.stringify(receiptOf(act, input, changes));
  const answer = answerReceipt(kept, false);
  if (input.mode === SubmissionMode.VALIDATE_ONLY) throw new Undone(answer);
  await transaction.execute(
    sql`UPDATE submission SET receipt = ${value(kept)} WHERE id = ${value(submissionId)}`,
  );
  return answer;
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
      ...["receipt", "received_at"],
    ],
    rows: [
      [
        ...[act.submissionId, context.caller.organisationId, input.mode, input.submissionKey],
        ...[act.fingerprint, act.type.name, "", context.clock.now],
      ],
    ],
  });
  try {
    if (statement) await transaction.execute(statement);
    return null;
  } catch (error) {
    if ((error as { errno?: unknown }).errno !== duplicateEntry) throw error;
    return readReceipt(act, (query) => transaction.query(query), true);
  }
}

const duplicateEntry = 1062;

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
    sql`SELECT record_type, fingerprint, receipt FROM submission WHERE id = ${value(act.submissionId)}`,
  );
  if (!row) return null;
  const stored = row["fingerprint"] as string;
  const sent = act.fingerprint;
  const findings = findingsOf(
    unusedKey,
    { stored: `${String(row["record_type"])} ${stored}`, sent: `${act.recordType} ${sent}` },
    act.context,
  );
  if (findings.length === 0) return answerReceipt(row["receipt"] as string, replayed);
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

async function keepWaiting(
  act: Act,
  transaction: Transaction,
  changes: readonly Change[],
): Promise<void> {
  const pending = changes.filter(({ status }) => status === RecordStatus.PENDING);
  if (pending.length === 0) return;
  const read: Transaction["query"] = (statement) => transaction.query(statement);
  const until = await act.type.waitsUntil(read, act.context.clock);
  for (const change of pending) change.waitsUntil = until;
  await storePending(transaction, act.type, pending);
}

/** What waited for a record of its own submission does not wait any more. */
function noteSettled(changes: readonly Change[], settled: readonly Change[], id: string): void {
  const own = settled.filter(({ submissionId }) => submissionId === id);
  if (own.length === 0) return;
  const waiting = new Map(changes.map((change) => [change.recordId, change]));
  for (const { recordId, status, version, findings } of own)
    Object.assign(waiting.get(recordId) ?? {}, {
      ...{ status, version, findings },
      ...{ waitsForId: null, waitsUntil: null },
    });
}
