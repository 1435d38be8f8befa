import { registerEnumType } from "type-graphql";

/** How far a service has come (AQ 9010-2019: record, return visit, two confirmations, archive). */
export enum ServiceStatus {
  PLANNED = "PLANNED",
  DONE = "DONE",
  RETURN_VISITED = "RETURN_VISITED",
  CONFIRMED = "CONFIRMED",
  ARCHIVED = "ARCHIVED",
  CANCELLED = "CANCELLED",
  VOIDED = "VOIDED",
}

registerEnumType(ServiceStatus, {
  name: "ServiceStatus",
  description: "服务状态 State of a prevention service.",
  valuesConfig: {
    PLANNED: { description: "已计划" },
    DONE: { description: "已完成" },
    RETURN_VISITED: { description: "已回访" },
    CONFIRMED: { description: "双方已确认" },
    ARCHIVED: { description: "已归档" },
    CANCELLED: { description: "已取消" },
    VOIDED: { description: "已作废" },
  },
});
