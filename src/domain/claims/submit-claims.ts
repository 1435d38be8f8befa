import { submissionMutation } from "../../submission/submission-mutation";
import { claimRecordType } from "./claim.record-type";

/** The mutation `submitClaims`. */
export const submitClaims = submissionMutation(claimRecordType, "报送理赔案件 Submits claims.");
