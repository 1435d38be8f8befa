import { registerEnumType } from "type-graphql";

/** Where a policy stands today. */
export enum PolicyStatus {
  PENDING = "PENDING",
  IN_FORCE = "IN_FORCE",
  EXPIRED = "EXPIRED",
  CANCELLED = "CANCELLED",
}

registerEnumType(PolicyStatus, {
  name: "PolicyStatus",
  description: "保单状态 Policy status.",
  valuesConfig: {
    PENDING: { description: "未起保" },
    IN_FORCE: { description: "保障中" },
    EXPIRED: { description: "已到期" },
    CANCELLED: { description: "已退保" },
  },
});
