import { submissionMutation } from "../../submission/submission-mutation";
import { feeEntryRecordType } from "./fee-entry.record-type";

/** The mutation `submitFeeEntries`. */
export const submitFeeEntries = submissionMutation(
  feeEntryRecordType,
  "报送事故预防服务费用台账分录 Submits entries of the prevention-fee ledger.",
);
