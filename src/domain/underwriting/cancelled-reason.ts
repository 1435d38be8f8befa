import { registerEnumType } from "type-graphql";

/** Why a policy was cancelled; any reason but the first two is a finding (应急〔2025〕27号). */
export enum CancelledReason {
  CLOSED = "CLOSED",
  CEASED = "CEASED",
  OTHER = "OTHER",
}

registerEnumType(CancelledReason, {
  name: "CancelledReason",
  description: "退保原因 Reason of a cancellation.",
  valuesConfig: {
    CLOSED: { description: "单位关闭" },
    CEASED: { description: "终止生产经营" },
    OTHER: { description: "其他原因" },
  },
});
