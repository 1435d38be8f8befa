/** What is wrong with a citizen identity number, the first thing found. */
export type CitizenIdProblem = "LENGTH" | "ALPHABET" | "DATE" | "CHECK";

/**
 * Tells what is wrong with a 公民身份号码, or null when nothing is. Source: GB 11643-1999, 18
 * characters only: the 15-digit numbers before it have not been valid since 2013. The date of birth
 * must be a day of the calendar; whether it is in the past is for a caller that has a clock. The
 * address code is not looked up: codes of abolished counties live on in identity numbers.
 */
export function citizenIdProblem(value: string): null | CitizenIdProblem {
  if (value.length !== CITIZEN_ID_LENGTH) return "LENGTH";
  if (!/^[0-9]{17}[0-9X]$/.test(value)) return "ALPHABET";
  if (!isCalendarDay(value.slice(6, 14))) return "DATE";
  return checkCharacter(value) === value.charAt(BODY_LENGTH) ? null : "CHECK";
}

/**
 * Completes 17 digits with their check character. Throws a RangeError on anything else, since only
 * our own code calls it: numbers of others are judged, never completed.
 */
export function citizenIdWithCheck(first17: string): string {
  if (!/^[0-9]{17}$/.test(first17)) throw new RangeError("a citizen id body has 17 digits");
  return first17 + checkCharacter(first17);
}

const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
/** Indexed by the weighted sum modulo 11 (ISO 7064 MOD 11-2); X stands for ten. */
const CHECK_CHARACTERS = "10X98765432";
const BODY_LENGTH = WEIGHTS.length;
const CITIZEN_ID_LENGTH = BODY_LENGTH + 1;
const DAYS_IN_MONTH = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

function checkCharacter(value: string): string {
  let sum = 0;
  WEIGHTS.forEach((weight, position) => {
    sum += weight * Number(value.charAt(position));
  });
  return CHECK_CHARACTERS.charAt(sum % CHECK_CHARACTERS.length);
}

function isCalendarDay(eightDigits: string): boolean {
  const year = Number(eightDigits.slice(0, 4));
  const month = Number(eightDigits.slice(4, 6));
  const day = Number(eightDigits.slice(6, 8));
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  const days = (DAYS_IN_MONTH[month - 1] ?? 0) + (month === 2 && leap ? 1 : 0);
  return year > 0 && day >= 1 && day <= days;
}
