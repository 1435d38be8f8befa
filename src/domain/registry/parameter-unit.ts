import { registerEnumType } from "type-graphql";

/** What the number of a parameter counts. */
export enum ParameterUnit {
  PERCENT = "PERCENT",
  FEN = "FEN",
  HOURS = "HOURS",
  DAYS = "DAYS",
  WORKING_DAYS = "WORKING_DAYS",
  MONTHS = "MONTHS",
  YEARS = "YEARS",
  PER_YEAR = "PER_YEAR",
  DEGREES = "DEGREES",
}

registerEnumType(ParameterUnit, {
  name: "ParameterUnit",
  description: "参数单位 Unit of a parameter.",
  valuesConfig: {
    PERCENT: { description: "百分比" },
    FEN: { description: "分" },
    HOURS: { description: "小时" },
    DAYS: { description: "日" },
    WORKING_DAYS: { description: "工作日" },
    MONTHS: { description: "月" },
    YEARS: { description: "年" },
    PER_YEAR: { description: "次/年" },
    DEGREES: { description: "度" },
  },
});
