import { submissionMutation } from "../../submission/submission-mutation";
import { endorsementRecordType } from "./endorsement.record-type";

/** The mutation `submitEndorsements`. */
export const submitEndorsements = submissionMutation(
  endorsementRecordType,
  "报送批单 Submits endorsements.",
);
