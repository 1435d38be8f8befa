import { createRandom } from "./random";

/**
 * A seeded one-to-one map of 0 … size-1 onto itself. It is what makes a generated name or number
 * unique by construction: no set of used values, no retry, any index on its own.
 * Throws a RangeError on an index outside, rather than start again and repeat values.
 */
export function createPermutation(
  seed: string | number,
  label: string,
  size: number,
): (index: number) => number {
  if (!Number.isInteger(size) || size < 1 || size > PERMUTATION_SIZE_MAX) {
    throw new RangeError(`size must be 1 to ${PERMUTATION_SIZE_MAX}`);
  }
  const random = createRandom(seed).fork("permutation").fork(label);
  const offset = random.int(0, size - 1);
  // A factor without a common divisor with the size is what makes the map one-to-one.
  let factor = random.int(1, size);
  while (greatestCommonDivisor(factor, size) !== 1) factor = (factor % size) + 1;
  return (index) => {
    if (!Number.isInteger(index) || index < 0 || index >= size) {
      throw new RangeError(`${label}: index ${index} is outside 0 to ${size - 1}`);
    }
    return (factor * index + offset) % size;
  };
}

/** Its square stays below 2^53, so that the product is exact. */
const PERMUTATION_SIZE_MAX = 90_000_000;

function greatestCommonDivisor(left: number, right: number): number {
  return right === 0 ? left : greatestCommonDivisor(right, left % right);
}
