import { hasMany } from "../../graph/fields/relation";
import { preventionLists } from "./prevention-lists";
import { Hazard } from "./hazard.entity";
import { ServiceRecord } from "./service-record.entity";

/** What enterprises say themselves, beside what insurers say of them. */
export const ownWords = [
  hasMany({
    on: ServiceRecord,
    field: "confirmations",
    list: preventionLists.serviceConfirmations,
    by: "serviceRecordId",
    label: "service",
    description: "投保单位确认 Confirmations of this service by the enterprise.",
  }),
  hasMany({
    on: Hazard,
    field: "rectifications",
    list: preventionLists.rectificationReports,
    by: "hazardId",
    label: "hazard",
    description: "整改报告 What the enterprise reports of rectifying it.",
  }),
];
