import type { DomainModule } from "../../graph/domain-module";
import { rootList, rootOne } from "../../graph/fields/root";
import { defineFindingRules } from "../../submission/findings/finding-rule";
import { confirmServices } from "./confirmation/confirm-services";
import { ServiceConfirmation } from "./confirmation/service-confirmation.entity";
import { serviceConfirmationRecordType } from "./confirmation/service-confirmation.record-type";
import { Complaint } from "./complaint.entity";
import { complaintRecordType } from "./complaint.record-type";
import { enterprisePrevention } from "./enterprise-prevention.resolver";
import { Evaluation } from "./evaluation.entity";
import { evaluationRecordType } from "./evaluation.record-type";
import { EvaluationIndicator } from "./evaluation-indicator.entity";
import { evaluationIndicators } from "./evaluation-indicators.resolver";
import { evidenceFindings } from "./evidence.findings";
import { expertPersonFindings } from "./expert-person.findings";
import { expertTimeFindings } from "./expert-time.findings";
import { FeeAllocation } from "./fee-allocation.entity";
import { feeAllocations } from "./fee-allocations.resolver";
import { FeeEntry } from "./fee-entry.entity";
import { feeEntryRecordType } from "./fee-entry.record-type";
import { feeEntryFindings } from "./fee-entry.findings";
import { feeInvoiceFindings } from "./fee-invoice.findings";
import { FeeStatement } from "./fee-statement/fee-statement.entity";
import { feeStatementFindings } from "./fee-statement/fee-statement.findings";
import { feeStatementRecordType } from "./fee-statement/fee-statement.record-type";
import { submitFeeStatements } from "./fee-statement/submit-fee-statements";
import { Hazard } from "./hazard.entity";
import { HazardEvent } from "./hazard-event.entity";
import { hazardEvents } from "./hazard-events.resolver";
import { hazardStepRecordType } from "./hazard-step.record-type";
import { hazardRecordType } from "./hazard.record-type";
import { hazardShareFindings } from "./hazard-share.findings";
import { hazardFindings } from "./hazard.findings";
import { insurerPrevention } from "./insurer-prevention.resolver";
import { ownWords } from "./own-words.resolver";
import { policyPrevention } from "./policy-prevention.resolver";
import { policyFeeFindings } from "./policy-fee.findings";
import { likenessFindings } from "./likeness/likeness.findings";
import { PhotoBand } from "./likeness/photo-band.entity";
import { TextBand } from "./likeness/text-band.entity";
import { preventionLists as lists } from "./prevention-lists";
import { RectificationReport } from "./rectification/rectification-report.entity";
import { rectificationReportRecordType } from "./rectification/rectification-report.record-type";
import { reportRectifications } from "./rectification/report-rectifications";
import { qualificationFindings } from "./qualification.findings";
import { relatedAgencyFindings } from "./related-agency.findings";
import { serviceAgencyPrevention } from "./service-agency-prevention.resolver";
import { ServiceEvidence } from "./service-evidence.entity";
import { serviceParts } from "./service-parts.resolver";
import { ServicePlan } from "./service-plan.entity";
import { servicePlanRecordType } from "./service-plan.record-type";
import { servicePlanFindings } from "./service-plan.findings";
import { servicePriceFindings } from "./service-price.findings";
import { ServiceRecord } from "./service-record.entity";
import { ServiceRecordExpert } from "./service-record-expert.entity";
import { serviceRecordRecordType } from "./service-record.record-type";
import { serviceTeamFindings } from "./service-team.findings";
import { submitComplaints } from "./submit-complaints";
import { submitEvaluations } from "./submit-evaluations";
import { serviceRecordFindings } from "./service-record.findings";
import { submitFeeEntries } from "./submit-fee-entries";
import { submitHazardEvents } from "./submit-hazard-events";
import { submitHazards } from "./submit-hazards";
import { submitServicePlans } from "./submit-service-plans";
import { submitServiceRecords } from "./submit-service-records";

/** Service plans and services, hazards, the prevention-fee ledger, complaints, evaluations. */
export const prevention: DomainModule = {
  name: "prevention",
  entities: [
    ServicePlan,
    ServiceRecord,
    ServiceRecordExpert,
    ServiceEvidence,
    ServiceConfirmation,
    Hazard,
    HazardEvent,
    RectificationReport,
    FeeEntry,
    FeeAllocation,
    FeeStatement,
    Complaint,
    Evaluation,
    EvaluationIndicator,
  ],
  tables: [PhotoBand, TextBand],
  findingRules: defineFindingRules([
    ...servicePlanFindings,
    ...serviceRecordFindings,
    ...servicePriceFindings,
    ...expertTimeFindings,
    ...evidenceFindings,
    ...likenessFindings,
    ...hazardFindings,
    ...hazardShareFindings,
    ...serviceTeamFindings,
    ...feeEntryFindings,
    ...feeInvoiceFindings,
    ...feeStatementFindings,
    ...policyFeeFindings,
    ...qualificationFindings,
    ...expertPersonFindings,
    ...relatedAgencyFindings,
  ]),
  recordTypes: [
    servicePlanRecordType,
    serviceRecordRecordType,
    serviceConfirmationRecordType,
    hazardRecordType,
    hazardStepRecordType,
    rectificationReportRecordType,
    feeEntryRecordType,
    feeStatementRecordType,
    complaintRecordType,
    evaluationRecordType,
  ],
  resolvers: [
    submitServicePlans,
    submitServiceRecords,
    confirmServices,
    submitHazards,
    submitHazardEvents,
    reportRectifications,
    submitFeeEntries,
    submitFeeStatements,
    submitComplaints,
    submitEvaluations,
    rootList("servicePlans", lists.servicePlans, "服务方案列表 Service plans."),
    rootOne("servicePlan", ServicePlan, [], "服务方案 One service plan."),
    rootList("serviceRecords", lists.serviceRecords, "服务记录列表 Prevention services."),
    rootOne("serviceRecord", ServiceRecord, [], "服务记录 One prevention service."),
    rootList("serviceRecordExperts", lists.serviceRecordExperts, "服务专家列表 Who served where."),
    rootOne("serviceRecordExpert", ServiceRecordExpert, [], "服务专家 One participation."),
    rootList("serviceEvidences", lists.serviceEvidence, "佐证材料列表 Evidence of services."),
    rootOne("serviceEvidence", ServiceEvidence, [], "佐证材料 One piece of evidence."),
    rootList("serviceConfirmations", lists.serviceConfirmations, "服务确认列表 Confirmations."),
    rootOne("serviceConfirmation", ServiceConfirmation, [], "服务确认 One confirmation."),
    rootList("hazards", lists.hazards, "事故隐患列表 Hazards."),
    rootOne("hazard", Hazard, [], "事故隐患 One hazard."),
    rootList("hazardEvents", lists.hazardEvents, "隐患处置事件列表 Events of hazards."),
    rootOne("hazardEvent", HazardEvent, [], "隐患处置事件 One event of a hazard."),
    rootList("rectificationReports", lists.rectificationReports, "整改报告列表 Rectifications."),
    rootOne("rectificationReport", RectificationReport, [], "整改报告 One rectification."),
    rootList("feeEntries", lists.feeEntries, "费用台账 Entries of the prevention-fee ledger."),
    rootOne("feeEntry", FeeEntry, [], "费用台账分录 One ledger entry."),
    rootList("feeAllocations", lists.feeAllocations, "费用分摊列表 Parts of shared entries."),
    rootOne("feeAllocation", FeeAllocation, [], "费用分摊 One part of a shared entry."),
    rootList("feeStatements", lists.feeStatements, "台账结账表列表 Closes of the ledger."),
    rootOne("feeStatement", FeeStatement, [], "台账结账表 One close of a ledger."),
    rootList("complaints", lists.complaints, "投诉列表 Complaints."),
    rootOne("complaint", Complaint, [], "投诉 One complaint."),
    rootList("evaluations", lists.evaluations, "年度评估列表 Annual evaluations."),
    rootOne("evaluation", Evaluation, [], "年度评估 One annual evaluation."),
    rootList("evaluationIndicators", lists.evaluationIndicators, "评估指标列表 Indicators."),
    rootOne("evaluationIndicator", EvaluationIndicator, [], "评估指标 One indicator."),
    ...policyPrevention,
    ...enterprisePrevention,
    ...insurerPrevention,
    ...serviceAgencyPrevention,
    ...serviceParts,
    ...hazardEvents,
    ...feeAllocations,
    ...ownWords,
    ...evaluationIndicators,
  ],
};
