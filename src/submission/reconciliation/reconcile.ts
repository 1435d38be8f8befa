import { insertSql } from "../../database/insert";
import type { Sql } from "../../database/sql";
import type { HubContext } from "../../graph/context";
import { noteSubjects } from "../findings/note-subjects";
import { streamDayId } from "../streams/stream-day-id";
import { bucketOf, bucketsOf, type BookEntry, type BucketDigest } from "./book";
import {
  differingBuckets,
  keyDifferences,
  type DifferingBucket,
  type KeyDifferences,
} from "./compare-books";
import { hubBook, waitingKeys, type BookAsked } from "./hub-book";

type ReconcileContext = Pick<HubContext, "caller" | "person" | "clock" | "database">;

/** A total of either side; null: not stated, or no total of the type. */
export interface ComparedSum {
  readonly name: string;
  readonly stated: string | null;
  readonly recorded: string | null;
}

/** What an insurer's books of a day come to. */
export interface StatedBook {
  readonly count: number;
  readonly sums: readonly { readonly name: string; readonly amountFen: string }[];
  readonly buckets: readonly BucketDigest[];
}

/** What comparing the books of a day came to. */
export interface Comparison {
  readonly agrees: boolean;
  readonly recorded: number;
  readonly waiting: number;
  readonly sums: readonly ComparedSum[];
  readonly differing: readonly DifferingBucket[];
}

/** Compares an insurer's books of one type and day with what the hub has, and keeps that it did. */
export async function reconcile(
  context: ReconcileContext,
  asked: BookAsked,
  stated: StatedBook,
): Promise<Comparison> {
  const read = (statement: Sql) => context.database.read(statement);
  const book = await hubBook(read, asked);
  const differing = differingBuckets(stated.buckets, bucketsOf(book.entries));
  const sums = comparedSums(stated, book.sums);
  const recorded = book.entries.length;
  const agrees =
    recorded === stated.count &&
    differing.length === 0 &&
    sums.every((sum) => sum.stated === sum.recorded);
  const waiting = (await waitingKeys(read, asked)).size;
  await keep(context, asked, { agrees, recorded, waiting, sums, differing }, stated.count);
  return { agrees, recorded, waiting, sums, differing };
}

/** What the records of one bucket differ in; `waiting` are those of them that wait at the hub. */
export async function reconcileBucket(
  { database }: ReconcileContext,
  asked: BookAsked,
  bucket: number,
  stated: readonly BookEntry[],
): Promise<KeyDifferences & { readonly waitingAtHub: readonly string[] }> {
  const read = (statement: Sql) => database.read(statement);
  const { entries } = await hubBook(read, asked);
  const recorded = entries.filter(({ sourceKey }) => bucketOf(sourceKey) === bucket);
  const differences = keyDifferences(stated, recorded);
  const waiting = await waitingKeys(read, asked);
  return {
    ...differences,
    waitingAtHub: differences.missingAtHub.filter((key) => waiting.has(key)),
  };
}

function comparedSums(stated: StatedBook, recorded: ReadonlyMap<string, string>): ComparedSum[] {
  const said = new Map(stated.sums.map(({ name, amountFen }) => [name, amountFen]));
  return [...new Set([...recorded.keys(), ...said.keys()])].map((name) => ({
    name,
    stated: said.get(name) ?? null,
    recorded: recorded.get(name) ?? null,
  }));
}

async function keep(
  { caller, person, clock, database }: ReconcileContext,
  { type, owner, day }: BookAsked,
  { agrees, recorded, differing }: Comparison,
  stated: number,
): Promise<void> {
  const columns = [
    ...["owner_id", "record_type", "day", "stated", "recorded", "differing_buckets", "agrees"],
    ...["organisation_id", "person", "reconciled_at"],
  ];
  const row = [
    ...[owner, type.name, day, stated, recorded, differing.length, agrees ? 1 : 0],
    ...[caller.organisationId, person, clock.now],
  ];
  await database.transaction(async (transaction) => {
    for (const statement of insertSql({ table: "reconciliation", columns, rows: [row] }))
      await transaction.execute(statement);
    await noteSubjects(transaction, "StreamDay", [streamDayId(owner, type.name, day)]);
  });
}
