import { submissionMutation } from "../../../submission/submission-mutation";
import { feeStatementRecordType } from "./fee-statement.record-type";

/** The mutation `submitFeeStatements`. */
export const submitFeeStatements = submissionMutation(
  feeStatementRecordType,
  "报送台账结账表 Submits what the ledger came to when months were closed.",
);
