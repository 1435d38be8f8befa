import type { Transaction } from "../database/database";
import { applyChanges, type Work } from "./apply-changes";
import type { Change } from "./change";
import { releaseWaiting, storePending } from "./pending";
import { RecordStatus } from "./record-status";
import { recordTypes, type RecordType } from "./record-type";

/**
 * Applies the changes of one submission: judged and stored, kept where they wait, and what waited
 * for them taken up. Afterwards each change says what became of it.
 */
export async function applySubmission(
  work: Work,
  submissionId: string,
  decide?: Parameters<typeof applyChanges>[1],
): Promise<void> {
  const { transaction, changes, clock } = work;
  const arrived = await applyChanges(work, decide);
  const waiting = await keepWaiting(work);
  // Whoever is waited for by a record it waits for itself has arrived for that one.
  const settled = await releaseWaiting(transaction, [...arrived, ...waiting], clock);
  noteSettled(changes, settled, submissionId);
}

/** Answers the ids of those that others of their type's mutual references may wait for. */
async function keepWaiting({ transaction, type, changes, clock }: Work): Promise<string[]> {
  const pending = changes.filter(({ status }) => status === RecordStatus.PENDING);
  if (pending.length === 0) return [];
  const read: Transaction["query"] = (statement) => transaction.query(statement);
  const until = await type.waitsUntil(read, clock);
  for (const change of pending) change.waitsUntil = until;
  await storePending(transaction, type, pending);
  return isMutual(type) ? pending.map(({ recordId }) => recordId) : [];
}

/** Whether records that its records wait for may wait for them as well. */
function isMutual({ entity }: RecordType): boolean {
  return recordTypes().some(({ references }) =>
    references.some((reference) => reference.mutual && reference.target() === entity),
  );
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
