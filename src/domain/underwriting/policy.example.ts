import { exampleUscc } from "../registry/identifiers/uscc.rules";
import type { PolicyStatement } from "./policy.record-input";

/** A policy that meets every rule. */
export const examplePolicy: PolicyStatement = {
  sourceKey: "P-2026-0001",
  policyNo: "34AZ2026000001",
  enterpriseUscc: exampleUscc,
  signedOn: "2026-05-20",
  startDate: "2026-06-01",
  endDate: "2027-05-31",
  sumInsuredPerPersonFen: "40000000",
  limitPerAccidentFen: "400000000",
  limitAggregateFen: "800000000",
  insuredCount: 50,
  writtenPremiumFen: "5000000",
  basePremiumFen: "5000000",
  rateFactor: "1",
  ratePermille: "6.25",
  commissionFen: "250000",
  serviceFeePct: "15",
  agreedFrequency: 2,
  agreedItems: ["01", "03"],
};
