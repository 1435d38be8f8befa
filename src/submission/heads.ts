import type { Transaction } from "../database/database";
import { insertSql, updateColumns } from "../database/insert";
import { trusted } from "../database/sql";
import type { Change } from "./change";
import { RecordAction } from "./record-action";

/** What the hub has of a record; version 0 when it has nothing yet. */
export interface Head {
  readonly version: number;
  readonly digest: string | null;
  readonly voided: boolean;
}

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
  const rows = [...new Set(ids)].sort().map((id) => [id, 0, null, 0]);
  const heads = new Map<string, Head>();
  // The update changes nothing: it makes the statement take the lock of a row that is there.
  const lock = trusted("ON DUPLICATE KEY UPDATE record_id = VALUES(record_id) RETURNING *");
  for (const statement of insertSql({ table: "record_head", columns, rows }, lock))
    for (const row of await transaction.query(statement))
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
