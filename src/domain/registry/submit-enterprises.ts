import { submissionMutation } from "../../submission/submission-mutation";
import { enterpriseRecordType } from "./enterprise.record-type";

/** The mutation `submitEnterprises`. */
export const submitEnterprises = submissionMutation(
  enterpriseRecordType,
  "报送投保单位 Submits enterprises, as insurers and authorities know them.",
);
