import { defineRecordType } from "../../submission/record-type";
import { waitingDeadline } from "../registry/waiting-deadline";
import { ClaimPayment } from "./claim-payment.entity";
import { ClaimPaymentRecordInput, type ClaimPaymentStatement } from "./claim-payment.record-input";
import { claimPaymentRules, exampleClaimPayment } from "./claim-payment.rules";
import { toClaim } from "./to-claim";

/** How payments on claims are reported. */
export const claimPaymentRecordType = defineRecordType<ClaimPaymentStatement>({
  name: "claimPayment",
  mutation: "submitClaimPayments",
  submitters: ["INSURER"],
  entity: ClaimPayment,
  input: ClaimPaymentRecordInput,
  sums: ["amountFen"],
  businessDay: "paidAt",
  rules: claimPaymentRules,
  example: exampleClaimPayment,
  references: [toClaim("CLM-06")],
  waitsUntil: waitingDeadline,
});
