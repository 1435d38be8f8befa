import {
  createWorkingDayCalendar,
  type WorkingDayException,
} from "../../src/domain/registry/working-days";

/**
 * The demo counts in serial days (since 1970-01-01, as the calendar in Asia/Shanghai writes them)
 * and in milliseconds of UTC: both are plain numbers, so a million of them cost nothing.
 */
export type SerialDay = number;
/** Milliseconds since 1970-01-01T00:00:00Z. */
export type Moment = number;

const MILLISECONDS_PER_DAY = 86_400_000;
const MILLISECONDS_PER_MINUTE = 60_000;
const SHANGHAI_OFFSET = 8 * 3_600_000;

const textOfDay = new Map<SerialDay, string>();

/** The serial of `YYYY-MM-DD`. */
export function serialOf(day: string): SerialDay {
  const milliseconds = Date.parse(day);
  if (!/^\d{4}-\d\d-\d\d$/.test(day) || Number.isNaN(milliseconds))
    throw new RangeError(`not a day: ${day}`);
  return milliseconds / MILLISECONDS_PER_DAY;
}

/** `YYYY-MM-DD`. Remembered: a demo has a few thousand days and millions of dates. */
export function dayText(serial: SerialDay): string {
  const known = textOfDay.get(serial);
  if (known !== undefined) return known;
  const text = new Date(serial * MILLISECONDS_PER_DAY).toISOString().slice(0, 10);
  textOfDay.set(serial, text);
  return text;
}

export function yearOf(serial: SerialDay): number {
  return Number(dayText(serial).slice(0, 4));
}

/** The last day of a year. */
export function lastDayOf(year: number): SerialDay {
  return serialOf(`${year}-12-31`);
}

/** The same date in another year; 29 February becomes the 28th. */
export function yearsLater(serial: SerialDay, years: number): SerialDay {
  const text = dayText(serial);
  const monthDay = text.slice(5) === "02-29" ? "02-28" : text.slice(5);
  return serialOf(`${Number(text.slice(0, 4)) + years}-${monthDay}`);
}

/** That minute of the day in Asia/Shanghai. */
export function momentOf(serial: SerialDay, minuteOfDay: number): Moment {
  return serial * MILLISECONDS_PER_DAY - SHANGHAI_OFFSET + minuteOfDay * MILLISECONDS_PER_MINUTE;
}

/** The day in Asia/Shanghai on which a moment falls. */
export function dayOfMoment(moment: Moment): SerialDay {
  return Math.floor((moment + SHANGHAI_OFFSET) / MILLISECONDS_PER_DAY);
}

/** As a DATETIME(6) column takes it: UTC. */
export function databaseMoment(moment: Moment): string {
  const iso = new Date(moment).toISOString();
  return `${iso.slice(0, 10)} ${iso.slice(11, 23)}000`;
}

/** As an insurer in China writes it: RFC 3339 with its own offset. */
export function shanghaiMoment(moment: Moment): string {
  return `${new Date(moment + SHANGHAI_OFFSET).toISOString().slice(0, 19)}+08:00`;
}

/** The working days of the demo's period. */
export interface WorkingDays {
  isWorkingDay(day: SerialDay): boolean;
  /** The n-th working day after the day; n = 0 gives the day itself. */
  add(day: SerialDay, n: number): SerialDay;
  /**
   * The first working day on or after this one whose number modulo `slots` is `slot`. Days of
   * different slots never meet, which keeps everybody's diary free of clashes by construction.
   */
  inSlot(day: SerialDay, slot: number, slots: number): SerialDay;
}

/** Counts working days from `first` to `last`; throws a RangeError outside. */
export function createWorkingDays(
  exceptions: readonly WorkingDayException[],
  first: SerialDay,
  last: SerialDay,
): WorkingDays {
  const calendar = createWorkingDayCalendar(exceptions);
  const days: SerialDay[] = [];
  /** Per day: the number of the first working day on or after it. */
  const numberFrom: number[] = [];
  for (let day = first; day <= last; day += 1) {
    numberFrom.push(days.length);
    if (calendar.isWorkingDay(dayText(day))) days.push(day);
  }
  const at = <T>(list: readonly T[], index: number): T => {
    const found = list[index];
    if (found === undefined) throw new RangeError("outside the days of the demo");
    return found;
  };
  return {
    isWorkingDay: (day) => days[at(numberFrom, day - first)] === day,
    add: (day, n) => {
      if (n === 0) return day;
      const number = at(numberFrom, day - first);
      return at(days, number + (days[number] === day ? n : n - 1));
    },
    inSlot: (day, slot, slots) => {
      const number = at(numberFrom, day - first);
      return at(days, number + ((((slot - number) % slots) + slots) % slots));
    },
  };
}
