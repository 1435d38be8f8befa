import { submissionMutation } from "../../submission/submission-mutation";
import { serviceRecordRecordType } from "./service-record.record-type";

/** The mutation `submitServiceRecords`. */
export const submitServiceRecords = submissionMutation(
  serviceRecordRecordType,
  "报送事故预防服务记录 Submits records of prevention services.",
);
