import type { Row } from "../../database/database";
import { sql, value, type Sql } from "../../database/sql";
import type { RequestClock } from "../../query/select";
import { waitingWorkingDays } from "../../submission/rules/submission-limits";
import { createWorkingDayCalendar } from "./working-days";

/** Until which day a record that arrives today may wait for another: in 5 working days [P]. */
export async function waitingDeadline(
  read: (statement: Sql) => Promise<Row[]>,
  { today }: RequestClock,
): Promise<string> {
  const rows = await read(
    sql`SELECT day, working FROM calendar_exception WHERE day >= ${value(today)}`,
  );
  const calendar = createWorkingDayCalendar(
    rows.map((row) => ({
      day: String(row["day"]),
      kind: row["working"] === 1 ? ("MAKE_UP" as const) : ("HOLIDAY" as const),
    })),
  );
  return calendar.addWorkingDays(today, waitingWorkingDays);
}
