import { submissionMutation } from "../../submission/submission-mutation";
import { serviceAgencyRecordType } from "./service-agency.record-type";

/** The mutation `submitServiceAgencies`. */
export const submitServiceAgencies = submissionMutation(
  serviceAgencyRecordType,
  "报送安全生产技术服务机构 Submits service agencies with their qualifications.",
);
