import { registerEnumType } from "type-graphql";

/** Grade of the annual evaluation of prevention services. */
export enum EvaluationGrade {
  EXCELLENT = "EXCELLENT",
  GOOD = "GOOD",
  QUALIFIED = "QUALIFIED",
  UNQUALIFIED = "UNQUALIFIED",
}

registerEnumType(EvaluationGrade, {
  name: "EvaluationGrade",
  description: "评估等级 Grade of an annual evaluation.",
  valuesConfig: {
    EXCELLENT: { description: "优秀" },
    GOOD: { description: "良好" },
    QUALIFIED: { description: "合格" },
    UNQUALIFIED: { description: "不合格" },
  },
});
