import type { GroupStep } from "./group-step";

/** The first and the last day of a group of days, both included. */
export interface Period {
  readonly from: string;
  readonly to: string;
}

/** The days of a group as the steps of days write it; null for groups of other things. */
export function periodOf(step: GroupStep | null, group: string): Period | null {
  const year = Number(group.slice(0, 4));
  const rest = group.slice(5);
  switch (step) {
    case "YEAR":
      return months(year, 0, 12);
    case "QUARTER":
      return months(year, (Number(rest.slice(1)) - 1) * 3, 3);
    case "MONTH":
      return months(year, Number(rest) - 1, 1);
    case "WEEK":
      return week(year, Number(rest.slice(1)));
    case "DAY":
      return { from: group, to: group };
    default:
      return null;
  }
}

function months(year: number, from: number, count: number): Period {
  return { from: day(Date.UTC(year, from, 1)), to: day(Date.UTC(year, from + count, 0)) };
}

/** ISO: the week of 4 January is the first of its year, and weeks begin on Monday. */
function week(year: number, number: number): Period {
  const fourth = Date.UTC(year, 0, 4);
  const weekday = (new Date(fourth).getUTCDay() + 6) % 7;
  const monday = fourth + ((number - 1) * 7 - weekday) * dayMs;
  return { from: day(monday), to: day(monday + 6 * dayMs) };
}

const dayMs = 86_400_000;

function day(millis: number): string {
  return new Date(millis).toISOString().slice(0, "YYYY-MM-DD".length);
}
