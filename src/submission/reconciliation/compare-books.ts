import type { BookEntry, BucketDigest } from "./book";

/** A bucket that differs, with how many records either side has. */
export interface DifferingBucket {
  readonly bucket: number;
  readonly stated: number;
  readonly recorded: number;
}

/** The buckets in which two books differ, by number; a bucket that is not named is empty. */
export function differingBuckets(
  stated: readonly BucketDigest[],
  recorded: readonly BucketDigest[],
): DifferingBucket[] {
  const [theirs, ours] = [stated, recorded].map((list) => new Map(list.map((b) => [b.bucket, b])));
  const numbers = [...new Set([...stated, ...recorded].map(({ bucket }) => bucket))];
  return numbers
    .sort((a, b) => a - b)
    .map((bucket) => ({ bucket, theirs: theirs?.get(bucket), ours: ours?.get(bucket) }))
    .filter((b) => b.theirs?.digest !== b.ours?.digest || b.theirs?.count !== b.ours?.count)
    .map(({ bucket, ...b }) => ({
      bucket,
      stated: b.theirs?.count ?? 0,
      recorded: b.ours?.count ?? 0,
    }));
}

/** Source keys by what is wrong with them, each list in order. */
export interface KeyDifferences {
  readonly missingAtHub: readonly string[];
  readonly missingAtInsurer: readonly string[];
  readonly different: readonly string[];
}

/** What is on one side only, or on both with other content. */
export function keyDifferences(
  stated: readonly BookEntry[],
  recorded: readonly BookEntry[],
): KeyDifferences {
  const theirs = new Map(stated.map(({ sourceKey, digest }) => [sourceKey, digest]));
  const ours = new Map(recorded.map(({ sourceKey, digest }) => [sourceKey, digest]));
  const both = [...theirs].filter(([key]) => ours.has(key));
  return {
    missingAtHub: [...theirs.keys()].filter((key) => !ours.has(key)).sort(),
    missingAtInsurer: [...ours.keys()].filter((key) => !theirs.has(key)).sort(),
    different: both
      .filter(([key, digest]) => ours.get(key) !== digest)
      .map(([key]) => key)
      .sort(),
  };
}
