import { isNativeError } from "node:util/types";

/** What to do about a fault of the database server or of the way to it. */
export type Fault = "RETRY" | "BUSY" | "TOO_SLOW" | "UNAVAILABLE" | "OTHER";

/** 1213 deadlock, 1205 lock wait, 1020 record changed under snapshot isolation. */
const retried = new Set([1213, 1205, 1020]);
/** Too many connections. */
const busy = new Set([1040, 1203]);
/** Statement time limit of MariaDB, of MySQL. */
const tooSlow = new Set([1969, 3024]);
/** 1053 shutdown, 1927/1159/1160/1161 connection killed, 2002-2013 client side. */
const unavailable = new Set([
  1053, 1152, 1158, 1159, 1160, 1161, 1184, 1927, 2002, 2003, 2006, 2013,
]);
const lost = /ECONNREFUSED|ENOENT|ECONNRESET|EPIPE|ETIMEDOUT|PROTOCOL_|POOL_CLOSED|ENOTFOUND/;

/** Judges by number: the names mysql2 gives MariaDB's errors are wrong. */
export function faultOf(error: unknown): Fault {
  // Not instanceof: under a test runner, errors of Node itself are of another realm.
  if (!isNativeError(error)) return "OTHER";
  const { errno, code, fatal } = error as { errno?: unknown; code?: unknown; fatal?: unknown };
  if (typeof errno === "number" && errno > 0) {
    if (retried.has(errno)) return "RETRY";
    if (busy.has(errno)) return "BUSY";
    if (tooSlow.has(errno)) return "TOO_SLOW";
    if (unavailable.has(errno)) return "UNAVAILABLE";
  }
  if (error.message === "Queue limit reached.") return "BUSY";
  if (typeof code === "string" && lost.test(code)) return "UNAVAILABLE";
  // A pooled connection that broke while idle: its next statement has no number and no code.
  if (fatal === true || error.message.includes("closed state")) return "UNAVAILABLE";
  return "OTHER";
}
