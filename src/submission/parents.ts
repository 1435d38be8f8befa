import type { Row, Transaction } from "../database/database";
import { snakeCase } from "../database/names";
import { identifier, joinSql, sql, valueList } from "../database/sql";
import { modelOf, type EntityClass } from "../query/entity-model";
import type { Change } from "./change";
import type { RecordType, Reference } from "./record-type";

/** Rows that records refer to, by id; an id without a row has not arrived. */
export type Parents = Map<string, Row>;

/** What one record refers to. */
export interface NamedParent {
  readonly reference: Reference<never>;
  readonly id: string;
}

/** The ids a change refers to, in the order of the type's references. */
export function parentsOf(type: RecordType, change: Change): NamedParent[] {
  // The content was read by the type's own input class.
  const record = change.content as never;
  return type.references.flatMap((reference) =>
    reference.ids(record, change.owner).map((id) => ({ reference, id })),
  );
}

/**
 * Reads rows that are referred to, one statement per table. They are share-locked, so that what is
 * copied from them stays true until this transaction ends. Whose they are needs no check: an id
 * follows from its owner, so another insurer's record cannot be named.
 */
export async function readParents(
  transaction: Transaction,
  named: readonly NamedParent[],
  into: Parents,
): Promise<void> {
  const wanted = new Map<EntityClass, { ids: Set<string>; properties: Set<string> }>();
  for (const { reference, id } of named) {
    const entity = reference.target();
    const of = wanted.get(entity) ?? { ids: new Set(), properties: new Set(["id"]) };
    wanted.set(entity, of);
    if (!into.has(id)) of.ids.add(id);
    for (const property of Object.values(reference.copies)) of.properties.add(property);
  }
  for (const [entity, { ids, properties }] of wanted) {
    if (ids.size === 0) continue;
    const columns = [...properties].map(
      (property) => sql`${identifier(snakeCase(property))} AS ${identifier(property)}`,
    );
    const rows = await transaction.query(
      sql`SELECT ${joinSql(columns, ", ")} FROM ${identifier(modelOf(entity).table)}
        WHERE id IN (${valueList([...ids].sort())}) LOCK IN SHARE MODE`,
    );
    for (const row of rows) into.set(row["id"] as string, row);
  }
}
