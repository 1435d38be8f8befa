/**
 * A day whose kind is decided by the State Council: off, or at work in exchange. Days on which the
 * weekday rule is right anyway (the Saturday inside a holiday) may be listed or left out.
 */
export interface WorkingDayException {
  /** `YYYY-MM-DD`, Asia/Shanghai. */
  readonly day: string;
  readonly kind: "HOLIDAY" | "MAKE_UP";
}

/** Counts working days of mainland China. Days are `YYYY-MM-DD` strings; there is no clock in it. */
export interface WorkingDayCalendar {
  isWorkingDay(day: string): boolean;
  /**
   * The n-th working day after the day (before it when n is negative); n = 0 gives the day itself,
   * working or not. The day itself never counts, as a deadline starts on the day after its event.
   */
  addWorkingDays(day: string, n: number): string;
  /**
   * Whether the table knows that year. Where it does not, because the State Council has not yet
   * published it, answers follow the weekday alone and a deadline in it is provisional.
   */
  coversYearOf(day: string): boolean;
}

/**
 * Makes a calendar from the rows of the working-day table, so that make-up days and holidays are
 * data. Throws a RangeError when two rows contradict each other or name a day that does not exist:
 * a wrong table would move every deadline silently.
 */
export function createWorkingDayCalendar(
  exceptions: Iterable<WorkingDayException>,
): WorkingDayCalendar {
  const workingBySerial = new Map<number, boolean>();
  const years = new Set<string>();
  for (const { day, kind } of exceptions) {
    const serial = serialOf(day);
    const working = kind === "MAKE_UP";
    if (workingBySerial.get(serial) === !working) throw new RangeError(`${day} is of two kinds`);
    workingBySerial.set(serial, working);
    years.add(day.slice(0, 4));
  }
  const isWorking = (serial: number) => workingBySerial.get(serial) ?? isWeekday(serial);

  return {
    isWorkingDay: (day) => isWorking(serialOf(day)),
    addWorkingDays: (day, n) => {
      if (!Number.isInteger(n) || Math.abs(n) > WORKING_DAYS_MAX) {
        throw new RangeError(`n must be an integer of at most ${WORKING_DAYS_MAX}`);
      }
      const step = Math.sign(n);
      let serial = serialOf(day);
      for (let left = Math.abs(n); left > 0;) {
        serial += step;
        if (isWorking(serial)) left -= 1;
      }
      return dayOf(serial);
    },
    coversYearOf: (day) => {
      serialOf(day);
      return years.has(day.slice(0, 4));
    },
  };
}

/** About four years: no clock of the law is longer, and a walk stays short whatever is asked. */
const WORKING_DAYS_MAX = 1_000;

const DAYS_PER_ERA = 146_097;
/** From 0000-03-01, where the arithmetic starts, to 1970-01-01, a Thursday. */
const SERIAL_OF_EPOCH = 719_468;

function isWeekday(serial: number): boolean {
  const weekday = (serial + 4) % 7;
  const sundayIsZero = weekday < 0 ? weekday + 7 : weekday;
  return sundayIsZero !== 0 && sundayIsZero !== 6;
}

/** Days since 1970-01-01. Throws unless the day exists, so `2025-02-30` never becomes March. */
function serialOf(day: string): number {
  const parts = /^(\d{4})-(\d{2})-(\d{2})$/.exec(day);
  if (parts === null) throw new RangeError(`not a day: ${day}`);
  const month = Number(parts[2]);
  // Years run from March, so that the leap day is the last of its year.
  const year = Number(parts[1]) - (month <= 2 ? 1 : 0);
  const era = Math.floor(year / 400);
  const yearOfEra = year - era * 400;
  const dayOfYear = Math.floor((153 * ((month + 9) % 12) + 2) / 5) + Number(parts[3]) - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100);
  const serial = era * DAYS_PER_ERA + dayOfEra + dayOfYear - SERIAL_OF_EPOCH;
  if (dayOf(serial) !== day) throw new RangeError(`not a day: ${day}`);
  return serial;
}

function dayOf(serial: number): string {
  const shifted = serial + SERIAL_OF_EPOCH;
  const era = Math.floor(shifted / DAYS_PER_ERA);
  const dayOfEra = shifted - era * DAYS_PER_ERA;
  const yearOfEra = Math.floor(
    (dayOfEra -
      Math.floor(dayOfEra / 1_460) +
      Math.floor(dayOfEra / 36_524) -
      Math.floor(dayOfEra / 146_096)) /
      365,
  );
  const dayOfYear =
    dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const monthFromMarch = Math.floor((5 * dayOfYear + 2) / 153);
  const day = dayOfYear - Math.floor((153 * monthFromMarch + 2) / 5) + 1;
  const month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9;
  const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0);
  return [padded(year, 4), padded(month, 2), padded(day, 2)].join("-");
}

function padded(value: number, width: number): string {
  return String(value).padStart(width, "0");
}
