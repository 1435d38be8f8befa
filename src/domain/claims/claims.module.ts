import { connectionOf } from "../../graph/connection";
import type { DomainModule } from "../../graph/domain-module";
import { hasMany } from "../../graph/fields/relation";
import { defineFindingRules } from "../../submission/findings/finding-rule";
import { rootList, rootOne } from "../../graph/fields/root";
import { Enterprise } from "../registry/enterprise.entity";
import { Insurer } from "../registry/insurer.entity";
import { Policy } from "../underwriting/policy.entity";
import { AccidentReport } from "./accident-report.entity";
import { accidentReportRecordType } from "./accident-report.record-type";
import { Casualty } from "./casualty.entity";
import { casualtyRecordType } from "./casualty.record-type";
import { ClaimPayment } from "./claim-payment.entity";
import { claimAgentFindings } from "./claim-agent.findings";
import { claimCoverFindings } from "./claim-cover.findings";
import { claimNoticeFindings } from "./claim-notice.findings";
import { claimMoneyFindings } from "./claim-money.findings";
import { claimPersonsFindings } from "./claim-persons.findings";
import { claimPaymentRecordType } from "./claim-payment.record-type";
import { Claim } from "./claim.entity";
import { claimRecordType } from "./claim.record-type";
import { submitAccidentReports } from "./submit-accident-reports";
import { submitCasualties } from "./submit-casualties";
import { submitClaimPayments } from "./submit-claim-payments";
import { submitClaims } from "./submit-claims";

const claimList = connectionOf(Claim);
const payments = connectionOf(ClaimPayment);
const casualties = connectionOf(Casualty);
const accidentReports = connectionOf(AccidentReport);

/** Claims, their payments and casualties, and the accident reports they are compared with. */
export const claims: DomainModule = {
  name: "claims",
  entities: [Claim, ClaimPayment, Casualty, AccidentReport],
  findingRules: defineFindingRules([
    ...claimCoverFindings,
    ...claimMoneyFindings,
    ...claimNoticeFindings,
    ...claimPersonsFindings,
    ...claimAgentFindings,
  ]),
  recordTypes: [
    claimRecordType,
    claimPaymentRecordType,
    casualtyRecordType,
    accidentReportRecordType,
  ],
  resolvers: [
    submitClaims,
    submitClaimPayments,
    submitCasualties,
    submitAccidentReports,
    rootList("claims", claimList, "理赔案件列表 Claims."),
    rootOne("claim", Claim, [], "理赔案件 One claim."),
    rootList("claimPayments", payments, "赔付记录列表 Claim payments."),
    rootOne("claimPayment", ClaimPayment, [], "赔付记录 One claim payment."),
    rootList("casualties", casualties, "伤亡人员列表 Casualties."),
    rootOne("casualty", Casualty, [], "伤亡人员 One casualty."),
    rootList("accidentReports", accidentReports, "生产安全事故报告列表 Accident reports."),
    rootOne("accidentReport", AccidentReport, [], "生产安全事故报告 One accident report."),
    hasMany({
      on: Policy,
      field: "claims",
      list: claimList,
      by: "policyId",
      label: "claim",
      description: "该保单的理赔案件 Claims under this policy.",
    }),
    hasMany({
      on: Enterprise,
      field: "claims",
      list: claimList,
      by: "enterpriseId",
      label: "claim",
      description: "该单位的理赔案件 Claims of this enterprise.",
    }),
    hasMany({
      on: Insurer,
      field: "claims",
      list: claimList,
      by: "insurerId",
      label: "claim",
      description: "该机构的理赔案件 Claims handled by this insurer.",
    }),
    hasMany({
      on: Claim,
      field: "payments",
      list: payments,
      by: "claimId",
      label: "claim",
      description: "赔付记录 Payments on this claim.",
    }),
    hasMany({
      on: Claim,
      field: "casualties",
      list: casualties,
      by: "claimId",
      label: "claim",
      description: "伤亡人员 Persons killed or injured.",
    }),
    hasMany({
      on: Enterprise,
      field: "accidentReports",
      list: accidentReports,
      by: "enterpriseId",
      label: "supervision",
      description: "该单位的事故报告 Accidents recorded at this enterprise.",
    }),
  ],
};
