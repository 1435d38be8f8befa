import { registerEnumType } from "type-graphql";

/** Level of a hazard; major ones are judged by published criteria. */
export enum HazardLevel {
  GENERAL = "GENERAL",
  MAJOR = "MAJOR",
}

registerEnumType(HazardLevel, {
  name: "HazardLevel",
  description: "事故隐患等级 Level of a hazard.",
  valuesConfig: {
    GENERAL: { description: "一般事故隐患" },
    MAJOR: { description: "重大事故隐患" },
  },
});
