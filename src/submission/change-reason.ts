import { registerEnumType } from "type-graphql";

/** Why an earlier statement is corrected, voided or reinstated: coded, so that it can be counted. */
export enum ChangeReason {
  TYPING_ERROR = "TYPING_ERROR",
  WRONG_PARTY = "WRONG_PARTY",
  WRONG_AMOUNT = "WRONG_AMOUNT",
  WRONG_DATE = "WRONG_DATE",
  DUPLICATE = "DUPLICATE",
  NOT_CONCLUDED = "NOT_CONCLUDED",
  SYSTEM_ERROR = "SYSTEM_ERROR",
  VOIDED_BY_MISTAKE = "VOIDED_BY_MISTAKE",
  REGULATOR_REQUEST = "REGULATOR_REQUEST",
  OTHER = "OTHER",
}

registerEnumType(ChangeReason, {
  name: "ChangeReason",
  description: "更正原因 Coded reason of a correction.",
  valuesConfig: {
    TYPING_ERROR: { description: "录入错误" },
    WRONG_PARTY: { description: "主体错误" },
    WRONG_AMOUNT: { description: "金额错误" },
    WRONG_DATE: { description: "日期错误" },
    DUPLICATE: { description: "重复报送" },
    NOT_CONCLUDED: { description: "业务未成立" },
    SYSTEM_ERROR: { description: "系统故障" },
    VOIDED_BY_MISTAKE: { description: "误作废" },
    REGULATOR_REQUEST: { description: "监管要求" },
    OTHER: { description: "其他" },
  },
});
