const dayMs = 86_400_000;

/** The day so many days after another; before it, when negative. */
export function daysAfter(day: string, days: number): string {
  return new Date(Date.parse(day) + days * dayMs).toISOString().slice(0, 10);
}

/** The first instant of a day in Asia/Shanghai. */
export function startOf(day: string): string {
  return `${day}T00:00:00+08:00`;
}
