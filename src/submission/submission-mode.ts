import { registerEnumType } from "type-graphql";

/** Whether a submission is to count, or only to be judged. */
export enum SubmissionMode {
  LIVE = "LIVE",
  VALIDATE_ONLY = "VALIDATE_ONLY",
}

registerEnumType(SubmissionMode, {
  name: "SubmissionMode",
  description: "报送模式 Whether the submission counts.",
  valuesConfig: {
    LIVE: { description: "正式报送" },
    VALIDATE_ONLY: { description: "仅校验，不留存" },
  },
});
