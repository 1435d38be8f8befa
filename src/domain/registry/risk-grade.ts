import { registerEnumType } from "type-graphql";

/** Risk grade of an enterprise (应急厅函〔2024〕322号三); it drives how often it must be served. */
export enum RiskGrade {
  HIGH = "HIGH",
  MEDIUM = "MEDIUM",
  LOW = "LOW",
}

registerEnumType(RiskGrade, {
  name: "RiskGrade",
  description: "风险等级 Risk grade of an enterprise.",
  valuesConfig: {
    HIGH: { description: "高风险" },
    MEDIUM: { description: "中风险" },
    LOW: { description: "低风险" },
  },
});
