/** What is wrong with a unified social credit code, the first thing found. */
export type UsccProblem = "LENGTH" | "ALPHABET" | "CHECK";

/**
 * Tells what is wrong with a 统一社会信用代码, or null when nothing is. Source: GB 32100-2015.
 * Every weight is non-zero modulo the prime 31 and no two neighbouring weights are equal, so any
 * single wrong character and any swap of two unequal neighbours is found. Lower case is wrong:
 * folding it here would give one enterprise two spellings of its key.
 */
export function usccProblem(value: string): null | UsccProblem {
  if (value.length !== USCC_LENGTH) return "LENGTH";
  for (const character of value) {
    if (!ALPHABET.includes(character)) return "ALPHABET";
  }
  return checkCharacter(value) === value.charAt(BODY_LENGTH) ? null : "CHECK";
}

/**
 * Completes 17 characters with their check character. Throws a RangeError on anything else, since
 * only our own code calls it: codes of others are judged, never completed.
 */
export function usccWithCheck(first17: string): string {
  if (first17.length !== BODY_LENGTH) throw new RangeError("a USCC body has 17 characters");
  for (const character of first17) {
    if (!ALPHABET.includes(character)) throw new RangeError(`not in the alphabet: ${character}`);
  }
  return first17 + checkCharacter(first17);
}

/** GB 32100-2015: digits and capitals without I, O, S, V, Z, which are read as 1, 0, 5, U, 2. */
const ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";
const WEIGHTS = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28];
const BODY_LENGTH = WEIGHTS.length;
const USCC_LENGTH = BODY_LENGTH + 1;

function checkCharacter(value: string): string {
  let sum = 0;
  WEIGHTS.forEach((weight, position) => {
    sum += weight * ALPHABET.indexOf(value.charAt(position));
  });
  return ALPHABET.charAt((ALPHABET.length - (sum % ALPHABET.length)) % ALPHABET.length);
}
