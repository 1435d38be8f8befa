const dayDigits = "YYYY-MM-DD".length;

/** The last day of a month, counted from 1; null unless there is one. */
export function monthEnd(year?: number | null, month?: number | null): string | null {
  if (year == null || month == null || month < 1 || month > 12) return null;
  return new Date(Date.UTC(year, month, 0)).toISOString().slice(0, dayDigits);
}
