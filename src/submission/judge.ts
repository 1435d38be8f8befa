import type { RequestClock } from "../query/select";
import { statesContent, type Change } from "./change";
import type { Head } from "./heads";
import { isAwaited, parentOf, parentsOf, type MutualWaits, type Parents } from "./parents";
import { RecordAction } from "./record-action";
import { RecordStatus } from "./record-status";
import type { RecordType } from "./record-type";
import { findingAt, findingsOf, type Finding } from "./rule";
import {
  allowedAction,
  arrivedBase,
  currentBase,
  togetherOrNotAtAll,
  type StatedChange,
} from "./rules/record-change.rules";
import { Severity } from "./severity";

/** What a change is judged against. Its record is locked. */
export interface Circumstances {
  readonly type: RecordType;
  readonly heads: ReadonlyMap<string, Head>;
  readonly parents: Parents;
  readonly mutual: MutualWaits;
  readonly clock: RequestClock;
}

/**
 * Decides one change: rejected, the same as what is there, waiting, or accepted as the next
 * version. Looks only at the record and at whether what it refers to is there.
 */
export function judge(change: Change, circumstances: Circumstances): void {
  const head = circumstances.heads.get(change.recordId);
  if (!head) throw new Error(`${change.recordId} is not locked`);
  change.version = head.version || null;
  if (change.status) return;
  if (repeats(change, head)) {
    change.status = RecordStatus.UNCHANGED;
    return;
  }
  const rejected = [
    ...stateFindings(change, head, circumstances),
    ...danglingFindings(change, circumstances),
  ];
  if (rejected.length > 0) {
    change.findings.push(...rejected);
    change.status = RecordStatus.REJECTED;
    return;
  }
  if (wait(change, head, circumstances)) return;
  change.version = head.version + 1;
  change.status = RecordStatus.ACCEPTED;
}

/** One rejection rejects all that were not rejected yet. */
export function rejectTogether(changes: readonly Change[], { clock }: Circumstances): void {
  const rejectedOthers = changes.filter((c) => c.status === RecordStatus.REJECTED).length;
  if (rejectedOthers === 0) return;
  for (const change of changes) {
    if (change.status === RecordStatus.REJECTED) continue;
    if (change.status === RecordStatus.ACCEPTED) change.version = (change.version ?? 1) - 1 || null;
    change.findings.push(...findingsOf(togetherOrNotAtAll, { rejectedOthers }, { clock }));
    change.status = RecordStatus.REJECTED;
    change.waitsForId = null;
  }
}

/** It states what the hub has. One that was overtaken by others it builds on does not. */
function repeats(change: Change, head: Head): boolean {
  const same = head.version > 0 && !head.voided && head.digest === change.digest;
  return same && statesContent(change.action) && (change.baseVersion ?? 0) <= head.version;
}

function stateFindings(change: Change, head: Head, circumstances: Circumstances): Finding[] {
  const stated = statedOf(change, head, circumstances.type);
  // A stale change names the version; what else its state forbids follows from that version.
  const stale = findingsOf(currentBase, stated, circumstances);
  return stale.length > 0 && change.action !== RecordAction.NEW
    ? stale
    : [...stale, ...findingsOf(allowedAction, stated, circumstances)];
}

/** What nobody will bring, so that waiting for it would be in vain: a code that is not in force. */
function danglingFindings(change: Change, { type, parents }: Circumstances): Finding[] {
  if (!statesContent(change.action)) return [];
  return parentsOf(type, change).flatMap((named) => {
    const { rule, path } = named.reference;
    if (rule?.severity !== Severity.REJECT || parentOf(parents, named)) return [];
    return [findingAt(rule, path)];
  });
}

/** Notes what the change waits for, all of it; it waits for the first. */
function wait(change: Change, head: Head, circumstances: Circumstances): boolean {
  const { type, parents, mutual } = circumstances;
  const stated = statedOf(change, head, type);
  const early = findingsOf(arrivedBase, stated, circumstances);
  if (early.length > 0) {
    change.findings.push(...early);
    change.waitsForId = change.recordId;
  }
  for (const named of parentsOf(type, change)) {
    const { rule, path } = named.reference;
    if (!rule || !isAwaited(parents, mutual, named)) continue;
    change.findings.push(findingAt(rule, path));
    change.waitsForId ??= named.id;
  }
  if (change.waitsForId === null) return false;
  change.status = RecordStatus.PENDING;
  return true;
}

function statedOf(change: Change, head: Head, type: RecordType): StatedChange {
  return {
    action: change.action,
    baseVersion: change.baseVersion,
    currentVersion: head.version,
    voided: head.voided,
    ledger: type.mirror !== undefined,
    onFile: head.digest !== null,
  };
}
