import { submissionMutation } from "../../submission/submission-mutation";
import { premiumReceiptRecordType } from "./premium-receipt.record-type";

/** The mutation `submitPremiumReceipts`. */
export const submitPremiumReceipts = submissionMutation(
  premiumReceiptRecordType,
  "报送保费收退记录 Submits premium receipts.",
);
