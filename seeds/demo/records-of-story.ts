import type { ClaimRecordInput } from "../../src/domain/claims/claim.record-input";
import type { FeeEntryRecordInput } from "../../src/domain/prevention/fee-entry.record-input";
import type { HazardEventRecordInput } from "../../src/domain/prevention/hazard-event.record-input";
import type { HazardRecordInput } from "../../src/domain/prevention/hazard.record-input";
import type { ServiceEvidenceRecordInput } from "../../src/domain/prevention/service-evidence.record-input";
import type { ServicePlanRecordInput } from "../../src/domain/prevention/service-plan.record-input";
import type { ServiceRecordRecordInput } from "../../src/domain/prevention/service-record.record-input";
import type { CoInsuranceRecordInput } from "../../src/domain/underwriting/co-insurance.record-input";
import type { PolicyRecordInput } from "../../src/domain/underwriting/policy.record-input";
import type { PremiumReceiptRecordInput } from "../../src/domain/underwriting/premium-receipt.record-input";
import { dayText, shanghaiMoment, type Moment } from "./days";
import type { BudgetEntry } from "./rows-of-closing";
import type {
  ClaimStory,
  EnterpriseStory,
  FeeStory,
  HazardStory,
  PlanStory,
  PolicyStory,
  ServiceStory,
} from "./story";
import { decimalText, ratePermille } from "./tell-numbers";
import { addressOf, drillTopics, opinionOf, planTexts, serviceTexts, sumInsured } from "./wording";

type Value = string | number | boolean | null | readonly (string | object)[];

/** The fields of a record by the names of its input; enums as their text, as JSON has them. */
type LineOf<Input> = { readonly [K in Exclude<keyof Input, "sourceKey">]?: Value };

/** One line of a file for `hub submit`, without its type. */
export type RecordLine = Readonly<Record<string, Value | undefined>> & {
  readonly sourceKey: string;
};

/** Writes down what the insurer reports of one policy, by the name of the record type. */
export function recordsOf(story: EnterpriseStory, policy: PolicyStory): [string, RecordLine][] {
  const lines: [string, RecordLine][] = [["policy", policyLine(story, policy)]];
  for (const { sourceKey, receivedOn, amount, kind } of policy.receipts) {
    const line: LineOf<PremiumReceiptRecordInput> = {
      policyKey: policy.sourceKey,
      receivedOn: dayText(receivedOn),
      amountFen: String(amount),
      kind,
    };
    lines.push(["premiumReceipt", { sourceKey, ...line }]);
  }
  if (policy.plan) lines.push(["servicePlan", planLine(policy, policy.plan)]);
  for (const service of policy.services) {
    lines.push(["serviceRecord", serviceLine(story, policy, service)]);
    for (const hazard of service.hazards) lines.push(["hazard", hazardLine(service, hazard)]);
  }
  for (const entry of policy.fees) lines.push(["feeEntry", feeLine(story, policy, entry)]);
  for (const claim of policy.claims) lines.push(["claim", claimLine(story, policy, claim)]);
  return lines;
}

/** A budget as the insurer reports it. */
export function budgetLine({ sourceKey, city, year, bookedOn, amount }: BudgetEntry): RecordLine {
  const line: LineOf<FeeEntryRecordInput> = {
    kind: "BUDGET",
    regionCode: city,
    year,
    bookedOn,
    amountFen: String(amount),
  };
  return { sourceKey, ...line };
}

function policyLine(story: EnterpriseStory, policy: PolicyStory): RecordLine {
  const line: LineOf<PolicyRecordInput> = {
    policyNo: policy.policyNo,
    enterpriseUscc: story.uscc,
    signedOn: dayText(policy.signedOn),
    startDate: dayText(policy.startDate),
    endDate: dayText(policy.endDate),
    sumInsuredPerPersonFen: String(policy.limitPerPerson),
    limitPerAccidentFen: String(policy.limitPerAccident),
    limitAggregateFen: String(policy.limitAggregate),
    insuredCount: policy.insuredCount,
    writtenPremiumFen: String(policy.writtenPremium),
    basePremiumFen: String(policy.basePremium),
    rateFactor: decimalText(policy.rateFactor, 4),
    ratePermille: ratePermille(policy.writtenPremium, sumInsured(policy)),
    commissionFen: String(policy.commission),
    serviceFeePct: decimalText(policy.serviceFeePct, 2),
    agreedFrequency: policy.frequency,
    agreedItems: policy.items,
    cancelledOn: policy.cancelledOn === null ? null : dayText(policy.cancelledOn),
    cancelledReason: policy.cancelledReason,
    renewalOfKey: policy.renewalOf?.sourceKey ?? null,
    coInsurance: policy.coInsurance.map(
      ({ insurer, role, shareBp }): LineOf<CoInsuranceRecordInput> => ({
        insurerCode: insurer.orgCode,
        insurerName: insurer.name,
        role,
        shareBp,
      }),
    ),
  };
  return { sourceKey: policy.sourceKey, ...line };
}

function planLine(policy: PolicyStory, plan: PlanStory): RecordLine {
  const line: LineOf<ServicePlanRecordInput> = {
    policyKey: policy.sourceKey,
    items: policy.items,
    ...planTexts,
    frequency: policy.frequency,
    ...servedBy(plan),
    persons: plan.persons,
    needs: plan.needs,
    budgetFen: String(plan.budget),
    periodFrom: dayText(policy.startDate),
    periodTo: dayText(policy.endDate),
  };
  return { sourceKey: plan.sourceKey, ...line };
}

function servedBy({ agency }: Pick<PlanStory, "agency">) {
  return agency ? { agencyUscc: agency.uscc } : { ownTeam: true };
}

function serviceLine(
  story: EnterpriseStory,
  policy: PolicyStory,
  service: ServiceStory,
): RecordLine {
  const { position, evidence } = service;
  const isVisited = service.visitedAt !== null;
  const proof: LineOf<ServiceEvidenceRecordInput> = {
    digest: evidence.digest,
    kind: evidence.kind,
    capturedAt: shanghaiMoment(evidence.capturedAt),
    ...position,
    perceptualHash: evidence.perceptualHash,
  };
  const line: LineOf<ServiceRecordRecordInput> = {
    planKey: policy.plan?.sourceKey ?? null,
    policyKey: policy.sourceKey,
    ...servedBy(service),
    item: service.item,
    mode: service.mode,
    startedAt: shanghaiMoment(service.startedAt),
    endedAt: shanghaiMoment(service.endedAt),
    place: service.mode === "ONSITE" ? addressOf(story) : null,
    ...(position ? { ...position, datum: "CGCS2000" } : {}),
    expertKeys: [service.expert.sourceKey],
    ...serviceTexts(service, story),
    attendees: service.attendees,
    hazardsFound: service.hazards.length,
    drillTopics: drillTopics(service),
    costFen: service.cost === null ? null : String(service.cost),
    returnVisitAt: whenKnown(service.visitedAt),
    returnVisitMethod: isVisited ? service.visitMethod : null,
    returnVisitSatisfaction: isVisited ? service.satisfaction : null,
    returnVisitOpinion: isVisited ? opinionOf(service) : null,
    insurerConfirmedAt: whenKnown(service.insurerConfirmedAt),
    enterpriseConfirmedAt: whenKnown(service.enterpriseConfirmedAt),
    archivedAt: whenKnown(service.archivedAt),
    status: service.status,
    evidence: [proof],
  };
  return { sourceKey: service.sourceKey, ...line };
}

function whenKnown(moment: Moment | null): string | null {
  return moment === null ? null : shanghaiMoment(moment);
}

function hazardLine(service: ServiceStory, hazard: HazardStory): RecordLine {
  const line: LineOf<HazardRecordInput> = {
    serviceRecordKey: service.sourceKey,
    level: hazard.level,
    criterionCode: hazard.criterionCode,
    description: hazard.description,
    place: hazard.place,
    foundAt: shanghaiMoment(hazard.foundAt),
    deadline: dayText(hazard.deadline),
    responsiblePerson: hazard.responsiblePerson,
    events: hazard.events.map(
      ({ kind, at, person, recipient, evidenceDigest }): LineOf<HazardEventRecordInput> => ({
        kind,
        at: shanghaiMoment(at),
        person,
        ...(recipient === null ? {} : { recipient, role: "PRINCIPAL", method: "WRITTEN" }),
        evidenceDigest,
      }),
    ),
  };
  return { sourceKey: hazard.sourceKey, ...line };
}

function feeLine(story: EnterpriseStory, policy: PolicyStory, entry: FeeStory): RecordLine {
  const line: LineOf<FeeEntryRecordInput> = {
    kind: entry.kind,
    regionCode: story.regionCode,
    year: entry.year,
    bookedOn: dayText(entry.bookedOn),
    amountFen: String(entry.amount),
    policyKey: policy.sourceKey,
    enterpriseUscc: story.uscc,
    serviceRecordKey: entry.service?.sourceKey ?? null,
    category: entry.category,
    payee: entry.payee,
    invoiceNo: entry.invoiceNo,
    enterpriseInformedOn: entry.informedOn === null ? null : dayText(entry.informedOn),
  };
  return { sourceKey: entry.sourceKey, ...line };
}

function claimLine(story: EnterpriseStory, policy: PolicyStory, claim: ClaimStory): RecordLine {
  const nothing = claim.assessedInjury === null ? null : "0";
  const line: LineOf<ClaimRecordInput> = {
    claimNo: claim.claimNo,
    policyKey: policy.sourceKey,
    status: claim.status,
    accidentAt: shanghaiMoment(claim.accidentAt),
    placeRegionCode: story.regionCode,
    placeAddress: addressOf(story),
    accidentType: claim.accidentType,
    deaths: claim.deaths,
    seriousInjuries: claim.seriousInjuries,
    minorInjuries: claim.minorInjuries,
    cause: claim.cause,
    reportedAt: shanghaiMoment(claim.reportedAt),
    lodgedBy: claim.lodgedBy,
    registeredAt: whenKnown(claim.registeredAt),
    assessedAt: whenKnown(claim.assessedAt),
    agreedAt: whenKnown(claim.agreedAt),
    refusedAt: whenKnown(claim.refusedAt),
    refusalNotifiedAt: whenKnown(claim.refusalNotifiedAt),
    closedAt: whenKnown(claim.closedAt),
    reserveFen: whenStated(claim.reserve),
    assessedEmployeeInjuryFen: whenStated(claim.assessedInjury),
    assessedThirdPartyInjuryFen: nothing,
    assessedThirdPartyPropertyFen: nothing,
    assessedRescueFen: nothing,
    assessedMedicalFen: whenStated(claim.assessedMedical),
    assessedAppraisalFen: nothing,
    assessedLegalFen: nothing,
    assessedOtherFen: nothing,
  };
  return { sourceKey: claim.sourceKey, ...line };
}

function whenStated(amount: number | null): string | null {
  return amount === null ? null : String(amount);
}
