import { registerEnumType } from "type-graphql";

/** What a payment is for; the eight heads a claim is assessed by. */
export enum ClaimHead {
  EMPLOYEE_INJURY = "EMPLOYEE_INJURY",
  THIRD_PARTY_INJURY = "THIRD_PARTY_INJURY",
  THIRD_PARTY_PROPERTY = "THIRD_PARTY_PROPERTY",
  RESCUE = "RESCUE",
  MEDICAL = "MEDICAL",
  APPRAISAL = "APPRAISAL",
  LEGAL = "LEGAL",
  OTHER = "OTHER",
}

registerEnumType(ClaimHead, {
  name: "ClaimHead",
  description: "赔付项目 Head of loss.",
  valuesConfig: {
    EMPLOYEE_INJURY: { description: "从业人员伤亡" },
    THIRD_PARTY_INJURY: { description: "第三者伤亡" },
    THIRD_PARTY_PROPERTY: { description: "第三者财产损失" },
    RESCUE: { description: "事故抢险救援费用" },
    MEDICAL: { description: "医疗救护费用" },
    APPRAISAL: { description: "事故鉴定费用" },
    LEGAL: { description: "法律费用" },
    OTHER: { description: "其他费用" },
  },
});
