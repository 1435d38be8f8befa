import type { Row, Transaction } from "../../database/database";
import { sql, trusted, value, type Sql } from "../../database/sql";
import type { ChainKey, LogEnds } from "./chain-key";
import { hashOfNothing } from "./chain-key";

/** The head as it is stored. */
export interface StoredHead extends LogEnds {
  readonly keyId: string;
  readonly mac: string;
}

const columns = trusted("seq, hash, first_seq, hash_before, key_id, mac");

/** Reads the head of a row of `access_log_head`. */
export function headOf(row: Row): StoredHead {
  return {
    seq: Number(row["seq"]),
    hash: String(row["hash"]),
    firstSeq: Number(row["first_seq"]),
    hashBefore: String(row["hash_before"]),
    keyId: String(row["key_id"]),
    mac: String(row["mac"]),
  };
}

/**
 * Locks the head, so that whoever appends or removes does so alone, however many hubs there are.
 * Null when there is no head: before the first entry, or when somebody removed it.
 */
export async function lockHead(transaction: Transaction): Promise<StoredHead | null> {
  const select = sql`SELECT ${columns} FROM access_log_head WHERE id = 1 FOR UPDATE`;
  const [row] = await transaction.query(select);
  return row ? headOf(row) : null;
}

/** The head of a log without entries; stored, and locked. */
export async function beginLog(transaction: Transaction, key: ChainKey): Promise<LogEnds> {
  const ends = { seq: 0, hash: hashOfNothing, firstSeq: 1, hashBefore: hashOfNothing };
  const { seq, hash, firstSeq, hashBefore } = ends;
  // Another hub may begin at the same moment.
  await transaction.execute(
    sql`INSERT INTO access_log_head (id, ${columns}) VALUES (1, ${value(seq)}, ${value(hash)},
      ${value(firstSeq)}, ${value(hashBefore)}, ${value(key.id)}, ${value(key.endsMac(ends))})
      ON DUPLICATE KEY UPDATE id = id`,
  );
  const head = await lockHead(transaction);
  if (!head) throw new Error("the head of the access log cannot be written");
  return head;
}

/**
 * Right after {@link moveHeadFrom}: fails, so that nothing after it is done, when the head was not
 * moved. (A value of two rows is an error, on every server; there is no plain way to say so.)
 */
export const headMustHaveMoved = trusted(
  "SET @moved = ROW_COUNT(); " +
    "SET @moved = (SELECT n FROM (SELECT 1 AS n UNION ALL SELECT 2) two WHERE @moved <> 1)",
);

/** Stores new ends if the log still ends as `from` says, and locks the head; else matches no row. */
export function moveHeadFrom(key: ChainKey, from: LogEnds, to: LogEnds): Sql {
  // Each column is compared: the MAC alone would leave in place what somebody did to the others.
  return sql`UPDATE access_log_head SET seq = ${value(to.seq)}, hash = ${value(to.hash)},
      mac = ${value(key.endsMac(to))}
      WHERE id = 1 AND seq = ${value(from.seq)} AND hash = ${value(from.hash)}
      AND first_seq = ${value(from.firstSeq)} AND hash_before = ${value(from.hashBefore)}
      AND key_id = ${value(key.id)} AND mac = ${value(key.endsMac(from))}`;
}

/** Stores new ends; the row is locked by {@link lockHead}. */
export async function moveHead(
  transaction: Transaction,
  key: ChainKey,
  ends: LogEnds,
): Promise<void> {
  const { seq, hash, firstSeq, hashBefore } = ends;
  await transaction.execute(
    sql`UPDATE access_log_head SET seq = ${value(seq)}, hash = ${value(hash)},
      first_seq = ${value(firstSeq)}, hash_before = ${value(hashBefore)},
      key_id = ${value(key.id)}, mac = ${value(key.endsMac(ends))} WHERE id = 1`,
  );
}
