import { submissionMutation } from "../../submission/submission-mutation";
import { hazardStepRecordType } from "./hazard-step.record-type";

/** The mutation `submitHazardEvents`. */
export const submitHazardEvents = submissionMutation(
  hazardStepRecordType,
  "报送隐患处置事件 Submits steps in the closed loop of hazards.",
);
