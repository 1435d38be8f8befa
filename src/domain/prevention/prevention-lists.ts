import { connectionOf } from "../../graph/connection";
import { ServiceConfirmation } from "./confirmation/service-confirmation.entity";
import { Complaint } from "./complaint.entity";
import { Evaluation } from "./evaluation.entity";
import { EvaluationIndicator } from "./evaluation-indicator.entity";
import { FeeAllocation } from "./fee-allocation.entity";
import { FeeEntry } from "./fee-entry.entity";
import { FeeStatement } from "./fee-statement/fee-statement.entity";
import { Hazard } from "./hazard.entity";
import { HazardEvent } from "./hazard-event.entity";
import { RectificationReport } from "./rectification/rectification-report.entity";
import { ServiceEvidence } from "./service-evidence.entity";
import { ServicePlan } from "./service-plan.entity";
import { ServiceRecord } from "./service-record.entity";
import { ServiceRecordExpert } from "./service-record-expert.entity";

/** The connection types of this domain, made once and used by every list of the same rows. */
export const preventionLists = {
  servicePlans: connectionOf(ServicePlan),
  serviceRecords: connectionOf(ServiceRecord),
  serviceRecordExperts: connectionOf(ServiceRecordExpert),
  serviceEvidence: connectionOf(ServiceEvidence),
  serviceConfirmations: connectionOf(ServiceConfirmation),
  hazards: connectionOf(Hazard),
  hazardEvents: connectionOf(HazardEvent),
  rectificationReports: connectionOf(RectificationReport),
  feeEntries: connectionOf(FeeEntry),
  feeAllocations: connectionOf(FeeAllocation),
  feeStatements: connectionOf(FeeStatement),
  complaints: connectionOf(Complaint),
  evaluations: connectionOf(Evaluation),
  evaluationIndicators: connectionOf(EvaluationIndicator),
};
