import { registerEnumType } from "type-graphql";

/** Grade of an accident by deaths, serious injuries and loss (国务院令第493号第三条). */
export enum AccidentGrade {
  GENERAL = "GENERAL",
  LARGER = "LARGER",
  MAJOR = "MAJOR",
  ESPECIALLY_MAJOR = "ESPECIALLY_MAJOR",
}

registerEnumType(AccidentGrade, {
  name: "AccidentGrade",
  description: "事故等级 Grade of a work accident.",
  valuesConfig: {
    GENERAL: { description: "一般事故" },
    LARGER: { description: "较大事故" },
    MAJOR: { description: "重大事故" },
    ESPECIALLY_MAJOR: { description: "特别重大事故" },
  },
});
