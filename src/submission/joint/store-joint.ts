import type { Row, Transaction } from "../../database/database";
import { insertSql, updateColumns } from "../../database/insert";
import { snakeCase } from "../../database/names";
import { identifier, sql, valueList, type SqlValue } from "../../database/sql";
import { modelOf } from "../../query/entity-model";
import type { Change } from "../change";
import { noteDue } from "../findings/note-due";
import { lockHeads } from "../heads";
import { RecordAction } from "../record-action";
import type { RecordType } from "../record-type";
import type { JointThing } from "./joint-thing";
import { keepLoaded } from "./keep-loaded";
import { rowsThatCount, type JointRows } from "./rows-that-count";

/**
 * Keeps what records state about things of which there is one row, and derives those rows from all
 * that was stated about them. Answers the ids of the rows: others may wait for them.
 */
export async function storeJoint(
  transaction: Transaction,
  type: RecordType,
  joint: JointThing<never>,
  changes: readonly Change[],
): Promise<string[]> {
  const recordIds = changes.map(({ recordId }) => recordId);
  const former = await transaction.query(
    sql`SELECT thing_id FROM joint_statement WHERE record_id IN (${valueList(recordIds)})`,
  );
  const now = changes.map(({ content }) => joint.id(content as never));
  const ids = [...new Set([...now, ...former.map((row) => row["thing_id"] as string)])].sort();
  // Whoever waits for such a row has locked the same head.
  await lockHeads(transaction, ids);
  await noteDue(transaction, modelOf(type.entity).table, ids, ids);
  await keepLoaded(transaction, type, joint, ids);
  await keepStatements(transaction, joint, changes);
  await storeRows(transaction, type, joint, await rowsThatCount(transaction, type, joint, ids));
  return ids;
}

async function keepStatements(
  transaction: Transaction,
  joint: JointThing<never>,
  changes: readonly Change[],
): Promise<void> {
  const recordIds = changes.map(({ recordId }) => recordId);
  // Of a thing that a record spoke of and now does not, it says nothing any more.
  await transaction.execute(
    sql`UPDATE joint_statement SET voided = 1 WHERE record_id IN (${valueList(recordIds)})`,
  );
  const columns = ["thing_id", "record_id", "owner_id", "version", "standing", "as_of", "voided"];
  const rows = changes.map(({ recordId, owner, version, action, content }) => {
    const record = content as never;
    const voided = action === RecordAction.VOID ? 1 : 0;
    const standing = joint.standing({ owner });
    return [joint.id(record), recordId, owner, version, standing, joint.asOf(record), voided];
  });
  const update = updateColumns(columns.slice(2));
  for (const statement of insertSql({ table: "joint_statement", columns, rows }, update))
    await transaction.execute(statement);
}

async function storeRows(
  transaction: Transaction,
  type: RecordType,
  joint: JointThing<never>,
  all: readonly JointRows[],
): Promise<void> {
  const kept = new Set(Object.keys(joint.kept).map(snakeCase));
  const { table } = modelOf(type.entity);
  for (const group of [all.filter((r) => r.loaded), all.filter((r) => !r.loaded)])
    await insert(
      transaction,
      table,
      group.map(({ row }) => row),
      kept,
    );
  for (const part of type.parts ?? []) {
    const { table: of } = modelOf(part.entity());
    const key = identifier(snakeCase(part.property));
    const ids = valueList(all.map(({ row }) => row["id"] as string));
    await transaction.execute(sql`DELETE FROM ${identifier(of)} WHERE ${key} IN (${ids})`);
    for (const rows of all.map(({ parts }) => parts.get(of) ?? []))
      await insert(transaction, of, rows, new Set());
  }
}

/** Rows with the same columns; of one that is there, all but its id and what is kept. */
async function insert(
  transaction: Transaction,
  table: string,
  rows: readonly Row[],
  kept: ReadonlySet<string>,
): Promise<void> {
  const columns = Object.keys(rows[0] ?? {});
  const values = rows.map((row) => columns.map((name) => row[name] as SqlValue));
  const update = updateColumns(columns.filter((name) => name !== "id" && !kept.has(name)));
  for (const statement of insertSql({ table, columns, rows: values }, update))
    await transaction.execute(statement);
}
