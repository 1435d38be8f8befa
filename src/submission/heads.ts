import type { Transaction } from "../database/database";
import { insertSql, updateColumns } from "../database/insert";
import { sql, valueList } from "../database/sql";
import type { Change } from "./change";
import { RecordAction } from "./record-action";

/** What the hub has of a record; version 0 when it has nothing yet. */
export interface Head {
  readonly version: number;
  /** Null: nothing was stated, the hub was loaded with it. */
  readonly digest: string | null;
  readonly voided: boolean;
}

const absent: Head = { version: 0, digest: null, voided: false };
const columns = ["record_id", "version", "digest", "voided"];

/**
 * Locks records until the end of the transaction and answers what the hub has of each. Records
 * that have not arrived are locked as well, so that who waits for one and who brings it meet here.
 * In one order for everybody, so that two transactions do not wait for each other.
 */
export async function lockHeads(
  transaction: Transaction,
  ids: Iterable<string>,
): Promise<ReadonlyMap<string, Head>> {
  const sorted = [...new Set(ids)].sort();
  const rows = sorted.map((id) => [id, 0, null, 0]);
  // The update changes nothing: it makes the statement take the lock of a row that is there.
  const lock = updateColumns(["record_id"]);
  for (const statement of insertSql({ table: "record_head", columns, rows }, lock))
    await transaction.execute(statement);
  const heads = new Map(sorted.map((id) => [id, absent]));
  const found = await transaction.query(
    sql`SELECT record_id, version, digest, voided FROM record_head
      WHERE record_id IN (${valueList(sorted)}) AND version > 0`,
  );
  for (const row of found)
    heads.set(row["record_id"] as string, {
      version: row["version"] as number,
      digest: row["digest"] as string | null,
      voided: row["voided"] === 1,
    });
  return heads;
}

/** Makes accepted changes the current versions. Their heads are locked. */
export async function moveHeads(
  transaction: Transaction,
  changes: readonly Change[],
): Promise<void> {
  const rows = changes.map(({ recordId, version, digest, action }) => [
    recordId,
    version,
    digest,
    action === RecordAction.VOID ? 1 : 0,
  ]);
  const update = updateColumns(columns.slice(1));
  for (const statement of insertSql({ table: "record_head", columns, rows }, update))
    await transaction.execute(statement);
}
