import type { Transaction } from "../database/database";
import { identifier, sql, valueList } from "../database/sql";
import { modelOf } from "../query/entity-model";
import { noteDue } from "./findings/note-due";
import { recordTypes, type Consequence, type RecordType } from "./record-type";

/** Rows of other records, by the consequence they follow as. */
export type FollowedRows = ReadonlyMap<Consequence, readonly string[]>;

/** What follows from these records as they stand so far: asked before they change. */
export async function followedRows(
  transaction: Transaction,
  type: RecordType,
  recordIds: readonly string[],
): Promise<FollowedRows> {
  const rows = new Map<Consequence, readonly string[]>();
  for (const consequence of type.consequences ?? [])
    rows.set(consequence, await idsOf(transaction, consequence, recordIds));
  return rows;
}

/**
 * Derives what follows from records that were stored, where it followed before and where it does
 * now. The rows are locked first: two transactions that change the same one see each other's.
 */
export async function deriveConsequences(
  transaction: Transaction,
  type: RecordType,
  recordIds: readonly string[],
  before: FollowedRows,
): Promise<void> {
  for (const consequence of type.consequences ?? []) {
    const now = await idsOf(transaction, consequence, recordIds);
    const ids = [...new Set([...(before.get(consequence) ?? []), ...now])].sort();
    if (ids.length === 0) continue;
    const { table } = modelOf(consequence.entity());
    await transaction.query(
      sql`SELECT id FROM ${identifier(table)} WHERE id IN (${valueList(ids)})
        ORDER BY id FOR UPDATE`,
    );
    await noteDue(transaction, table, ids, ids);
    await consequence.derive(transaction, ids);
  }
}

async function idsOf(
  transaction: Transaction,
  consequence: Consequence,
  recordIds: readonly string[],
): Promise<string[]> {
  const rows = await transaction.query(consequence.of(recordIds));
  return rows.flatMap(({ id }) => (id === null ? [] : [id as string]));
}

/** What follows from rows that came to belong elsewhere, although nobody changed them. */
export async function deriveMoved(transaction: Transaction, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  for (const type of recordTypes()) {
    const { idPrefix } = modelOf(type.entity);
    const own = type.consequences ? ids.filter((id) => id.startsWith(`${idPrefix}_`)) : [];
    if (own.length > 0) await deriveConsequences(transaction, type, own, new Map());
  }
}
