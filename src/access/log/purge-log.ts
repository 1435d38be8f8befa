import type { Database, Row, Transaction } from "../../database/database";
import { joinSql, sql, trusted, value, valueList } from "../../database/sql";
import type { ChainKey } from "./chain-key";
import { lockHead, moveHead } from "./log-head";
import { unpackSubjects } from "./subject-set";

/** Entries removed in one transaction: appending waits no longer than that takes. */
const chunkEntriesMax = 2_000;
const subjectsPerStatementMax = 1_000;

/**
 * Removes the entries before `before` (an instant in the database's form), from the front and
 * without gaps. The head then says, under its MAC, where the log begins and which hash came before,
 * so that nothing else can be missing unnoticed. Answers how many were removed.
 */
export async function purgeLog(database: Database, key: ChainKey, before: string): Promise<number> {
  let removed = 0;
  for (;;) {
    const inChunk = await database.transaction((t) => removeChunk(t, key, before));
    removed += inChunk;
    if (inChunk < chunkEntriesMax) return removed;
  }
}

async function removeChunk(
  transaction: Transaction,
  key: ChainKey,
  before: string,
): Promise<number> {
  const head = await lockHead(transaction);
  if (!head) return 0;
  // Ends that cannot be verified are for `hub audit verify`; removing would make them look right.
  if (head.keyId !== key.id || !key.isOfEnds(head, head.mac))
    throw new Error("the head of the access log is not what the hub wrote; nothing was removed");
  const oldest = await transaction.query(
    sql`SELECT seq, at, hash, subjects_digest FROM access_log_entry
      WHERE seq >= ${value(head.firstSeq)} ORDER BY seq LIMIT ${trusted(String(chunkEntriesMax))}`,
  );
  const expired = prefix(oldest, (row) => String(row["at"]) < before);
  const last = expired.at(-1);
  if (!last) return 0;
  const seq = Number(last["seq"]);
  await transaction.execute(sql`DELETE FROM access_log_entry WHERE seq <= ${value(seq)}`);
  await removeSets(transaction, expired);
  await moveHead(transaction, key, {
    seq: head.seq,
    hash: head.hash,
    firstSeq: seq + 1,
    hashBefore: String(last["hash"]),
  });
  return expired.length;
}

function prefix(rows: readonly Row[], holds: (row: Row) => boolean): readonly Row[] {
  const end = rows.findIndex((row) => !holds(row));
  return end === -1 ? rows : rows.slice(0, end);
}

/** Sets that no entry refers to any more. The lock on the head keeps others from using one now. */
async function removeSets(transaction: Transaction, expired: readonly Row[]): Promise<void> {
  const digests = [...new Set(expired.map((row) => row["subjects_digest"] as string | null))];
  const unused = await transaction.query(
    sql`SELECT digest, ids FROM access_log_subject_set s WHERE digest IN (${valueList(digests)})
      AND NOT EXISTS (SELECT 1 FROM access_log_entry e WHERE e.subjects_digest = s.digest)`,
  );
  for (const row of unused) {
    const digest = String(row["digest"]);
    const subjects = unpackSubjects(String(row["ids"]));
    for (let from = 0; from < subjects.length; from += subjectsPerStatementMax) {
      const ids = valueList(subjects.slice(from, from + subjectsPerStatementMax));
      await transaction.execute(
        sql`DELETE FROM access_log_subject WHERE subject_id IN (${ids})
          AND digest = ${value(digest)}`,
      );
    }
  }
  const gone = unused.map((row) => value(String(row["digest"])));
  if (gone.length)
    await transaction.execute(
      sql`DELETE FROM access_log_subject_set WHERE digest IN (${joinSql(gone, ", ")})`,
    );
}
