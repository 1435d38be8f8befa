import { registerEnumType } from "type-graphql";

/** What an entry of the prevention-fee ledger does. There is no transfer-out: it is forbidden. */
export enum FeeEntryKind {
  BUDGET = "BUDGET",
  EXTRACT = "EXTRACT",
  SPEND = "SPEND",
  REFUND = "REFUND",
  REVERSAL = "REVERSAL",
}

registerEnumType(FeeEntryKind, {
  name: "FeeEntryKind",
  description: "费用台账分录类型 What a ledger entry does.",
  valuesConfig: {
    BUDGET: { description: "预算" },
    EXTRACT: { description: "提取" },
    SPEND: { description: "支出" },
    REFUND: { description: "退回" },
    REVERSAL: { description: "冲正" },
  },
});
