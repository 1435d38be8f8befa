import { registerEnumType } from "type-graphql";

/** Where a branch stands within its insurer. */
export enum InsurerLevel {
  HQ = "HQ",
  PROVINCE = "PROVINCE",
  CITY = "CITY",
  COUNTY = "COUNTY",
}

registerEnumType(InsurerLevel, {
  name: "InsurerLevel",
  description: "机构层级 Level of an insurer's branch.",
  valuesConfig: {
    HQ: { description: "总公司" },
    PROVINCE: { description: "省级分公司" },
    CITY: { description: "市级中心支公司" },
    COUNTY: { description: "县级支公司" },
  },
});
