import type { Transaction } from "../database/database";
import { snakeCase } from "../database/names";
import { identifier, joinSql, sql, valueList } from "../database/sql";
import { modelOf, type EntityClass } from "../query/entity-model";
import { recordTypes } from "./record-type";

/**
 * Keeps what rows copy from the rows they refer to equal after those changed, down to the last
 * level: otherwise a claim would belong to whom its policy belonged when the claim arrived, and
 * the order of arrival would decide. One statement per referring type, for changed rows only.
 */
export async function renewCopies(
  transaction: Transaction,
  entity: EntityClass,
  ids: readonly string[],
): Promise<void> {
  if (ids.length === 0) return;
  for (const type of recordTypes())
    for (const { target, property, copies } of type.references) {
      const pairs = Object.entries(copies);
      if (target() !== entity || !property || pairs.length === 0) continue;
      const [child, parent] = [modelOf(type.entity).table, modelOf(entity).table];
      const key = identifier(snakeCase(property));
      const differs = joinSql(
        pairs.map(([own, theirs]) => sql`NOT (c.${column(own)} <=> p.${column(theirs)})`),
        " OR ",
      );
      const found = await transaction.query(
        sql`SELECT c.id FROM ${identifier(child)} c JOIN ${identifier(parent)} p ON p.id = c.${key}
          WHERE p.id IN (${valueList(ids)}) AND (${differs}) FOR UPDATE`,
      );
      const stale = found.map((row) => row["id"] as string);
      if (stale.length === 0) continue;
      const set = joinSql(
        pairs.map(([own, theirs]) => sql`c.${column(own)} = p.${column(theirs)}`),
        ", ",
      );
      await transaction.execute(
        sql`UPDATE ${identifier(child)} c JOIN ${identifier(parent)} p ON p.id = c.${key}
          SET ${set} WHERE c.id IN (${valueList(stale)})`,
      );
      await renewCopies(transaction, type.entity, stale);
    }
}

function column(property: string): ReturnType<typeof identifier> {
  return identifier(snakeCase(property));
}
