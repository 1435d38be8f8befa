import type { Row } from "../../database/database";
import { sql, value, type Sql } from "../../database/sql";
import { createWorkingDayCalendar, type WorkingDayCalendar } from "./working-days";

/** The calendar of the working-day table, for days from `from` on. */
export async function readCalendar(
  read: (statement: Sql) => Promise<Row[]>,
  from: string,
): Promise<WorkingDayCalendar> {
  const rows = await read(
    sql`SELECT day, working FROM calendar_exception WHERE day >= ${value(from)}`,
  );
  return createWorkingDayCalendar(
    rows.map((row) => ({
      day: String(row["day"]),
      kind: row["working"] === 1 ? ("MAKE_UP" as const) : ("HOLIDAY" as const),
    })),
  );
}
