import type { Row, Transaction } from "../../database/database";
import { insertSql } from "../../database/insert";
import { snakeCase } from "../../database/names";
import { identifier, sql, valueList } from "../../database/sql";
import { modelOf } from "../../query/entity-model";
import type { RecordType } from "../record-type";
import type { JointThing } from "./joint-thing";

/** A row the hub was loaded with, and its parts by their table. */
export interface Loaded {
  readonly row: Row;
  readonly parts: Readonly<Record<string, readonly Row[]>>;
}

/** Before everything anybody states. */
const loadedAsOf = "1900-01-01";

/**
 * Rows that are there although nobody stated them are what the hub was loaded with: that becomes a
 * statement of its own before the first other one, so that it counts again when those are voided.
 */
export async function keepLoaded(
  transaction: Transaction,
  type: RecordType,
  joint: JointThing<never>,
  ids: readonly string[],
): Promise<void> {
  const { table } = modelOf(type.entity);
  const found = await transaction.query(
    sql`SELECT t.* FROM ${identifier(table)} t WHERE t.id IN (${valueList(ids)})
      AND NOT EXISTS (SELECT 1 FROM joint_statement s WHERE s.thing_id = t.id) FOR UPDATE`,
  );
  if (found.length === 0) return;
  const parts = new Map<string, Record<string, Row[]>>();
  for (const part of type.parts ?? []) {
    const of = modelOf(part.entity()).table;
    const key = snakeCase(part.property);
    const things = valueList(found.map((row) => row["id"] as string));
    const rows = await transaction.query(
      sql`SELECT * FROM ${identifier(of)} WHERE ${identifier(key)} IN (${things}) ORDER BY id`,
    );
    for (const row of rows) {
      const own = parts.get(row[key] as string) ?? {};
      parts.set(row[key] as string, { ...own, [of]: [...(own[of] ?? []), row] });
    }
  }
  const columns = ["thing_id", "record_id", "version", "standing", "as_of", "voided", "loaded"];
  const rows = found.map((row) => {
    const id = row["id"] as string;
    const loaded: Loaded = { row, parts: parts.get(id) ?? {} };
    return [id, id, 0, joint.standing("HUB"), loadedAsOf, 0, JSON.stringify(loaded)];
  });
  for (const statement of insertSql({ table: "joint_statement", columns, rows }))
    await transaction.execute(statement);
}
