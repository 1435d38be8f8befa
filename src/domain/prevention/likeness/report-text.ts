import { LRUCache } from "lru-cache";

/*
 * Reports are compared by their shingles, all runs of five characters: the share of equal ones of
 * all (Jaccard). To find reports that are alike without comparing all, a signature (MinHash) is made
 * of each: of two reports, as many of its numbers are equal as of their shingles, give or take a few
 * per cent. It is cut into bands; reports of which one band is equal are compared.
 */

const { imul } = Math;

const shingleLength = 5;
/** Reports are compared as far as this. */
const charactersMax = 4_000;
/** Shorter ones say too little to be a copy. */
const charactersMin = 50;

const bands = 12;
const rowsOfBand = 16;

/**
 * How like two reports are without the sentences that stand in a form as well; null when one is
 * too short to tell.
 */
export function likenessOf(one: string, other: string, forms: string): number | null {
  const [a, b] = [reportShingles(one, forms), reportShingles(other, forms)];
  return a && b && jaccard(a, b);
}

/** Where thousands fill in one form, each report is compared with many. */
const known = new LRUCache<string, { readonly shingles: ReadonlySet<string> | null }>({ max: 500 });

function reportShingles(report: string, forms: string): ReadonlySet<string> | null {
  const key = JSON.stringify([report, forms]);
  const found = known.get(key);
  if (found) return found.shingles;
  const text = comparableText(report, forms);
  const shingles = text === null ? null : shinglesOf(text);
  known.set(key, { shingles });
  return shingles;
}

/** Width, case and blanks are folded; digits are what reports of different visits differ in. */
function comparableText(report: string, forms: string): string | null {
  const formal = new Set(sentencesOf(forms));
  const own = sentencesOf(report).filter((sentence) => !formal.has(sentence));
  const characters = [...own.join("")];
  if (characters.length < charactersMin) return null;
  return characters.slice(0, charactersMax).join("");
}

function sentencesOf(text: string): string[] {
  const folded = text.normalize("NFKC").toLowerCase();
  return folded.split(/[。.;!?\n]/).map((sentence) => sentence.replace(/\s+/g, ""));
}

/** The share of shingles that both have, of those that any of them has. */
export function jaccard(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  let both = 0;
  for (const shingle of a) if (b.has(shingle)) both += 1;
  return both === 0 ? 0 : both / (a.size + b.size - both);
}

/** All runs of five characters. */
export function shinglesOf(text: string): ReadonlySet<string> {
  const characters = [...text];
  const shingles = new Set<string>();
  for (let n = 0; n + shingleLength <= characters.length; n += 1)
    shingles.add(characters.slice(n, n + shingleLength).join(""));
  return shingles;
}

/** The MinHash of shingles: two sets share about as many of these numbers as of their shingles. */
export function minHash(shingles: ReadonlySet<string>): Uint32Array {
  const signature = new Uint32Array(bands * rowsOfBand).fill(0xffffffff);
  for (const shingle of shingles) {
    const hash = mixed(hashOf(shingle));
    for (let n = 0; n < signature.length; n += 1) {
      const one = (imul(hash, factors[n] ?? 1) + (addends[n] ?? 0)) >>> 0;
      if (one < (signature[n] ?? 0)) signature[n] = one;
    }
  }
  return signature;
}

/* Each pair makes another order of the hashes; odd factors keep different ones different. */
const factors = Uint32Array.from({ length: bands * rowsOfBand }, (_, n) => mixed(2 * n + 1) | 1);
const addends = Uint32Array.from({ length: bands * rowsOfBand }, (_, n) => mixed(2 * n + 2));

/** FNV-1a. */
function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let n = 0; n < text.length; n += 1) hash = imul(hash ^ text.charCodeAt(n), 0x01000193);
  return hash >>> 0;
}

/** The finalizer of MurmurHash3: every bit of the number decides every bit of the answer. */
function mixed(number: number): number {
  let hash = imul(number ^ (number >>> 16), 0x85ebca6b);
  hash = imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}

/** A part of a signature. */
export interface SignatureBand {
  readonly band: number;
  readonly value: number;
}

/** The bands of a report, forms included; none of one that is too short. */
export function textBands(report: string | null | undefined): SignatureBand[] {
  const text = comparableText(report ?? "", "");
  if (text === null) return [];
  const signature = minHash(shinglesOf(text));
  return Array.from({ length: bands }, (_, band) => ({
    band,
    value: signature
      .subarray(band * rowsOfBand, (band + 1) * rowsOfBand)
      .reduce((hash, one) => mixed(hash ^ one), 0),
  }));
}
