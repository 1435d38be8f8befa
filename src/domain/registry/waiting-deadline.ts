import type { Row } from "../../database/database";
import type { Sql } from "../../database/sql";
import type { RequestClock } from "../../query/select";
import { waitingWorkingDays } from "../../submission/rules/submission-limits";
import { readCalendar } from "./read-calendar";

/** Until which day a record that arrives today may wait for another: in 5 working days [P]. */
export async function waitingDeadline(
  read: (statement: Sql) => Promise<Row[]>,
  { today }: RequestClock,
): Promise<string> {
  return (await readCalendar(read, today)).addWorkingDays(today, waitingWorkingDays);
}
