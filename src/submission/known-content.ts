import type { Transaction } from "../database/database";
import { sql, valueList } from "../database/sql";
import { statesContent, type Change, type Content } from "./change";
import type { Head } from "./heads";

/** Gives VOID and REINSTATE the content they speak of: the current version's. One statement. */
export async function readKnownContent(
  transaction: Transaction,
  changes: readonly Change[],
  heads: ReadonlyMap<string, Head>,
): Promise<void> {
  const silent = changes.filter(
    ({ action, recordId }) => !statesContent(action) && (heads.get(recordId)?.version ?? 0) > 0,
  );
  if (silent.length === 0) return;
  const rows = await transaction.query(
    sql`SELECT v.record_id, v.payload, v.digest FROM record_head h
      JOIN record_version v ON v.record_id = h.record_id AND v.version = h.version
      WHERE h.record_id IN (${valueList(silent.map(({ recordId }) => recordId))})`,
  );
  const known = new Map(rows.map((row) => [row["record_id"] as string, row]));
  for (const change of silent) {
    const row = known.get(change.recordId);
    if (!row) continue;
    change.payload = row["payload"] as string;
    change.content = JSON.parse(change.payload) as Content;
    change.digest = row["digest"] as string;
  }
}
