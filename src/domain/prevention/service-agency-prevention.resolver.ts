import { hasMany } from "../../graph/fields/relation";
import { ServiceAgency } from "../registry/service-agency.entity";
import { preventionLists } from "./prevention-lists";

/** What this domain adds to a service agency. */
export const serviceAgencyPrevention = [
  hasMany({
    on: ServiceAgency,
    field: "servicePlans",
    list: preventionLists.servicePlans,
    by: "serviceAgencyId",
    label: "service",
    description: "服务方案 Service plans assigned to it.",
  }),
  hasMany({
    on: ServiceAgency,
    field: "serviceRecords",
    list: preventionLists.serviceRecords,
    by: "serviceAgencyId",
    label: "service",
    description: "服务记录 Prevention services it gave.",
  }),
];
