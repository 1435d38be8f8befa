import { hasMany } from "../../graph/fields/relation";
import { Insurer } from "../registry/insurer.entity";
import { preventionLists } from "./prevention-lists";

/** What this domain adds to an insurer. */
export const insurerPrevention = [
  hasMany({
    on: Insurer,
    field: "servicePlans",
    list: preventionLists.servicePlans,
    by: "insurerId",
    label: "service",
    description: "服务方案 Service plans it owes.",
  }),
  hasMany({
    on: Insurer,
    field: "serviceRecords",
    list: preventionLists.serviceRecords,
    by: "insurerId",
    label: "service",
    description: "服务记录 Prevention services it owes or gave.",
  }),
  hasMany({
    on: Insurer,
    field: "hazards",
    list: preventionLists.hazards,
    by: "insurerId",
    label: "hazard",
    description: "事故隐患 Hazards it follows up.",
  }),
  hasMany({
    on: Insurer,
    field: "feeEntries",
    list: preventionLists.feeEntries,
    by: "insurerId",
    label: "feeDetail",
    description: "费用台账分录 Its prevention-fee ledger.",
  }),
  hasMany({
    on: Insurer,
    field: "feeStatements",
    list: preventionLists.feeStatements,
    by: "insurerId",
    label: "feeDetail",
    description: "台账结账表 What its ledgers came to when months were closed.",
  }),
  hasMany({
    on: Insurer,
    field: "complaints",
    list: preventionLists.complaints,
    by: "insurerId",
    label: "supervision",
    description: "投诉 Complaints about it.",
  }),
  hasMany({
    on: Insurer,
    field: "evaluations",
    list: preventionLists.evaluations,
    by: "insurerId",
    label: "supervision",
    description: "年度评估 Its annual evaluations.",
  }),
];
