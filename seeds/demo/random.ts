import { createHash } from "node:crypto";

/** A seeded source of pseudo-random draws. The same seed gives the same draws on every machine. */
export interface Random {
  /** A number from 0 inclusive to 1 exclusive. */
  unit(): number;
  /** An integer from min to max, both inclusive. */
  int(min: number, max: number): number;
  pick<T>(items: readonly T[]): T;
  /** One of the items, as often as its weight says. Weights need not add up to anything. */
  weighted<T>(entries: readonly (readonly [item: T, weight: number])[]): T;
  /** True with that probability, 0 to 1. */
  chance(probability: number): boolean;
  /**
   * An own source for one part of the work. It depends on the seed and the labels on the way to
   * it, not on what was drawn before: a draw added in one place shifts nothing anywhere else.
   */
  fork(label: string | number): Random;
}

/** Starts the tree of random sources. Not for secrets: whoever knows the seed knows the draws. */
export function createRandom(seed: string | number): Random {
  return fromKey(createHash("sha256").update(`anzehub demo ${seed}`).digest());
}

function fromKey(key: Buffer): Random {
  const next = xoshiro128StarStar(key);
  // 53 bits, all a double can hold: 32 alone would show steps in a range of fen.
  const unit = () => ((next() >>> 5) * 0x4000000 + (next() >>> 6)) / 0x20000000000000;
  const int = (min: number, max: number) => {
    if (!Number.isSafeInteger(min) || !Number.isSafeInteger(max) || max < min) {
      throw new RangeError(`no integer from ${min} to ${max}`);
    }
    return min + Math.floor(unit() * (max - min + 1));
  };
  return {
    unit,
    int,
    pick: <T>(items: readonly T[]): T => {
      if (items.length === 0) throw new RangeError("nothing to pick from");
      // The index is inside the array, which the type of an index access cannot know.
      return items[int(0, items.length - 1)] as T;
    },
    weighted: (entries) => pickWeighted(entries, unit()),
    chance: (probability) => unit() < probability,
    fork: (label) => fromKey(createHash("sha256").update(key).update(String(label)).digest()),
  };
}

function pickWeighted<T>(entries: readonly (readonly [T, number])[], draw: number): T {
  const usable = entries.filter(([, weight]) => weight > 0);
  const last = usable.at(-1);
  if (last === undefined) throw new RangeError("no item has a weight");
  let left = draw * usable.reduce((sum, [, weight]) => sum + weight, 0);
  for (const [item, weight] of usable) {
    left -= weight;
    if (left < 0) return item;
  }
  // Rounding may leave a hair of the total over.
  return last[0];
}

/** Blackman and Vigna's xoshiro128**: small, fast, and the same on every 32-bit arithmetic. */
function xoshiro128StarStar(key: Buffer): () => number {
  let a = key.readUInt32LE(0);
  let b = key.readUInt32LE(4);
  let c = key.readUInt32LE(8);
  let d = key.readUInt32LE(12);
  return () => {
    const result = Math.imul(rotated(Math.imul(b, 5), 7), 9) >>> 0;
    const shifted = b << 9;
    c ^= a;
    d ^= b;
    b ^= c;
    a ^= d;
    c ^= shifted;
    d = rotated(d, 11);
    return result;
  };
}

function rotated(value: number, bits: number): number {
  return (value << bits) | (value >>> (32 - bits));
}
