import { isDay } from "../../src/database/calendar";

/** What decides the demo, to the last byte. */
export interface DemoOptions {
  readonly enterprises: number;
  readonly seed: number;
  /** `YYYY-MM-DD`; the two years before it are told. */
  readonly today: string;
}

/** Fewer could not hold every seeded violation. */
const ENTERPRISES_MIN = 100;
/** As many names as there are. */
const ENTERPRISES_MAX = 200_000;
/** From then on the rules of 应急〔2025〕27号 judge every policy a seeded violation needs. */
const TODAY_MIN = "2025-10-01";
/** How far the calendars reach. */
const TODAY_MAX = "2098-12-31";

/** Throws a RangeError that says which option is wrong and what it may be. */
export function checkOptions({ enterprises, seed, today }: DemoOptions): void {
  if (!Number.isInteger(enterprises) || enterprises < ENTERPRISES_MIN)
    throw new RangeError(`enterprises: at least ${ENTERPRISES_MIN}, as the violations need them`);
  if (enterprises > ENTERPRISES_MAX)
    throw new RangeError(`enterprises: at most ${ENTERPRISES_MAX.toLocaleString("en")}`);
  if (!Number.isSafeInteger(seed)) throw new RangeError("seed: a whole number");
  if (!isDay(today)) throw new RangeError("today: a day YYYY-MM-DD");
  if (today < TODAY_MIN || today > TODAY_MAX)
    throw new RangeError(`today: ${TODAY_MIN} to ${TODAY_MAX}`);
}
