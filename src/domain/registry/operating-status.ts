import { registerEnumType } from "type-graphql";

/** Whether an enterprise works; only a closed or ceased one may give up its cover (应急〔2025〕27号). */
export enum OperatingStatus {
  OPERATING = "OPERATING",
  UNDER_CONSTRUCTION = "UNDER_CONSTRUCTION",
  SUSPENDED = "SUSPENDED",
  CEASED = "CEASED",
  CLOSED = "CLOSED",
}

registerEnumType(OperatingStatus, {
  name: "OperatingStatus",
  description: "经营状态 Operating status of an enterprise.",
  valuesConfig: {
    OPERATING: { description: "正常生产经营" },
    UNDER_CONSTRUCTION: { description: "在建" },
    SUSPENDED: { description: "停产停业" },
    CEASED: { description: "终止生产经营" },
    CLOSED: { description: "关闭" },
  },
});
