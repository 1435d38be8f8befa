import { submissionMutation } from "../../submission/submission-mutation";
import { complaintRecordType } from "./complaint.record-type";

/** The mutation `submitComplaints`. */
export const submitComplaints = submissionMutation(
  complaintRecordType,
  "报送投诉 Submits complaints about prevention services.",
);
