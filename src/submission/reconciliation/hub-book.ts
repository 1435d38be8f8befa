import type { Row } from "../../database/database";
import { joinSql, sql, trusted, value, type Sql } from "../../database/sql";
import { HubError } from "../../error/hub-error";
import type { Json } from "../canonical-json";
import type { RecordType } from "../record-type";
import { entryOf, type BookEntry } from "./book";

/** Records of one type and day that are compared at once. */
const bookMax = 200_000;

/** Whose books of which type and day. */
export interface BookAsked {
  readonly type: RecordType;
  readonly owner: string;
  readonly day: string;
}

/** What the hub has on file of that day. */
export interface HubBook {
  readonly entries: readonly BookEntry[];
  /** Sum of each money field of the type, in fen. */
  readonly sums: ReadonlyMap<string, string>;
}

/** The current versions that are not void, with their sums. */
export async function hubBook(
  read: (statement: Sql) => Promise<Row[]>,
  asked: BookAsked,
): Promise<HubBook> {
  const { type, owner, day } = asked;
  // The names are those of our own record types.
  const amounts = type.sums.map((name) => trusted(`JSON_VALUE(v.payload, '$.${name}')`));
  const payload = type.seal ? [trusted("v.payload")] : [];
  const columns = [trusted("v.source_key"), trusted("v.digest"), ...payload, ...named(amounts)];
  const rows = await read(
    sql`SELECT ${joinSql(columns, ", ")} FROM record_version v
      JOIN record_head h ON h.record_id = v.record_id AND h.version = v.version
      WHERE v.owner_id = ${value(owner)} AND v.record_type = ${value(type.name)}
      AND v.business_day = ${value(day)} AND h.voided = 0 LIMIT ${trusted(String(bookMax + 1))}`,
  );
  if (rows.length > bookMax)
    throw new HubError("BAD_USER_INPUT", { reason: `more than ${String(bookMax)} records` });
  const sums = type.sums.map((name, n) => {
    let sum = 0n;
    for (const row of rows) sum += BigInt((row[`sum${String(n)}`] as string | null) ?? 0);
    return [name, String(sum)] as const;
  });
  return { entries: rows.map((row) => entryOfRow(type, row)), sums: new Map(sums) };
}

/** Source keys of records of that day that wait for others: on file, but not yet in the books. */
export async function waitingKeys(
  read: (statement: Sql) => Promise<Row[]>,
  { type, owner, day }: BookAsked,
): Promise<ReadonlySet<string>> {
  const rows = await read(
    sql`SELECT DISTINCT source_key FROM pending_record WHERE owner_id = ${value(owner)}
      AND record_type = ${value(type.name)} AND business_day = ${value(day)} AND outcome IS NULL
      LIMIT ${trusted(String(bookMax))}`,
  );
  return new Set(rows.map((row) => row["source_key"] as string));
}

function named(amounts: readonly Sql[]): Sql[] {
  return amounts.map((amount, n) => sql`${amount} AS ${trusted(`sum${String(n)}`)}`);
}

function entryOfRow(type: RecordType, row: Row): BookEntry {
  const sourceKey = row["source_key"] as string;
  if (!type.seal) return { sourceKey, digest: row["digest"] as string };
  const content = JSON.parse(row["payload"] as string) as Record<string, Json>;
  return entryOf(type, { ...content, sourceKey });
}
