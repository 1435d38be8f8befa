import { submissionMutation } from "../../submission/submission-mutation";
import { policyRecordType } from "./policy.record-type";

/** The mutation `submitPolicies`. */
export const submitPolicies = submissionMutation(policyRecordType, "报送保单 Submits policies.");
