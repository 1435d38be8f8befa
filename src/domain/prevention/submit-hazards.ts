import { submissionMutation } from "../../submission/submission-mutation";
import { hazardRecordType } from "./hazard.record-type";

/** The mutation `submitHazards`. */
export const submitHazards = submissionMutation(hazardRecordType, "报送事故隐患 Submits hazards.");
