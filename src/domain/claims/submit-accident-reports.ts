import { submissionMutation } from "../../submission/submission-mutation";
import { accidentReportRecordType } from "./accident-report.record-type";

/** The mutation `submitAccidentReports`. */
export const submitAccidentReports = submissionMutation(
  accidentReportRecordType,
  "报送生产安全事故报告 Submits accident reports.",
);
