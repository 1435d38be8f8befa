import { createHash } from "node:crypto";
import { LRUCache } from "lru-cache";

/* No id contains it. */
const separator = ",";
/** Sets whose digest is remembered by the order in which they were met. */
const rememberedMax = 20_000;

/** Whom an answer is about: the ids of enterprises and insurers. */
export interface SubjectSet {
  readonly count: number;
  /** The same for equal sets, in whatever order they were met. */
  readonly digest: string;
  /** The ids in order, with commas between them: what is stored under the digest. */
  packed(): string;
  ids(): Iterable<string>;
}

const digests = new LRUCache<string, string>({ max: rememberedMax });

/**
 * The set of these ids; null for none. Sorting costs more than all else the log does for a request,
 * so a set met before in the same order, as when a page is asked for again, is not sorted again.
 */
export function subjectSet(ids: ReadonlySet<string>): SubjectSet | null {
  if (ids.size === 0) return null;
  const packed = (): string => [...ids].sort().join(separator);
  const asMet = digestOfPacked([...ids].join(separator));
  let digest = digests.get(asMet);
  if (digest === undefined) {
    digest = digestOfPacked(packed());
    digests.set(asMet, digest);
  }
  return { count: ids.size, digest, packed, ids: () => ids };
}

/** The ids of a stored set. */
export function unpackSubjects(packed: string): string[] {
  return packed.split(separator);
}

/** The digest of a set as it is stored. */
export function digestOfPacked(packed: string): string {
  return createHash("sha256").update(packed).digest("base64url");
}
