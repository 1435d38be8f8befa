import { connectionOf } from "../../graph/connection";
import type { DomainModule } from "../../graph/domain-module";
import { hasMany } from "../../graph/fields/relation";
import { defineFindingRules } from "../../submission/findings/finding-rule";
import { rootList, rootOne } from "../../graph/fields/root";
import { Enterprise } from "../registry/enterprise.entity";
import { Insurer } from "../registry/insurer.entity";
import { Endorsement } from "./endorsement.entity";
import { endorsementRecordType } from "./endorsement.record-type";
import { PolicyCoInsurance } from "./policy-co-insurance.entity";
import { enterpriseCoverFindings } from "./enterprise-cover.findings";
import { insurerPresenceFindings } from "./insurer-presence.findings";
import { policyCoverFindings } from "./policy-cover.findings";
import { policyRateFindings } from "./policy-rate.findings";
import { policyMoneyFindings } from "./policy-money.findings";
import { policyPremiumFindings } from "./policy-premium.findings";
import { Policy } from "./policy.entity";
import { policyRecordType } from "./policy.record-type";
import { PremiumReceipt } from "./premium-receipt.entity";
import { premiumReceiptRecordType } from "./premium-receipt.record-type";
import { submitEndorsements } from "./submit-endorsements";
import { submitPolicies } from "./submit-policies";
import { submitPremiumReceipts } from "./submit-premium-receipts";

const policies = connectionOf(Policy);
const coInsurances = connectionOf(PolicyCoInsurance);
const receipts = connectionOf(PremiumReceipt);
const endorsements = connectionOf(Endorsement);

/** Policies, co-insurance, premium receipts, endorsements. */
export const underwriting: DomainModule = {
  name: "underwriting",
  entities: [Policy, PolicyCoInsurance, PremiumReceipt, Endorsement],
  findingRules: defineFindingRules([
    ...policyCoverFindings,
    ...policyMoneyFindings,
    ...policyPremiumFindings,
    ...policyRateFindings,
    ...enterpriseCoverFindings,
    ...insurerPresenceFindings,
  ]),
  recordTypes: [policyRecordType, premiumReceiptRecordType, endorsementRecordType],
  resolvers: [
    submitPolicies,
    submitPremiumReceipts,
    submitEndorsements,
    rootList("policies", policies, "保单列表 Policies."),
    rootOne("policy", Policy, [], "保单 One policy."),
    rootList("policyCoInsurances", coInsurances, "共保份额列表 Parts in co-insured policies."),
    rootOne("policyCoInsurance", PolicyCoInsurance, [], "共保份额 One part in a co-insurance."),
    rootList("premiumReceipts", receipts, "保费收退记录列表 Premium receipts."),
    rootOne("premiumReceipt", PremiumReceipt, [], "保费收退记录 One premium receipt."),
    rootList("endorsements", endorsements, "批单列表 Endorsements."),
    rootOne("endorsement", Endorsement, [], "批单 One endorsement."),
    hasMany({
      on: Enterprise,
      field: "policies",
      list: policies,
      by: "enterpriseId",
      label: "policy",
      description: "该单位的保单 Policies of this enterprise.",
    }),
    hasMany({
      on: Insurer,
      field: "policies",
      list: policies,
      by: "insurerId",
      label: "policy",
      description: "该机构的保单 Policies of this insurer.",
    }),
    hasMany({
      on: Policy,
      field: "coInsurance",
      list: coInsurances,
      by: "policyId",
      label: "policy",
      description: "共保份额 Parts of the insurers of this policy; empty when not co-insured.",
    }),
    hasMany({
      on: Policy,
      field: "premiumReceipts",
      list: receipts,
      by: "policyId",
      label: "price",
      description: "保费收退记录 Premium received and refunded.",
    }),
    hasMany({
      on: Policy,
      field: "endorsements",
      list: endorsements,
      by: "policyId",
      label: "policy",
      description: "批单 Changes of this policy.",
    }),
  ],
};
