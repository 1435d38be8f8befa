import { registerEnumType } from "type-graphql";

/** Which way the money went; amounts are positive either way. */
export enum PremiumReceiptKind {
  RECEIPT = "RECEIPT",
  REFUND = "REFUND",
}

registerEnumType(PremiumReceiptKind, {
  name: "PremiumReceiptKind",
  description: "收费类型 Kind of a premium receipt.",
  valuesConfig: {
    RECEIPT: { description: "实收" },
    REFUND: { description: "退费" },
  },
});
