import { randomBytes } from "node:crypto";

const timeBytes = 6;
const randomByteCount = 9;

/**
 * The id of a new entry: unique everywhere, so that an entry tried twice is stored once. It begins
 * with the time, so that new entries are stored next to each other.
 */
export function newLogId(now: Date): string {
  const time = Buffer.alloc(timeBytes);
  time.writeUIntBE(now.getTime(), 0, timeBytes);
  return `log_${Buffer.concat([time, randomBytes(randomByteCount)]).toString("base64url")}`;
}
