/*
 * Perceptual hashes of 64 bits are compared by the number of bits in which they differ. To find the
 * near ones without comparing all, a hash is cut into five bands: two hashes that differ in at most
 * four bits are equal in one band, and two that differ in at most nine differ in one band by one
 * bit, if at all.
 */

const bands = 5;
const bandBits = 13;

/** Bits in which hashes may differ that are equal in a band, whichever bits those are. */
export const bitsOfEqualBand = bands - 1;
/** The same for hashes that have a band in which at most one bit differs. */
export const bitsOfNearBand = 2 * bands - 1;

/** Pictures without structure, such as a covered lens, are all alike. */
const bitsSetMin = 8;

/** A part of a hash, and the whole as a number. */
export interface HashBand {
  readonly band: number;
  readonly value: number;
  readonly hash: string;
}

/** True for 16 lower-case hex digits. */
export function isPhotoHash(text: string): boolean {
  return /^[0-9a-f]{16}$/.test(text);
}

/** The bands of a hash; none of one that is malformed or of a picture without structure. */
export function photoBands(text: string | null | undefined): HashBand[] {
  if (!text || !isPhotoHash(text)) return [];
  const hash = BigInt(`0x${text}`);
  const set = hash.toString(2).replaceAll("0", "").length;
  if (set < bitsSetMin || set > 64 - bitsSetMin) return [];
  const mask = (1n << BigInt(bandBits)) - 1n;
  return Array.from({ length: bands }, (_, band) => ({
    band,
    value: Number((hash >> BigInt(band * bandBits)) & mask),
    hash: String(hash),
  }));
}

/** SQL: a table `m` of what values of near bands differ by: nothing, or one bit. */
export const nearBands = `(SELECT 0 AS bits ${Array.from(
  { length: bandBits },
  (_, n) => `UNION ALL SELECT ${String(2 ** n)}`,
).join(" ")}) m`;
