import { submissionMutation } from "../../submission/submission-mutation";
import { expertRecordType } from "./expert.record-type";

/** The mutation `submitExperts`. */
export const submitExperts = submissionMutation(expertRecordType, "报送专家 Submits experts.");
