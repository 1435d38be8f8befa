import type { Transaction } from "../database/database";
import type { RequestClock } from "../query/select";
import type { Change } from "./change";
import { renewCopies } from "./copies";
import { lockHeads } from "./heads";
import { judge, type Circumstances } from "./judge";
import { readKnownContent } from "./known-content";
import { parentsOf, readParents, type Parents } from "./parents";
import { RecordStatus } from "./record-status";
import type { RecordType } from "./record-type";
import { storeAccepted } from "./store";

/** Changes of one type and the transaction they belong to. */
export interface Work {
  readonly transaction: Transaction;
  readonly type: RecordType;
  readonly changes: readonly Change[];
  readonly clock: RequestClock;
}

/**
 * Locks, judges and stores changes of distinct records; nothing else of the hub is looked at. The
 * caller's `decide` may still reject what was judged acceptable. Answers the ids that got a new version.
 */
export async function applyChanges(
  work: Work,
  decide: (circumstances: Circumstances) => void = () => undefined,
): Promise<string[]> {
  const { transaction, type, changes, clock } = work;
  const open = changes.filter(({ status }) => status === null);
  const heads = new Map(
    await lockHeads(
      transaction,
      changes.map(({ recordId }) => recordId),
    ),
  );
  await readKnownContent(transaction, open, heads);
  const parents: Parents = new Map();
  const named = open.flatMap((change) => parentsOf(type, change));
  await readParents(transaction, named, parents);
  const missing = named.filter(({ id, reference }) => reference.rule && !parents.has(id));
  if (missing.length > 0) {
    // Whoever brings a parent locks its head first, so after this lock it is there or will see us.
    await lockHeads(
      transaction,
      missing.map(({ id }) => id),
    );
    await readParents(transaction, missing, parents);
  }
  const circumstances: Circumstances = { type, heads, parents, clock };
  for (const change of changes) judge(change, circumstances);
  decide(circumstances);
  const accepted = changes.filter(({ status }) => status === RecordStatus.ACCEPTED);
  await storeAccepted(transaction, type, accepted, parents, clock);
  const changed = accepted.filter(({ version }) => (version ?? 0) > 1);
  await renewCopies(
    transaction,
    type.entity,
    changed.map(({ recordId }) => recordId),
  );
  return accepted.map(({ recordId }) => recordId);
}
