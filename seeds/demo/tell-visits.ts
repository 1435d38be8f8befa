import type { SerialDay } from "./days";
import type { Random } from "./random";
import type { CoverPeriod } from "./tell-cover";
import type { Circumstances } from "./violation-kind";
import { cellViolation } from "./violation-kinds";
import { diarySlots, type DemoWorld } from "./world";

/** Days after the start of cover within which the first and the second service are wanted. */
const WANTED_DAYS = [
  [25, 110],
  [170, 270],
] as const;

/** Where the cover is cut short, it is served before. */
const SOON_DAYS = [10, 25] as const;

/**
 * On which days the services of one policy take place: all promised ones, whether past or yet to
 * come, except those for which the cover ends too soon. Each is a working day of the enterprise's
 * own slot in the diary of its expert.
 */
export function tellVisits(
  { workingDays }: DemoWorld,
  of: {
    readonly period: CoverPeriod;
    readonly frequency: number;
    readonly slot: number;
    /** Overrides when the first service is wanted. */
    readonly firstDays: readonly [number, number] | undefined;
  },
  random: Random,
): SerialDay[] {
  const { period, frequency, slot, firstDays } = of;
  const lastDay = Math.min(period.endDate, (period.cancelledOn ?? Infinity) - 1);
  return WANTED_DAYS.slice(0, frequency)
    .map(([from, to], n) => {
      const first = firstDays ?? (period.cancelledOn === null ? undefined : SOON_DAYS);
      const [earliest, latest] = n === 0 && first ? first : [from, to];
      const day = period.startDate + random.int(earliest, latest);
      return workingDays.inSlot(day, slot, diarySlots);
    })
    .filter((day) => day <= lastDay);
}

/** How soon after its start the first service is wanted, where that is not left to chance. */
export function wantedVisit(
  insurer: number,
  city: string,
  { visitDays }: Circumstances,
): readonly [number, number] | undefined {
  if (visitDays) return visitDays;
  return cellViolation(insurer, city)?.name === "fee-over-cap" ? [20, 40] : undefined;
}
