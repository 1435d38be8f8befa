import { registerEnumType } from "type-graphql";

/** What a prevention fee was spent on. */
export enum FeeCategory {
  TRAINING = "TRAINING",
  RISK_ASSESSMENT = "RISK_ASSESSMENT",
  HAZARD_INSPECTION = "HAZARD_INSPECTION",
  STANDARDISATION = "STANDARDISATION",
  DRILL = "DRILL",
  TECHNOLOGY = "TECHNOLOGY",
  AGENCY_FEE = "AGENCY_FEE",
  EXPERT_FEE = "EXPERT_FEE",
  MATERIALS = "MATERIALS",
  TRAVEL = "TRAVEL",
  PLATFORM = "PLATFORM",
  OTHER = "OTHER",
}

registerEnumType(FeeCategory, {
  name: "FeeCategory",
  description: "费用类别 What a prevention fee was spent on.",
  valuesConfig: {
    TRAINING: { description: "安全教育培训" },
    RISK_ASSESSMENT: { description: "风险辨识评估" },
    HAZARD_INSPECTION: { description: "隐患排查" },
    STANDARDISATION: { description: "安全生产标准化建设" },
    DRILL: { description: "应急预案与演练" },
    TECHNOLOGY: { description: "安全科技推广应用" },
    AGENCY_FEE: { description: "技术服务机构费用" },
    EXPERT_FEE: { description: "专家费用" },
    MATERIALS: { description: "宣传资料与物料" },
    TRAVEL: { description: "差旅交通" },
    PLATFORM: { description: "信息平台" },
    OTHER: { description: "其他" },
  },
});
