import type { Transaction } from "../database/database";
import { modelOf } from "../query/entity-model";
import type { RequestClock } from "../query/select";
import type { Change } from "./change";
import { deriveConsequences, deriveMoved, followedRows } from "./consequences";
import { renewCopies } from "./copies";
import { noteDue } from "./findings/note-due";
import { lockArrivedHeads, lockHeads, type Head } from "./heads";
import { judge, type Circumstances } from "./judge";
import { readKnownContent } from "./known-content";
import {
  isAwaited,
  parentsOf,
  readMutualWaits,
  readParents,
  type MutualWaits,
  type Parents,
} from "./parents";
import { RecordAction } from "./record-action";
import { RecordStatus } from "./record-status";
import type { RecordType } from "./record-type";
import { storeAccepted } from "./store";

/** Changes of one type and the transaction they belong to. */
export interface Work {
  readonly transaction: Transaction;
  readonly type: RecordType;
  readonly changes: readonly Change[];
  readonly clock: RequestClock;
  /** Others came between before: now all is locked first, and they wait. */
  readonly isRepeated?: boolean;
}

/**
 * Locks, judges and stores changes of distinct records; nothing else of the hub is looked at. The
 * caller's `decide` may still reject or hold what was judged acceptable. Answers the ids that got a new version.
 */
export async function applyChanges(
  work: Work,
  decide: (circumstances: Circumstances) => Promise<void> = () => Promise.resolve(),
): Promise<string[]> {
  const { transaction, type, changes, clock } = work;
  const open = changes.filter(({ status }) => status === null);
  const heads = new Map(await lockOwnHeads(work));
  await readKnownContent(transaction, open, heads);
  const parents: Parents = new Map();
  const named = open.flatMap((change) => parentsOf(type, change));
  await readParents(transaction, named, parents);
  let mutual: MutualWaits = new Set();
  const missing = named.filter((one) => isAwaited(parents, mutual, one));
  if (missing.length > 0) {
    // Whoever brings a parent locks its head first, so after this lock it is there or will see us;
    // and who waits is locked itself, as the parent may wait for it.
    const ids = missing.flatMap(({ id, by }) => [id, by]);
    const locked = await lockHeads(transaction, ids);
    // One of these changes may bring it.
    for (const [id, head] of locked) if (heads.has(id)) heads.set(id, head);
    await readParents(transaction, missing, parents);
    mutual = await readMutualWaits(transaction, missing);
  }
  const circumstances: Circumstances = { type, heads, parents, mutual, clock };
  for (const change of changes) judge(change, circumstances);
  await decide(circumstances);
  const accepted = changes.filter(({ status }) => status === RecordStatus.ACCEPTED);
  const changed = accepted.filter(({ version }) => (version ?? 0) > 1);
  if (accepted.length === 0) return [];
  const followed = await followedRows(transaction, type, idsOf(accepted));
  // Of a joint thing the row that changes is not the record's own.
  if (!type.joint)
    await noteDue(transaction, modelOf(type.entity).table, idsOf(accepted), idsOf(changed));
  const things = await storeAccepted(transaction, circumstances, accepted);
  const moved = await renewCopies(transaction, type.entity, [...idsOf(changed), ...things]);
  await deriveConsequences(transaction, type, idsOf(accepted), followed);
  await deriveMoved(transaction, moved);
  return [...idsOf(accepted), ...things, ...moved];
}

/**
 * What builds on a version may have to wait for it, so its record is locked even where it has not
 * arrived. Of the others, which are nearly all, nobody else needs to know before they are stored.
 */
async function lockOwnHeads({
  transaction,
  changes,
  isRepeated = false,
}: Work): Promise<ReadonlyMap<string, Head>> {
  if (isRepeated) return lockHeads(transaction, idsOf(changes));
  const builds = ({ action, baseVersion }: Change): boolean =>
    action !== RecordAction.NEW || baseVersion !== null;
  const building = idsOf(changes.filter(builds));
  if (building.length > 0) await lockHeads(transaction, building);
  return lockArrivedHeads(transaction, idsOf(changes));
}

function idsOf(changes: readonly Change[]): string[] {
  return changes.map(({ recordId }) => recordId);
}
