import { registerEnumType } from "type-graphql";

/** The code tables that change with their standards, and are data for that reason. */
export enum DictionaryName {
  SECTOR = "SECTOR",
  SERVICE_ITEM = "SERVICE_ITEM",
  ACCIDENT_TYPE = "ACCIDENT_TYPE",
  MAJOR_HAZARD_CRITERION = "MAJOR_HAZARD_CRITERION",
  FEE_CATEGORY = "FEE_CATEGORY",
  PLAN_ELEMENT = "PLAN_ELEMENT",
}

registerEnumType(DictionaryName, {
  name: "DictionaryName",
  description: "字典 Code table.",
  valuesConfig: {
    SECTOR: { description: "行业领域" },
    SERVICE_ITEM: { description: "服务项目（AQ 9010-2019）" },
    ACCIDENT_TYPE: { description: "事故类别（GB 6441）" },
    MAJOR_HAZARD_CRITERION: { description: "重大事故隐患判定标准" },
    FEE_CATEGORY: { description: "事故预防服务费用类别" },
    PLAN_ELEMENT: { description: "服务方案要素" },
  },
});
