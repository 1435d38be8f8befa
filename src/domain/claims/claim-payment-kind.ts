import { registerEnumType } from "type-graphql";

/** Why money was paid, or came back; amounts are positive either way. */
export enum ClaimPaymentKind {
  SETTLEMENT = "SETTLEMENT",
  ADVANCE = "ADVANCE",
  DETERMINABLE_PART = "DETERMINABLE_PART",
  SUPPLEMENT = "SUPPLEMENT",
  RECOVERY = "RECOVERY",
}

registerEnumType(ClaimPaymentKind, {
  name: "ClaimPaymentKind",
  description: "赔付类型 Kind of a claim payment.",
  valuesConfig: {
    SETTLEMENT: { description: "赔款" },
    ADVANCE: { description: "预付赔款" },
    DETERMINABLE_PART: { description: "先予支付（保险法第25条）" },
    SUPPLEMENT: { description: "追加赔款" },
    RECOVERY: { description: "追回赔款" },
  },
});
