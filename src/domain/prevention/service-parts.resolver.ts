import { hasMany } from "../../graph/fields/relation";
import { preventionLists } from "./prevention-lists";
import { ServicePlan } from "./service-plan.entity";
import { ServiceRecord } from "./service-record.entity";

/** What a service plan and a service record lead to. */
export const serviceParts = [
  hasMany({
    on: ServicePlan,
    field: "records",
    list: preventionLists.serviceRecords,
    by: "planId",
    label: "service",
    description: "服务记录 Services given under this plan.",
  }),
  hasMany({
    on: ServiceRecord,
    field: "experts",
    list: preventionLists.serviceRecordExperts,
    by: "serviceRecordId",
    label: "service",
    description: "服务专家 Experts who took part.",
  }),
  hasMany({
    on: ServiceRecord,
    field: "evidence",
    list: preventionLists.serviceEvidence,
    by: "serviceRecordId",
    label: "serviceEvidence",
    description: "佐证材料 Evidence of this service.",
  }),
  hasMany({
    on: ServiceRecord,
    field: "hazards",
    list: preventionLists.hazards,
    by: "serviceRecordId",
    label: "hazard",
    description: "事故隐患 Hazards this service found.",
  }),
  hasMany({
    on: ServiceRecord,
    field: "feeEntries",
    list: preventionLists.feeEntries,
    by: "serviceRecordId",
    label: "feeDetail",
    description: "费用台账分录 Entries that paid for it.",
  }),
];
