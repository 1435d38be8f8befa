import { registerEnumType } from "type-graphql";

/** By what a spending for several policies is divided among them. */
export enum AllocationBasis {
  PREMIUM = "PREMIUM",
  HEADCOUNT = "HEADCOUNT",
  SERVICE_COUNT = "SERVICE_COUNT",
  EQUAL = "EQUAL",
}

registerEnumType(AllocationBasis, {
  name: "AllocationBasis",
  description: "分摊依据 By what a shared spending is divided among policies.",
  valuesConfig: {
    PREMIUM: { description: "保费" },
    HEADCOUNT: { description: "从业人数" },
    SERVICE_COUNT: { description: "服务次数" },
    EQUAL: { description: "平均分摊" },
  },
});
