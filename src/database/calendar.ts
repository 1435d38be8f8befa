const dayPattern = /^(\d{4})-(\d{2})-(\d{2})$/;
const instantPattern =
  /^(\d{4}-\d{2}-\d{2})T([01]\d|2[0-3]):([0-5]\d):([0-5]\d)(\.\d{1,6})?(Z|[+-](?:[01]\d|2[0-3]):[0-5]\d)$/;

/** True for a real calendar day written `YYYY-MM-DD`, years 1900 to 2199. */
export function isDay(text: string): boolean {
  const match = dayPattern.exec(text);
  if (!match) return false;
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])];
  if (year < 1900 || year > 2199 || month < 1 || month > 12 || day < 1) return false;
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  const days = [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
  return day <= (days[month - 1] ?? 0);
}

/**
 * The canonical UTC form `YYYY-MM-DDTHH:MM:SS.ffffffZ` of an RFC 3339 instant with offset, or
 * null when the text is not one. Microseconds are kept; JavaScript dates would lose them.
 */
export function canonicalInstant(text: string): string | null {
  const match = instantPattern.exec(text);
  if (!match || !isDay(match[1] ?? "")) return null;
  const micros = (match[5] ?? ".").slice(1).padEnd(6, "0");
  const wholeSeconds = Date.parse(text.replace(/\.\d+/, ""));
  if (Number.isNaN(wholeSeconds)) return null;
  return `${new Date(wholeSeconds).toISOString().slice(0, 19)}.${micros}Z`;
}

/** `2026-05-01T08:00:00.000000Z` from the database's `2026-05-01 08:00:00.000000` (UTC). */
export function instantFromDatabase(text: string): string {
  return `${text.slice(0, 10)}T${text.slice(11)}Z`;
}

/** The database's form of a canonical instant. */
export function instantToDatabase(text: string): string {
  return `${text.slice(0, 10)} ${text.slice(11, -1)}`;
}

/** The database's form of a moment, with microseconds. */
export function databaseInstant(at: Date): string {
  return `${at.toISOString().replace("T", " ").replace("Z", "")}000`;
}
