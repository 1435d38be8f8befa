import { entityId } from "../../src/database/entity-id";
import { FeeEntry } from "../../src/domain/prevention/fee-entry.entity";
import { ServicePlan } from "../../src/domain/prevention/service-plan.entity";
import { Endorsement } from "../../src/domain/underwriting/endorsement.entity";
import { Policy } from "../../src/domain/underwriting/policy.entity";
import { PolicyCoInsurance } from "../../src/domain/underwriting/policy-co-insurance.entity";
import { PremiumReceipt } from "../../src/domain/underwriting/premium-receipt.entity";
import { dayText } from "./days";
import { addService } from "./rows-of-service";
import type { EnterpriseStory, FeeStory, PlanStory, PolicyStory, ReceiptStory } from "./story";
import type { RowOf, RowSink } from "./table-row";
import { decimalText, ratePermille } from "./tell-numbers";
import { planTexts, sumInsured } from "./wording";

/** Writes down a policy with co-insurance, receipts, plan, services and ledger. */
export function addPolicy(story: EnterpriseStory, policy: PolicyStory, sink: RowSink): void {
  const owned = ownedBy(story, policy);
  sink.add(Policy, policyRow(story, policy));
  policy.coInsurance.forEach(({ insurer, role, shareBp }, n) => {
    const part: RowOf<PolicyCoInsurance> = {
      policyId: policy.id,
      coInsurerId: insurer.id,
      insurerName: insurer.name,
      role,
      shareBp,
      ...owned,
      ...partOf("coi", policy.insurer.id, policy.id, n),
    };
    sink.add(PolicyCoInsurance, part);
  });
  for (const receipt of policy.receipts)
    sink.add(PremiumReceipt, receiptRow(story, policy, receipt));
  if (policy.plan) sink.add(ServicePlan, planRow(story, policy, policy.plan));
  for (const service of policy.services) addService(story, policy, service, sink);
  for (const entry of policy.fees) sink.add(FeeEntry, feeRow(story, policy, entry));
}

/** Writes down what changed during a policy. */
export function addEndorsements(story: EnterpriseStory, policy: PolicyStory, sink: RowSink): void {
  const owned = ownedBy(story, policy);
  for (const { id, sourceKey, effectiveFrom, reason } of policy.endorsements) {
    const row: RowOf<Endorsement> = {
      id,
      sourceKey,
      policyId: policy.id,
      effectiveFrom: dayText(effectiveFrom),
      premiumChangeFen: "0",
      reason,
      ...owned,
    };
    sink.add(Endorsement, row);
  }
}

/** What every row under a policy has from it, besides its own key. */
export function ownedBy(
  { id, regionCode, sector }: EnterpriseStory,
  { insurer }: PolicyStory,
): OwnedRow {
  return {
    insurerId: insurer.id,
    enterpriseId: id,
    regionCode,
    sector,
    version: 1,
    voided: 0,
  };
}

export interface OwnedRow {
  readonly insurerId: string;
  readonly enterpriseId: string;
  readonly regionCode: string;
  readonly sector: string;
  readonly version: 1;
  readonly voided: 0;
}

/** How the submission engine identifies a part: by its record and its place in it. */
export function partOf(
  prefix: string,
  owner: string,
  recordId: string,
  n: number,
): { readonly id: string; readonly sourceKey: string } {
  const sourceKey = `${recordId}#${n}`;
  return { id: entityId(prefix, owner, sourceKey), sourceKey };
}

function policyRow(story: EnterpriseStory, policy: PolicyStory): RowOf<Policy, "status"> {
  const { cancelledOn } = policy;
  return {
    id: policy.id,
    sourceKey: policy.sourceKey,
    policyNo: policy.policyNo,
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
    agreedItems: JSON.stringify(policy.items),
    cancelledOn: cancelledOn === null ? null : dayText(cancelledOn),
    cancelledReason: policy.cancelledReason,
    renewalOfId: policy.renewalOf?.id ?? null,
    ...ownedBy(story, policy),
  };
}

function receiptRow(
  story: EnterpriseStory,
  policy: PolicyStory,
  { id, sourceKey, receivedOn, amount, kind }: ReceiptStory,
): RowOf<PremiumReceipt> {
  return {
    id,
    sourceKey,
    policyId: policy.id,
    receivedOn: dayText(receivedOn),
    amountFen: String(amount),
    kind,
    ...ownedBy(story, policy),
  };
}

function planRow(story: EnterpriseStory, policy: PolicyStory, plan: PlanStory): RowOf<ServicePlan> {
  return {
    id: plan.id,
    sourceKey: plan.sourceKey,
    serviceAgencyId: plan.agency?.id ?? null,
    policyId: policy.id,
    items: JSON.stringify(policy.items),
    frequency: policy.frequency,
    persons: JSON.stringify(plan.persons),
    needs: plan.needs,
    budgetFen: String(plan.budget),
    itemBudgetsFen: null,
    periodFrom: dayText(policy.startDate),
    periodTo: dayText(policy.endDate),
    ...ownedBy(story, policy),
    ...planTexts,
  };
}

function feeRow(story: EnterpriseStory, policy: PolicyStory, entry: FeeStory): RowOf<FeeEntry> {
  return {
    id: entry.id,
    insurerId: policy.insurer.id,
    sector: story.sector,
    policyId: policy.id,
    enterpriseId: story.id,
    serviceRecordId: entry.service?.id ?? null,
    reversesId: null,
    kind: entry.kind,
    regionCode: story.regionCode,
    year: entry.year,
    bookedOn: dayText(entry.bookedOn),
    amountFen: String(entry.amount),
    category: entry.category,
    payee: entry.payee,
    invoiceNo: entry.invoiceNo,
    allocationBasis: null,
    enterpriseInformedOn: entry.informedOn === null ? null : dayText(entry.informedOn),
    priorPeriod: 0,
    sourceKey: entry.sourceKey,
    version: 1,
  };
}
