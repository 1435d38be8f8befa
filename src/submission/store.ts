import type { Transaction } from "../database/database";
import { entityId } from "../database/entity-id";
import { insertSql, updateColumns, type TableRows } from "../database/insert";
import { snakeCase } from "../database/names";
import { identifier, sql, valueList, type Sql, type SqlValue } from "../database/sql";
import { modelOf, type EntityClass } from "../query/entity-model";
import type { RequestClock } from "../query/select";
import { businessDayOf } from "./business-day";
import type { Change } from "./change";
import { deriveRow, type DerivedRows } from "./derive-row";
import { moveHeads } from "./heads";
import { storeJoint } from "./joint/store-joint";
import type { Circumstances } from "./judge";
import { RecordAction } from "./record-action";
import type { PartRows, RecordType, StoredRow } from "./record-type";
import { ruleSetVersion } from "./rules/submission-limits";

/**
 * Stores accepted changes: heads, versions, current-state rows, parts. One statement each. Answers
 * the ids of rows that are not the records' own: the things that they and others state jointly.
 */
export async function storeAccepted(
  transaction: Transaction,
  { type, heads, parents, clock }: Circumstances,
  changes: readonly Change[],
): Promise<string[]> {
  // First of all: it tells whether another transaction was faster.
  await moveHeads(transaction, changes, heads);
  await run(transaction, insertSql(versionRows(type, changes, clock)));
  if (type.joint) return storeJoint(transaction, type, type.joint, changes);
  const derived = changes.map((change) => ({ change, ...deriveRow(type, change, parents) }));
  const isNew = ({ change }: { change: Change }): boolean => change.version === 1;
  await run(transaction, insertSql(tableRows(type.entity, rowsOf(derived.filter(isNew)))));
  const changed = derived.filter((one) => !isNew(one));
  if (type.mirror) {
    const mirror = type.mirror.bind(type);
    const mirrors = changed.map(({ row, sources }) => mirror(row, sources, clock));
    await run(transaction, insertSql(tableRows(type.entity, mirrors)));
  } else if (changed.length > 0) {
    // These rows exist and their heads are locked, so the id is the key that decides.
    const rows = tableRows(type.entity, rowsOf(changed));
    const update = updateColumns(rows.columns.filter((name) => name !== "id"));
    await run(transaction, insertSql(rows, update));
  }
  await storeParts(transaction, type, derived, changed);
  return [];
}

async function storeParts(
  transaction: Transaction,
  type: RecordType,
  derived: readonly (DerivedRows & { change: Change })[],
  changed: readonly { change: Change }[],
): Promise<void> {
  for (const part of type.parts ?? []) {
    const table = identifier(modelOf(part.entity()).table);
    const key = identifier(snakeCase(part.property));
    const ids = valueList(changed.map(({ change }) => change.recordId));
    // The rows of a ledger stay as they are, and so do their parts.
    if (changed.length > 0 && !type.mirror)
      // Others may submit such rows as records of their own; those stay.
      await transaction.execute(
        sql`DELETE FROM ${table} WHERE ${key} IN (${ids}) AND source_key LIKE CONCAT(${key}, '#%')`,
      );
    // A voided record has no parts; reinstated, it gets them back from its content.
    const rows = derived.flatMap(({ change, row, sources }) =>
      change.action === RecordAction.VOID
        ? []
        : part.rows(change.content as never, sources).map((own, n) => ({
            ...identityOf(part, change, n),
            ...Object.fromEntries(part.copies.map((name) => [name, row[name] ?? null])),
            ...own,
          })),
    );
    await run(transaction, insertSql(tableRows(part.entity(), rows)));
  }
}

/** A part is identified by its record and its place in it. */
function identityOf(part: PartRows<never>, change: Change, n: number): StoredRow {
  const sourceKey = `${change.recordId}#${n}`;
  return {
    id: entityId(modelOf(part.entity()).idPrefix, change.owner, sourceKey),
    insurerId: change.owner,
    sourceKey,
    version: change.version,
    [part.property]: change.recordId,
  };
}

function rowsOf(derived: readonly DerivedRows[]): StoredRow[] {
  return derived.map(({ row }) => row);
}

/** Rows of one type have the same properties, so the first tells the columns. */
function tableRows(entity: EntityClass, rows: readonly StoredRow[]): TableRows {
  const properties = Object.keys(rows[0] ?? {});
  return {
    table: modelOf(entity).table,
    columns: properties.map(snakeCase),
    rows: rows.map((row) => properties.map((property) => row[property] ?? null)),
  };
}

function versionRows(type: RecordType, changes: readonly Change[], clock: RequestClock): TableRows {
  return {
    table: "record_version",
    columns: [
      ...["record_id", "version", "record_type", "owner_id", "source_key", "action"],
      ...["effective_from", "reason", "payload", "digest", "submission_id", "received_at"],
      ...["rule_set_version", "business_day", "recorded_at"],
    ],
    rows: changes.map((change): SqlValue[] => [
      change.recordId,
      change.version,
      type.name,
      change.owner,
      change.sourceKey,
      change.action,
      change.effectiveFrom,
      change.reason,
      change.payload,
      change.digest,
      change.submissionId,
      change.receivedAt,
      ruleSetVersion,
      businessDayOf(type, change.content, change.receivedAt),
      clock.now,
    ]),
  };
}

async function run(transaction: Transaction, statements: readonly Sql[]): Promise<void> {
  for (const statement of statements) await transaction.execute(statement);
}
