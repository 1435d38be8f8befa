import type { FindingRule } from "../../submission/findings/finding-rule";
import { rowsOf } from "../../submission/findings/finding-subject";
import { RuleClass } from "../../submission/rule-class";
import { Severity } from "../../submission/severity";

/** Enterprises as subjects: what is found is for the authorities and for the enterprise itself. */
export const enterpriseSubject = rowsOf("Enterprise", "enterprise", {
  businessDay: "{today}",
  insurer: "NULL",
  enterprise: "s.id",
});

type Columns = Record<string, string | number | null>;
const S = (columns: Columns) => ({ enterprise: { S: columns } });

const gradedLately: FindingRule = {
  id: "ENT-07",
  severity: Severity.WARN,
  class: RuleClass.COMPLETENESS,
  legalBasis: "应急厅函〔2024〕322号第三条",
  zh: "风险等级缺失或评定已超过规定月数",
  en: "The risk grade is missing or older than allowed",
  subject: enterpriseSubject,
  paths: ["$.riskGrade", "$.gradedOn"],
  parameters: { riskGradeMonthsMax: 12 },
  broken: `s.operating_status = 'OPERATING' AND (s.risk_grade IS NULL OR s.graded_on IS NULL
    OR s.graded_on < {today} - INTERVAL {riskGradeMonthsMax} MONTH)`,
  reads: [],
  examples: {
    given: S({ operating_status: "OPERATING", risk_grade: "LOW", graded_on: "2025-06-01" }),
    meet: [
      ["twelve months old", {}],
      ["closed", S({ operating_status: "CLOSED", risk_grade: null })],
    ],
    break: [
      ["a day older", S({ graded_on: "2025-05-31" })],
      ["no grade", S({ risk_grade: null })],
    ],
  },
};

/** What committed enterprises are judged by. */
export const enterpriseFindings: readonly FindingRule[] = [gradedLately];
