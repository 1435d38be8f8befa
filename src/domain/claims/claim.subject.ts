import { dayOf } from "../../submission/findings/day-sql";
import { rowsOf } from "../../submission/findings/finding-subject";

/** Claims as subjects of findings; what was in force when they were lodged judges them. */
export const claimSubject = rowsOf("Claim", "claim", { businessDay: dayOf("s.reported_at") });

/**
 * Accident reports as subjects. An insurer that knew what the report says could report what it
 * says, so it sees no finding about one either.
 */
export const accidentSubject = rowsOf("AccidentReport", "accident_report", {
  businessDay: dayOf("s.occurred_at"),
  insurer: "NULL",
});
