import { hasMany } from "../../graph/fields/relation";
import { Enterprise } from "../registry/enterprise.entity";
import { preventionLists } from "./prevention-lists";

/** What this domain adds to an enterprise. */
export const enterprisePrevention = [
  hasMany({
    on: Enterprise,
    field: "servicePlans",
    list: preventionLists.servicePlans,
    by: "enterpriseId",
    label: "service",
    description: "服务方案 Service plans of this enterprise.",
  }),
  hasMany({
    on: Enterprise,
    field: "serviceRecords",
    list: preventionLists.serviceRecords,
    by: "enterpriseId",
    label: "service",
    description: "服务记录 Prevention services it was given.",
  }),
  hasMany({
    on: Enterprise,
    field: "hazards",
    list: preventionLists.hazards,
    by: "enterpriseId",
    label: "hazard",
    description: "事故隐患 Hazards found at this enterprise.",
  }),
  hasMany({
    on: Enterprise,
    field: "feeEntries",
    list: preventionLists.feeEntries,
    by: "enterpriseId",
    label: "feeDetail",
    description: "费用台账分录 Prevention-fee entries for it.",
  }),
  hasMany({
    on: Enterprise,
    field: "complaints",
    list: preventionLists.complaints,
    by: "enterpriseId",
    label: "supervision",
    description: "投诉 Complaints of this enterprise.",
  }),
];
