import { rowsOf } from "../../submission/findings/finding-subject";

/** Policies as subjects of findings; what was in force when they were signed judges them. */
export const policySubject = rowsOf("Policy", "policy", { businessDay: "s.signed_on" });

/** Last day of cover of a policy under this alias, cancelled or not. */
export function lastDayOfCover(alias: string): string {
  const cancelled = `${alias}.cancelled_on - INTERVAL 1 DAY`;
  return `LEAST(${alias}.end_date, COALESCE(${cancelled}, ${alias}.end_date))`;
}
