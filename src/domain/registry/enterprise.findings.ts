import type { FindingRule } from "../../submission/findings/finding-rule";
import { matching } from "../../submission/findings/finding-sources";
import { RuleClass } from "../../submission/rule-class";
import { Severity } from "../../submission/severity";
import { enterpriseForAuthority, enterpriseSubject } from "./enterprise.subject";

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

const alive = "operating_status NOT IN ('CLOSED', 'CEASED')";
const O = (columns: Columns) => ({ enterprise: { O: columns } });

/** One name in one county: which of the two codes is right, whoever supervises both decides. */
const sameTwice: FindingRule = {
  id: "ENT-06",
  severity: Severity.WARN,
  class: RuleClass.CONSISTENCY,
  aspect: "duplicate",
  legalBasis: "皖应急安责险通知第四条（准确）",
  zh: "同一县区内同名单位有两个统一社会信用代码，疑为重复",
  en: "Two codes have one name in one county: probably the same enterprise",
  subject: enterpriseForAuthority,
  paths: ["$.uscc", "$.name"],
  others: `JOIN (SELECT e.id, NULL AS insurer_id, e.id AS enterprise_id, e.region_code, e.sector,
      e.name_folded FROM enterprise e WHERE e.voided = 0 AND e.${alive}) o
    ON o.name_folded = s.name_folded AND LEFT(o.region_code, 6) = LEFT(s.region_code, 6)
      AND o.id <> s.id`,
  broken: `s.${alive}`,
  reads: [matching("enterprise", "name_folded", "enterprise")],
  examples: {
    given: {
      enterprise: {
        S: { uscc: "1", name_folded: "甲厂", region_code: "340104" },
        O: { uscc: "2", name_folded: "甲厂", region_code: "340104001" },
      },
    },
    meet: [
      ["another name", O({ name_folded: "乙厂" })],
      ["another county", O({ region_code: "340102" })],
      ["the other is closed", O({ operating_status: "CLOSED" })],
      ["it has ceased", S({ operating_status: "CEASED" })],
      ["the other was taken back", O({ voided: 1 })],
    ],
    break: [["a township of the county", {}]],
  },
};

/** What committed enterprises are judged by. */
export const enterpriseFindings: readonly FindingRule[] = [gradedLately, sameTwice];
