import { submissionMutation } from "../../submission/submission-mutation";
import { servicePlanRecordType } from "./service-plan.record-type";

/** The mutation `submitServicePlans`. */
export const submitServicePlans = submissionMutation(
  servicePlanRecordType,
  "报送事故预防服务方案 Submits service plans.",
);
