import { submissionMutation } from "../../submission/submission-mutation";
import { evaluationRecordType } from "./evaluation.record-type";

/** The mutation `submitEvaluations`. */
export const submitEvaluations = submissionMutation(
  evaluationRecordType,
  "报送年度评估 Submits annual evaluations with their indicators.",
);
