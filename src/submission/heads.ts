import type { Transaction } from "../database/database";
import { insertSql, updateColumns } from "../database/insert";
import { sql, valueList, type Sql } from "../database/sql";
import type { Change } from "./change";
import { Overtaken, isDuplicate } from "./overtaken";
import { RecordAction } from "./record-action";

/** What the hub has of a record; version 0 when it has nothing yet. */
export interface Head {
  /** Others may wait for what is not there: then its row is, and is locked. */
  readonly isThere: boolean;
  readonly version: number;
  /** Null: nothing was stated, the hub was loaded with it. */
  readonly digest: string | null;
  readonly voided: boolean;
}

const absent: Head = { isThere: false, version: 0, digest: null, voided: false };
const columns = ["record_id", "version", "digest", "voided"];

/**
 * Locks records until the end of the transaction and answers what the hub has of each. Records
 * that have not arrived are locked as well, so that who waits for one and who brings it meet here.
 * In one order for everybody, so that two transactions do not wait for each other.
 */
export async function lockHeads(
  transaction: Transaction,
  ids: Iterable<string>,
): Promise<ReadonlyMap<string, Head>> {
  const sorted = inOrder(ids);
  const rows = sorted.map((id) => [id, 0, null, 0]);
  // The update changes nothing: it makes the statement take the lock of a row that is there.
  const lock = updateColumns(["record_id"]);
  for (const statement of insertSql({ table: "record_head", columns, rows }, lock))
    await transaction.execute(statement);
  return readHeads(transaction, sorted);
}

/**
 * As {@link lockHeads}, but what has not arrived is not locked: for records that come for the first
 * time, of which {@link moveHeads} notices when another transaction brought them meanwhile.
 */
export async function lockArrivedHeads(
  transaction: Transaction,
  ids: Iterable<string>,
): Promise<ReadonlyMap<string, Head>> {
  return readHeads(transaction, inOrder(ids));
}

async function readHeads(
  transaction: Transaction,
  sorted: readonly string[],
): Promise<ReadonlyMap<string, Head>> {
  const heads = new Map(sorted.map((id) => [id, absent]));
  if (sorted.length === 0) return heads;
  const found = await transaction.query(
    sql`SELECT record_id, version, digest, voided FROM record_head
      WHERE record_id IN (${valueList(sorted)}) FOR UPDATE`,
  );
  for (const row of found)
    heads.set(row["record_id"] as string, {
      isThere: true,
      version: row["version"] as number,
      digest: row["digest"] as string | null,
      voided: row["voided"] === 1,
    });
  return heads;
}

function inOrder(ids: Iterable<string>): string[] {
  return [...new Set(ids)].sort();
}

/** Makes accepted changes the current versions; throws {@link Overtaken} when it was not the first. */
export async function moveHeads(
  transaction: Transaction,
  changes: readonly Change[],
  heads: ReadonlyMap<string, Head>,
): Promise<void> {
  const isThere = ({ recordId }: Change): boolean => heads.get(recordId)?.isThere ?? false;
  await store(transaction, changes.filter(isThere), updateColumns(columns.slice(1)));
  try {
    await store(
      transaction,
      changes.filter((change) => !isThere(change)),
    );
  } catch (error) {
    throw isDuplicate(error) ? new Overtaken() : error;
  }
}

async function store(
  transaction: Transaction,
  changes: readonly Change[],
  update?: Sql,
): Promise<void> {
  const rows = changes.map(({ recordId, version, digest, action }) => [
    recordId,
    version,
    digest,
    action === RecordAction.VOID ? 1 : 0,
  ]);
  // In one order for everybody.
  rows.sort(([one = ""], [other = ""]) => ((one ?? "") < (other ?? "") ? -1 : 1));
  for (const statement of insertSql({ table: "record_head", columns, rows }, update))
    await transaction.execute(statement);
}
