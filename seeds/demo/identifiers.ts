import { citizenIdWithCheck } from "../../src/domain/registry/identifiers/citizen-id";
import { usccWithCheck } from "../../src/domain/registry/identifiers/uscc";
import { createPermutation } from "./permutation";

/** Identifiers of the demo. Each is a pure function of the seed and the index, and never repeats. */
export interface DemoIdentifiers {
  /**
   * A code that passes the check of GB 32100 and that no registrar can have issued. The region has
   * 2, 4 or 6 digits. Unique per index, whatever the region. Indexes 0 to 28,629,150.
   */
  uscc(regionCode: string, index: number): string;
  /** A number that passes GB 11643 and that nobody has. Indexes 0 to 1,330,559,999. */
  citizenId(index: number): string;
  /** Eleven digits that look like a mobile number and reach nobody. Indexes 0 to 9,999,999. */
  phone(index: number): string;
}

/** Prepares the identifiers of one seed. */
export function createDemoIdentifiers(seed: string | number): DemoIdentifiers {
  const organisation = createPermutation(seed, "uscc", USCC_NUMBERS);
  const birthday = createPermutation(seed, "birthday", BIRTHDAYS);
  const sequence = createPermutation(seed, "sequence", ADDRESS_CODES * SEQUENCES);
  const subscriber = createPermutation(seed, "phone", 10 ** PHONE_DIGITS);

  return {
    uscc: (regionCode, index) => {
      if (!/^([0-9]{2}){1,3}$/.test(regionCode)) throw new RangeError(`no region: ${regionCode}`);
      const number = inBase31(organisation(index));
      return usccWithCheck(`91${regionCode.padEnd(6, "0")}DEM${number}D`);
    },
    citizenId: (index) => {
      const group = sequence(Math.floor(index / BIRTHDAYS));
      const address = 1 + Math.floor(group / SEQUENCES);
      const born = birthday(index % BIRTHDAYS);
      // Shifted by the birthday, or thousands in a row would be of one sex, its last digit.
      const order = String((group + born) % SEQUENCES).padStart(3, "0");
      const region = `3400${String(address).padStart(2, "0")}`;
      return citizenIdWithCheck(region + dayOfBirth(born) + order);
    },
    phone: (index) => PHONE_BLOCK + String(subscriber(index)).padStart(PHONE_DIGITS, "0"),
  };
}

/**
 * Characters 9 to 17 of a real code are an organisation code whose last character is its own check
 * digit, 0 to 9 or X (GB 11714). Ours are DEM, five characters and D: no such check digit exists.
 */
const BASE_31 = "0123456789ABCDEFGHJKLMNPQRTUWXY";
const USCC_NUMBERS = 31 ** 5;

/** 340001 to 340099: below the province and above no city, so never the code of a county. */
const ADDRESS_CODES = 99;
const SEQUENCES = 1_000;
/** Births of 1965 to 2004, 28 days in each month: adults at work, and every day exists. */
const FIRST_YEAR = 1965;
const BIRTHDAYS = 40 * 12 * 28;

/** Mobile numbers beginning with 154 were never allotted to an operator. */
const PHONE_BLOCK = "1540";
const PHONE_DIGITS = 7;

function inBase31(value: number): string {
  let rest = value;
  let text = "";
  for (let position = 0; position < 5; position += 1) {
    text = BASE_31.charAt(rest % 31) + text;
    rest = Math.floor(rest / 31);
  }
  return text;
}

function dayOfBirth(number: number): string {
  const day = 1 + (number % 28);
  const month = 1 + (Math.floor(number / 28) % 12);
  const year = FIRST_YEAR + Math.floor(number / (28 * 12));
  return `${year}${String(month).padStart(2, "0")}${String(day).padStart(2, "0")}`;
}
