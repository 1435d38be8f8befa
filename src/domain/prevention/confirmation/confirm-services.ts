import { submissionMutation } from "../../../submission/submission-mutation";
import { serviceConfirmationRecordType } from "./service-confirmation.record-type";

/** The mutation `confirmServices`. */
export const confirmServices = submissionMutation(
  serviceConfirmationRecordType,
  "投保单位确认服务 Confirms services, as the enterprise that was served.",
);
