import type { Transaction } from "../../database/database";
import { snakeCase } from "../../database/names";
import { identifier, joinSql, sql, trusted, value, valueList, type Sql } from "../../database/sql";
import { modelOf } from "../../query/entity-model";
import { recordTypes } from "../record-type";
import { findingRules, keyOf } from "./finding-rule";

/**
 * Notes rows that this transaction adds or changes, before it does: what depends on them is judged
 * again once it has committed. `changed` are those that are there already: what they belonged to
 * so far is noted as well.
 */
export async function noteDue(
  transaction: Transaction,
  table: string,
  ids: readonly string[],
  changed: readonly string[],
): Promise<void> {
  await note(transaction, table, ids);
  if (changed.length === 0) return;
  await noteFormerSubjects(transaction, table, changed);
  for (const part of partsOf(table)) {
    const found = await transaction.query(part.ids(changed));
    const parts = found.map((row) => row["id"] as string);
    if (parts.length > 0) await noteFormerSubjects(transaction, part.table, parts);
  }
}

/** One note of these rows of a table, or of these subjects of the rule with this key. */
export async function note(
  transaction: Transaction,
  what: string,
  ids: readonly string[],
): Promise<void> {
  if (ids.length === 0) return;
  await transaction.execute(
    sql`INSERT INTO finding_due (what, row_ids, row_count)
      VALUES (${value(what)}, ${value(ids.join(" "))}, ${value(ids.length)})`,
  );
}

async function noteFormerSubjects(
  transaction: Transaction,
  table: string,
  ids: readonly string[],
): Promise<void> {
  // Many rules ask the same of a table.
  const keys = new Map<string, string[]>();
  for (const rule of findingRules())
    for (const { table: read, subjects } of rule.reads)
      if (read === table) keys.set(subjects, [...(keys.get(subjects) ?? []), keyOf(rule)]);
  for (const [template, of] of keys) {
    const rules = joinSql(
      of.map((key) => sql`SELECT ${value(key)} AS what`),
      " UNION ALL ",
    );
    await transaction.execute(
      sql`INSERT INTO finding_due (what, row_ids, row_count) SELECT k.what, x.id, 1
        FROM (SELECT DISTINCT d.id FROM (${subjectsSql(template, ids)}) d WHERE d.id IS NOT NULL) x
        JOIN (${rules}) k`,
    );
  }
}

/** A source's statement for these changed rows. */
export function subjectsSql(template: string, ids: readonly string[]): Sql {
  const [before = "", after = ""] = template.split("{ids}");
  return sql`${trusted(before)}${valueList(ids)}${trusted(after)}`;
}

/** Rows that are replaced together with a record of the table. */
export interface PartsOfTable {
  readonly table: string;
  ids(records: readonly string[]): Sql;
}

/** The parts of the record types that are stored in a table. */
export function partsOf(table: string): PartsOfTable[] {
  return recordTypes()
    .filter(({ entity }) => modelOf(entity).table === table)
    .flatMap(({ parts }) => parts ?? [])
    .map((part) => {
      const { table: of } = modelOf(part.entity());
      const key = identifier(snakeCase(part.property));
      return {
        table: of,
        ids: (records) =>
          sql`SELECT id FROM ${identifier(of)} WHERE ${key} IN (${valueList(records)})`,
      };
    });
}
