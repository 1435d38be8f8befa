import { registerEnumType } from "type-graphql";

/** The states of a hazard, each entered by an event of that kind (应急厅函〔2024〕322号二). */
export enum HazardState {
  FOUND = "FOUND",
  NOTIFIED = "NOTIFIED",
  RECTIFYING = "RECTIFYING",
  RECTIFIED = "RECTIFIED",
  RECHECKED = "RECHECKED",
  RETURNED = "RETURNED",
  CLOSED = "CLOSED",
  OVERDUE = "OVERDUE",
  REPORTED = "REPORTED",
  SUPERVISED = "SUPERVISED",
}

registerEnumType(HazardState, {
  name: "HazardState",
  description: "事故隐患状态 State of a hazard, and the kind of event that leads to it.",
  valuesConfig: {
    FOUND: { description: "已发现" },
    NOTIFIED: { description: "已告知" },
    RECTIFYING: { description: "整改中" },
    RECTIFIED: { description: "已整改" },
    RECHECKED: { description: "已复查" },
    RETURNED: { description: "复查退回" },
    CLOSED: { description: "已销号" },
    OVERDUE: { description: "逾期未整改" },
    REPORTED: { description: "已上报" },
    SUPERVISED: { description: "已挂牌督办" },
  },
});
