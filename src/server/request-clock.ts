import { databaseInstant } from "../database/calendar";
import type { RequestClock } from "../query/select";

const shanghaiOffsetMs = 8 * 3_600_000;

/** The moment of a request: one `now` and `today` for all its statements. */
export function requestClock(now: Date): RequestClock {
  return {
    now: databaseInstant(now),
    // China has had one zone without daylight saving time since 1991.
    today: new Date(now.getTime() + shanghaiOffsetMs).toISOString().slice(0, 10),
  };
}
