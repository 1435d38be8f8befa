import { submissionMutation } from "../../../submission/submission-mutation";
import { rectificationReportRecordType } from "./rectification-report.record-type";

/** The mutation `reportRectifications`. */
export const reportRectifications = submissionMutation(
  rectificationReportRecordType,
  "投保单位报告整改 Reports rectification, as the enterprise that rectifies.",
);
