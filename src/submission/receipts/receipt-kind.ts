import { registerEnumType } from "type-graphql";

/** What a receipt answers: a submission, or the decision about one that was held. */
export enum ReceiptKind {
  SUBMITTED = "SUBMITTED",
  RELEASED = "RELEASED",
  DISCARDED = "DISCARDED",
}

registerEnumType(ReceiptKind, {
  name: "ReceiptKind",
  description: "回执种类 What a receipt answers.",
  valuesConfig: {
    SUBMITTED: { description: "报送" },
    RELEASED: { description: "暂缓批次放行" },
    DISCARDED: { description: "暂缓批次不予受理" },
  },
});
