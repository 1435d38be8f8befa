import { submissionMutation } from "../../submission/submission-mutation";
import { casualtyRecordType } from "./casualty.record-type";

/** The mutation `submitCasualties`. */
export const submitCasualties = submissionMutation(
  casualtyRecordType,
  "报送伤亡人员 Submits persons killed or injured.",
);
