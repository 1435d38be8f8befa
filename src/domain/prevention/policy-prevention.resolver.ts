import { hasMany } from "../../graph/fields/relation";
import { Policy } from "../underwriting/policy.entity";
import { preventionLists } from "./prevention-lists";

/** What this domain adds to a policy. */
export const policyPrevention = [
  hasMany({
    on: Policy,
    field: "servicePlans",
    list: preventionLists.servicePlans,
    by: "policyId",
    label: "service",
    description: "服务方案 Service plans of this policy.",
  }),
  hasMany({
    on: Policy,
    field: "serviceRecords",
    list: preventionLists.serviceRecords,
    by: "policyId",
    label: "service",
    description: "服务记录 Prevention services under this policy.",
  }),
  hasMany({
    on: Policy,
    field: "hazards",
    list: preventionLists.hazards,
    by: "policyId",
    label: "hazard",
    description: "事故隐患 Hazards found under this policy.",
  }),
  hasMany({
    on: Policy,
    field: "feeEntries",
    list: preventionLists.feeEntries,
    by: "policyId",
    label: "feeDetail",
    description: "费用台账分录 Prevention-fee entries of this policy.",
  }),
  hasMany({
    on: Policy,
    field: "feeAllocations",
    list: preventionLists.feeAllocations,
    by: "policyId",
    label: "feeDetail",
    description: "费用分摊 What it bears of entries that several policies share.",
  }),
];
