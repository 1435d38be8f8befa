import type { Row, Transaction } from "../database/database";
import { snakeCase } from "../database/names";
import { identifier, joinSql, sql, sqlTrue, valueList, type Sql } from "../database/sql";
import { modelOf } from "../query/entity-model";
import type { Change } from "./change";
import type { RecordType, Reference } from "./record-type";
import { Severity } from "./severity";

/** Rows that records refer to, by {@link keyOf}; what is not in it has not arrived. */
export type Parents = Map<string, Row>;

/** Records that wait for one that refers to them: `child parent`, by {@link pairOf}. */
export type MutualWaits = Set<string>;

/** What one record refers to. */
export interface NamedParent {
  readonly reference: Reference<never>;
  readonly id: string;
  /** The record that refers to it. */
  readonly by: string;
  readonly owner: string;
  /** The content was read by the type's own input class. */
  readonly record: never;
}

/** Asked several times about each content, which never changes; ids are digests. */
const namedBy = new WeakMap<Change["content"], readonly NamedParent[]>();

/** The ids a change refers to, in the order of the type's references. */
export function parentsOf(
  type: RecordType,
  { content, owner, recordId: by }: Pick<Change, "content" | "owner" | "recordId">,
): readonly NamedParent[] {
  const known = namedBy.get(content);
  if (known) return known;
  const record = content as never;
  const named: NamedParent[] = [];
  for (const reference of type.references)
    for (const id of reference.ids(record, owner)) named.push({ reference, id, by, owner, record });
  namedBy.set(content, named);
  return named;
}

/** The row a record refers to; undefined when there is none that its owner knows and it can mean. */
export function parentOf(parents: Parents, named: NamedParent): Row | undefined {
  const row = parents.get(keyOf(named));
  return row && (named.reference.fits?.(named.record, row) ?? true) ? row : undefined;
}

/** What a record must wait for: what is not there, and does not wait for that very record. */
export function isAwaited(parents: Parents, mutual: MutualWaits, named: NamedParent): boolean {
  const { reference, id, by } = named;
  if (reference.rule?.severity !== Severity.WAIT || parentOf(parents, named)) return false;
  return !(reference.mutual && mutual.has(pairOf(by, id)));
}

/** Which of what is missing waits for the record that refers to it, and for nothing else. */
export async function readMutualWaits(
  transaction: Transaction,
  missing: readonly NamedParent[],
): Promise<MutualWaits> {
  const named = missing.filter(({ reference }) => reference.mutual);
  if (named.length === 0) return new Set();
  const rows = await transaction.query(
    sql`SELECT record_id, waits_for_id FROM pending_record
      WHERE record_id IN (${valueList(named.map(({ id }) => id))})
        AND waits_for_id IN (${valueList(named.map(({ by }) => by))}) LOCK IN SHARE MODE`,
  );
  return new Set(
    rows.map((row) => pairOf(row["waits_for_id"] as string, row["record_id"] as string)),
  );
}

function pairOf(child: string, parent: string): string {
  return `${child} ${parent}`;
}

/** What exists for one owner need not exist for another. */
function keyOf({ reference, id, owner }: NamedParent): string {
  return reference.knownTo ? `${id} ${owner}` : id;
}

/** Rows of one table that are asked for at once, and what of them. */
interface Wanted {
  readonly table: string;
  readonly known: Sql;
  readonly keys: Map<string, string>;
  readonly properties: Set<string>;
}

/**
 * Reads rows that are referred to, one statement per table, and per owner where owners know
 * different ones. They are share-locked, so that what is copied from them stays true until this
 * transaction ends. Most need no owner: an id that follows from the owner can name no other's record.
 */
export async function readParents(
  transaction: Transaction,
  named: readonly NamedParent[],
  into: Parents,
): Promise<void> {
  for (const { table, known, keys, properties } of wantedOf(named, into)) {
    const columns = [...properties].map(
      (property) => sql`p.${identifier(snakeCase(property))} AS ${identifier(property)}`,
    );
    // Locked whether known or not: who does not know of it must not wait for less.
    const rows = await transaction.query(
      sql`SELECT ${joinSql(columns, ", ")}, ${known} AS known FROM ${identifier(table)} p
        WHERE p.id IN (${valueList([...keys.keys()].sort())}) LOCK IN SHARE MODE`,
    );
    for (const { known: isKnown, ...row } of rows)
      if (Number(isKnown) === 1) into.set(keys.get(row["id"] as string) ?? "", row);
  }
}

function wantedOf(named: readonly NamedParent[], have: Parents): Wanted[] {
  const wanted = new Map<string, Wanted>();
  for (const one of named) {
    const { reference, id, owner } = one;
    const key = keyOf(one);
    if (have.has(key)) continue;
    const { table } = modelOf(reference.target());
    const known = reference.knownTo?.(owner);
    const group = known ? `${table} ${reference.name} ${owner}` : table;
    const of = wanted.get(group) ?? {
      table,
      known: known ?? sqlTrue,
      keys: new Map<string, string>(),
      properties: new Set(["id"]),
    };
    wanted.set(group, of);
    of.keys.set(id, key);
    for (const property of [...Object.values(reference.copies), ...(reference.reads ?? [])])
      of.properties.add(property);
  }
  return [...wanted.values()];
}
