import { registerEnumType } from "type-graphql";

/** How a complaint about prevention services ended. */
export enum ComplaintResult {
  UPHELD = "UPHELD",
  PARTLY_UPHELD = "PARTLY_UPHELD",
  REJECTED = "REJECTED",
  WITHDRAWN = "WITHDRAWN",
}

registerEnumType(ComplaintResult, {
  name: "ComplaintResult",
  description: "投诉处理结果 How a complaint ended.",
  valuesConfig: {
    UPHELD: { description: "属实" },
    PARTLY_UPHELD: { description: "部分属实" },
    REJECTED: { description: "不属实" },
    WITHDRAWN: { description: "已撤回" },
  },
});
