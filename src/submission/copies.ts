import type { Transaction } from "../database/database";
import { snakeCase } from "../database/names";
import { identifier, joinSql, sql, valueList, type Sql } from "../database/sql";
import { modelOf, type EntityClass } from "../query/entity-model";
import { noteDue } from "./findings/note-due";
import { recordTypes } from "./record-type";

/** That rows of `entity` copy properties from the row their `property` refers to. */
interface Copying {
  readonly entity: EntityClass;
  readonly property: string;
  readonly copies: readonly (readonly [own: string, theirs: string])[];
}

/**
 * Keeps what rows copy from the rows they refer to equal after those changed, down to the last
 * level: otherwise a claim would belong to whom its policy belonged when the claim arrived, and
 * the order of arrival would decide. Two statements per referring table, for stale rows only.
 * Answers the ids of all rows that were stale: somebody else may know of them from now on.
 */
export async function renewCopies(
  transaction: Transaction,
  entity: EntityClass,
  ids: readonly string[],
): Promise<string[]> {
  if (ids.length === 0) return [];
  const renewed: string[] = [];
  for (const copying of copyingFrom(entity)) {
    const stale = await renew(transaction, entity, ids, copying);
    renewed.push(...stale, ...(await renewCopies(transaction, copying.entity, stale)));
  }
  return renewed;
}

async function renew(
  transaction: Transaction,
  entity: EntityClass,
  ids: readonly string[],
  copying: Copying,
): Promise<string[]> {
  const join = sql`${identifier(modelOf(copying.entity).table)} c
    JOIN ${identifier(modelOf(entity).table)} p ON p.id = c.${column(copying.property)}`;
  const equal = copying.copies.map(([own, theirs]) => [column(own), column(theirs)] as const);
  const differs = joinSql(
    equal.map(([own, theirs]) => sql`NOT (c.${own} <=> p.${theirs})`),
    " OR ",
  );
  const found = await transaction.query(
    sql`SELECT c.id FROM ${join} WHERE p.id IN (${valueList(ids)}) AND (${differs}) FOR UPDATE`,
  );
  const stale = found.map((row) => row["id"] as string);
  const set = joinSql(
    equal.map(([own, theirs]) => sql`c.${own} = p.${theirs}`),
    ", ",
  );
  if (stale.length > 0) {
    await noteDue(transaction, modelOf(copying.entity).table, stale, stale);
    await transaction.execute(sql`UPDATE ${join} SET ${set} WHERE c.id IN (${valueList(stale)})`);
  }
  return stale;
}

function copyingFrom(entity: EntityClass): Copying[] {
  const all = recordTypes().flatMap((type): Copying[] => [
    ...type.references.flatMap((reference) => {
      const { property, copies } = reference;
      if (reference.target() !== entity || !property) return [];
      return [{ entity: type.entity, property, copies: Object.entries(copies) }];
    }),
    ...(type.entity === entity ? (type.parts ?? []) : []).map((part) => ({
      entity: part.entity(),
      property: part.property,
      copies: part.copies.map((name) => [name, name] as const),
    })),
  ]);
  return all.filter(({ copies }) => copies.length > 0);
}

function column(property: string): Sql {
  return identifier(snakeCase(property));
}
