import { dayOf } from "../../submission/findings/day-sql";
import { rowsOf } from "../../submission/findings/finding-subject";
import { policySubject } from "../underwriting/policy.subject";

const served = { agency: "s.service_agency_id" };

/** What prevention has, as subjects of findings; the agency that serves sees those about it. */
export const planSubject = rowsOf("ServicePlan", "service_plan", {
  ...served,
  businessDay: "s.period_from",
});
export const serviceSubject = rowsOf("ServiceRecord", "service_record", {
  ...served,
  existing: "s.voided = 0 AND s.status NOT IN ('PLANNED', 'CANCELLED', 'VOIDED')",
  businessDay: dayOf("s.started_at"),
});
export const hazardSubject = rowsOf("Hazard", "hazard", {
  ...served,
  businessDay: dayOf("s.found_at"),
});
/** Work items about hazards, which are for the authorities. */
export const hazardForAuthority = rowsOf("Hazard", "hazard", {
  businessDay: dayOf("s.found_at"),
  insurer: "NULL",
});
export const complaintSubject = rowsOf("Complaint", "complaint", {
  businessDay: dayOf("s.filed_at"),
});
/** Ledger entries, which enterprises may not read: they see no finding about one either. */
export const feeEntrySubject = rowsOf("FeeEntry", "fee_entry", {
  existing: "NOT EXISTS (SELECT 1 FROM fee_entry r WHERE r.reverses_id = s.id)",
  businessDay: "s.booked_on",
  enterprise: "NULL",
});
/** What the ledger says of a policy; the enterprise may not read it. */
export const policyForLedger = { ...policySubject, enterprise: "NULL" };

/** A service under this alias was given. */
export function wasGiven(alias: string): string {
  return `${alias}.voided = 0 AND ${alias}.status NOT IN ('PLANNED', 'CANCELLED', 'VOIDED')`;
}
