import { submissionMutation } from "../../submission/submission-mutation";
import { claimPaymentRecordType } from "./claim-payment.record-type";

/** The mutation `submitClaimPayments`. */
export const submitClaimPayments = submissionMutation(
  claimPaymentRecordType,
  "报送赔付记录 Submits claim payments.",
);
