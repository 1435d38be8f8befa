import type { Content } from "./change";
import type { RecordType } from "./record-type";

const hourMs = 3_600_000;
const shanghaiHours = 8;

/**
 * The day a record is about, in Asia/Shanghai: what its type names (`businessDay`, a day or an
 * instant), else the day it was received. Streams and reconciliation count by it, and an insurer's
 * own books know it, too.
 */
export function businessDayOf(type: RecordType, content: Content, receivedAt: string): string {
  const named = type.businessDay ? content[type.businessDay] : null;
  if (typeof named !== "string") return dayOfInstant(`${receivedAt.replace(" ", "T")}Z`);
  return named.length === "YYYY-MM-DD".length ? named : dayOfInstant(named);
}

function dayOfInstant(instant: string): string {
  // Parsing a given text reads no clock.
  const millis = Date.parse(instant) + shanghaiHours * hourMs;
  return new Date(millis).toISOString().slice(0, "YYYY-MM-DD".length);
}
