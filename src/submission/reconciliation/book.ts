import { createHash } from "node:crypto";
import { canonicalJson, digestOf, type Json } from "../canonical-json";
import { envelopeNames } from "../fields/record-input";
import type { RecordType } from "../record-type";

/*
 * How books are compared, the same for the hub and for an insurer (`hub reconcile` is the reference):
 *
 * 1. The digest of a record is the SHA-256, in lower-case hexadecimal, of its content as canonical
 *    JSON (RFC 8785): all fields as the hub answers them (amounts as text, instants in UTC with
 *    microseconds), without `action`, `baseVersion`, `effectiveFrom` and `reason`, without fields
 *    that are null, and without those the hub seals (see the record type).
 * 2. The bucket of a record is the first byte, 0 to 255, of the SHA-256 of its source key in UTF-8.
 * 3. The digest of a bucket is the SHA-256 of one line for each of its records, in the order of the
 *    bytes of the source keys: source key, TAB, digest of the record, LF. No record, no bucket.
 */

export const bucketCount = 256;

/** One record of a day's books. */
export interface BookEntry {
  readonly sourceKey: string;
  readonly digest: string;
}

/** The records of one bucket, taken together. */
export interface BucketDigest {
  readonly bucket: number;
  readonly count: number;
  readonly digest: string;
}

/** The digest of a record, of its fields as the hub answers them. */
export function entryOf(
  type: RecordType,
  record: Readonly<Record<string, Json | undefined>> & { readonly sourceKey: string },
): BookEntry {
  const sealed = sealedNames(type);
  const content = Object.entries(record).filter(
    ([name]) => !envelopeNames.has(name) && !sealed.has(name),
  );
  return {
    sourceKey: record.sourceKey,
    digest: digestOf(canonicalJson(Object.fromEntries(content))),
  };
}

/** Which of the buckets a record is in. */
export function bucketOf(sourceKey: string): number {
  return createHash("sha256").update(sourceKey).digest()[0] ?? 0;
}

/** The buckets of a day's books, those without records left out, by number. */
export function bucketsOf(entries: readonly BookEntry[]): BucketDigest[] {
  const buckets = new Map<number, BookEntry[]>();
  for (const entry of entries) {
    const bucket = bucketOf(entry.sourceKey);
    const of = buckets.get(bucket);
    if (of) of.push(entry);
    else buckets.set(bucket, [entry]);
  }
  return [...buckets]
    .sort(([a], [b]) => a - b)
    .map(([bucket, of]) => ({ bucket, count: of.length, digest: bucketDigest(of) }));
}

/** Fields that the hub does not keep as they were stated; a digest of them could not be compared. */
export function sealedNames(type: RecordType): ReadonlySet<string> {
  const sealed = type.seal?.(type.example, { of: () => "" }) ?? {};
  return new Set(Object.keys(sealed));
}

function bucketDigest(entries: readonly BookEntry[]): string {
  const lines = entries.map((entry) => ({ ...entry, bytes: Buffer.from(entry.sourceKey) }));
  // UTF-16 order would differ from that of the bytes for characters beyond the basic plane.
  lines.sort((a, b) => Buffer.compare(a.bytes, b.bytes));
  const hash = createHash("sha256");
  for (const { sourceKey, digest } of lines) hash.update(`${sourceKey}\t${digest}\n`);
  return hash.digest("hex");
}
