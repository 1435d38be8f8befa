import type { Transaction } from "../../database/database";
import { snakeCase } from "../../database/names";
import { identifier, sql, sqlTrue, trusted, value, type Sql } from "../../database/sql";
import { modelOf } from "../../query/entity-model";
import type { RequestClock } from "../../query/select";
import type { Change } from "../change";
import { RecordAction } from "../record-action";
import { RecordStatus } from "../record-status";
import type { RecordType } from "../record-type";
import { findingsOf, type Finding } from "../rule";
import { fewTouched, liveThatMatters, mayBeMany, mostlySound } from "../rules/hold.rules";
import { Severity } from "../severity";

/** Whose submission is judged. */
export interface HoldSubject {
  readonly type: RecordType;
  readonly owner: string;
  readonly organisationId: string;
  readonly submissionId: string;
  readonly clock: RequestClock;
}

/** What a submission changes of what is on file, and what was changed before it on the same day. */
export interface Touched {
  readonly corrected: number;
  readonly voided: number;
  readonly before: { readonly corrected: number; readonly voided: number };
}

const { CORRECT, VOID } = RecordAction;

/** What judged changes would do to the submitter's records. */
export async function readTouched(
  transaction: Transaction,
  subject: HoldSubject,
  changes: readonly Change[],
): Promise<Touched> {
  const count = (action: RecordAction): number =>
    changes.filter((change) => change.action === action && mayApply(change)).length;
  const [corrected, voided] = [count(CORRECT), count(VOID)];
  if (corrected + voided === 0) return { corrected, voided, before: { corrected: 0, voided: 0 } };
  return { corrected, voided, before: await touchedToday(transaction, subject) };
}

/** The broken rules that hold a submission; none when it may be applied. */
export async function holdFindings(
  transaction: Transaction,
  subject: HoldSubject,
  changes: readonly Change[],
  touched: Touched,
): Promise<Finding[]> {
  const { clock } = subject;
  const rejected = changes.filter(({ status }) => status === RecordStatus.REJECTED).length;
  const share = { rejected, sent: changes.length };
  // With nothing left to apply there is nothing to hold.
  if (rejected === changes.length) return [];
  return [
    ...findingsOf(mostlySound, share, { clock }),
    ...(await touchedFindings(transaction, subject, touched)),
  ];
}

/**
 * The same rule on a day's changes: also asked again when the chain is locked. By then this
 * submission's own are stored, so `stored` of the voided ones are not live any more.
 */
export async function touchedFindings(
  transaction: Transaction,
  subject: HoldSubject,
  { corrected, voided, before }: Touched,
  stored = 0,
): Promise<Finding[]> {
  const touched = corrected + voided + before.corrected + before.voided;
  if (corrected + voided === 0 || !mayBeMany(touched)) return [];
  const live = await liveRecords(transaction, subject, liveThatMatters(touched));
  const { clock } = subject;
  return findingsOf(fewTouched, { touched, live: live + before.voided + stored }, { clock });
}

/** Records the submitter corrected and voided today, without this submission. */
export async function touchedToday(
  transaction: Transaction,
  { type, organisationId, submissionId, clock }: HoldSubject,
): Promise<Touched["before"]> {
  const [row] = await transaction.query(
    sql`SELECT COALESCE(SUM(corrected), 0) AS corrected, COALESCE(SUM(voided), 0) AS voided
      FROM submission WHERE organisation_id = ${value(organisationId)}
      AND record_type = ${value(type.name)} AND id <> ${value(submissionId)}
      AND received_at >= CAST(${value(`${clock.today} 00:00:00`)} AS DATETIME) - INTERVAL 8 HOUR`,
  );
  return { corrected: Number(row?.["corrected"]), voided: Number(row?.["voided"]) };
}

/** Holds everything that was not rejected: nothing of the submission is applied. */
export function holdAll(changes: readonly Change[]): void {
  for (const change of changes) {
    if (change.status === RecordStatus.REJECTED) continue;
    if (change.status === RecordStatus.ACCEPTED) change.version = (change.version ?? 1) - 1 || null;
    // It does not wait for another record, but for an officer.
    change.findings = change.findings.filter(({ severity }) => severity !== Severity.WAIT);
    change.status = RecordStatus.HELD;
    change.waitsForId = null;
  }
}

function mayApply({ status }: Change): boolean {
  return status === RecordStatus.ACCEPTED || status === RecordStatus.PENDING;
}

/** The submitter's live records of a type; counting ends at `max`. */
async function liveRecords(
  transaction: Transaction,
  { type, owner }: HoldSubject,
  max: number,
): Promise<number> {
  const live = type.joint ? liveStatements(type, owner) : liveRows(type, owner);
  const [row] = await transaction.query(
    sql`SELECT COUNT(*) AS n FROM (${live} LIMIT ${trusted(String(max))}) l`,
  );
  return Number(row?.["n"]);
}

function liveRows(type: RecordType, owner: string): Sql {
  const column = identifier(snakeCase(type.owner ?? "insurerId"));
  // Rows of a ledger are never void, only mirrored.
  const live = type.mirror ? sqlTrue : trusted("t.voided = 0");
  const table = identifier(modelOf(type.entity).table);
  return sql`SELECT 1 FROM ${table} t WHERE t.${column} = ${value(owner)} AND ${live}`;
}

/** Where several state one row, the row says nothing about whose it is. */
function liveStatements(type: RecordType, owner: string): Sql {
  return sql`SELECT 1 FROM record_version v JOIN record_head h ON h.record_id = v.record_id
    WHERE v.owner_id = ${value(owner)} AND v.record_type = ${value(type.name)} AND v.version = 1
    AND h.voided = 0`;
}
