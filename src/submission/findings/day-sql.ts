/** The day in Asia/Shanghai of an instant column. */
export function dayOf(instant: string): string {
  return `DATE(${instant} + INTERVAL 8 HOUR)`;
}

/** 1970-01-05, a Monday: weekdays are counted from it. */
const monday = "DATE '1970-01-05'";

/**
 * How many working days there were through a day: weekdays, less holidays, plus days made up. The
 * n-th working day after `a` lies before `b` exactly when `through(b - 1) - through(a) >= n`.
 */
export function workingDaysThrough(day: string): string {
  const days = `DATEDIFF(${day}, ${monday})`;
  return `(5 * FLOOR(${days} / 7) + LEAST(MOD(${days}, 7) + 1, 5) + (
    SELECT COALESCE(SUM(CASE WHEN x.working = 1 AND WEEKDAY(x.day) >= 5 THEN 1
      WHEN x.working = 0 AND WEEKDAY(x.day) < 5 THEN -1 ELSE 0 END), 0)
    FROM calendar_exception x WHERE x.day <= ${day}))`;
}

/** `day` is later than the n-th working day after `from`; calendar days decide the clear cases. */
export function laterThanWorkingDays(day: string, from: string, n: string): string {
  const before = `(${day} - INTERVAL 1 DAY)`;
  return `(DATEDIFF(${day}, ${from}) > ${n}
    AND ${workingDaysThrough(before)} - ${workingDaysThrough(from)} >= ${n})`;
}
