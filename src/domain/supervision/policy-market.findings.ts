import {
  defineDailyFigure,
  whenRenewed,
  type DailyFigure,
} from "../../submission/findings/daily-figure";
import type { FindingRule } from "../../submission/findings/finding-rule";
import { cellsOf } from "../../submission/findings/finding-subject";
import { RuleClass } from "../../submission/rule-class";
import { Severity } from "../../submission/severity";
import { seatOf } from "./insurer-seat";

const countyDigits = 6;
/** A number's last digits that are counted in; what stands before them tells series apart [P]. */
const serialDigitsMax = 6;
/** What has more gaps, or fewer policies, is no series: other products share its numbers [P]. */
const seriesDensePct = 90;
const seriesPoliciesMin = 30;

/** How many of a hundred policies in force in a county are those of its largest insurer. */
const largestShare = defineDailyFigure({
  name: "largestInsurerPct",
  rows: `SELECT x.county AS cell, 100 * MAX(x.policies) / SUM(x.policies) AS value,
      SUM(x.policies) AS cases
    FROM (SELECT LEFT(p.region_code, ${countyDigits}) AS county, p.insurer_id,
        COUNT(*) AS policies
      FROM policy p
      WHERE p.voided = 0 AND CHAR_LENGTH(p.region_code) >= ${countyDigits}
        AND p.start_date <= {today} AND p.end_date >= {today}
        AND (p.cancelled_on IS NULL OR p.cancelled_on > {today})
      GROUP BY county, p.insurer_id) x
    GROUP BY x.county`,
});

const tail = "REGEXP_SUBSTR(p.policy_no, '[0-9]+$')";
const serial = `RIGHT(${tail}, ${serialDigitsMax})`;

/** Numbers that are missing in the dense series of an insurer that began in a year. */
const missingNumbers = defineDailyFigure({
  name: "missingPolicyNumbers",
  rows: `SELECT CONCAT(x.insurer_id, ':', x.year) AS cell, SUM(x.span - x.numbers) AS value,
      SUM(x.numbers) AS cases
    FROM (SELECT p.insurer_id, YEAR(MIN(p.signed_on)) AS year, COUNT(DISTINCT p.policy_no) AS numbers,
        MAX(CAST(${serial} AS UNSIGNED)) - MIN(CAST(${serial} AS UNSIGNED)) + 1 AS span
      FROM policy p WHERE ${tail} <> ''
      GROUP BY p.insurer_id, CHAR_LENGTH(p.policy_no),
        LEFT(p.policy_no, CHAR_LENGTH(p.policy_no) - CHAR_LENGTH(${serial}))
      HAVING numbers >= ${seriesPoliciesMin} AND 100 * numbers >= ${seriesDensePct} * span) x
    GROUP BY x.insurer_id, x.year`,
});

const cells = (figure: DailyFigure) =>
  whenRenewed(figure, "SELECT f.cell AS id FROM daily_figure f");
const figure = ({ name }: DailyFigure, cell: string, value: string, cases: number) => ({
  daily_figure: { [`${name} ${cell}`]: { name, cell, value, cases } },
});

/** For the authorities alone: an insurer would learn what others have. */
const oneInsurer: FindingRule = {
  id: "POL-19",
  severity: Severity.INFO,
  class: RuleClass.CONSISTENCY,
  legalBasis: "皖应急安责险通知第三条（垄断）",
  zh: "县域有效保单高度集中于一家保险机构",
  en: "Nearly all policies in force in the county are those of one insurer",
  subject: cellsOf("County", largestShare, {}, { region: "s.id" }),
  paths: ["$.insurer"],
  parameters: { countyPoliciesMin: 30, countyInsurerPctMax: 90 },
  broken: "s.cases >= {countyPoliciesMin} AND s.value >= {countyInsurerPctMax}",
  reads: [cells(largestShare)],
  examples: {
    given: {},
    subjects: ["340104"],
    meet: [
      ["less than ninety per cent", figure(largestShare, "340104", "89.999999", 30)],
      ["of too few", figure(largestShare, "340104", "100", 29)],
    ],
    break: [["ninety per cent of thirty", figure(largestShare, "340104", "90", 30)]],
  },
};

const gaps: FindingRule = {
  id: "POL-18",
  severity: Severity.INFO,
  class: RuleClass.COMPLETENESS,
  legalBasis: "皖应急安责险通知第四条（完整）",
  zh: "保单号连续编号中有缺号",
  en: "Numbers are missing in a series of the insurer's policy numbers",
  subject: cellsOf(
    "PolicyNumbers",
    missingNumbers,
    { insurer_id: "SUBSTRING_INDEX(f.cell, ':', 1)" },
    { insurer: "s.insurer_id", region: seatOf("s.insurer_id") },
  ),
  paths: ["$.policyNo"],
  parameters: { missingPolicyNumbersMax: 0 },
  broken: "s.value > {missingPolicyNumbersMax}",
  reads: [cells(missingNumbers)],
  examples: {
    given: {},
    subjects: ["A:2026"],
    meet: [["none is missing", figure(missingNumbers, "A:2026", "0", 30)]],
    break: [["one is missing", figure(missingNumbers, "A:2026", "1", 30)]],
  },
};

/** What the policies of a county, or the numbers of an insurer's, are judged by, taken together. */
export const policyMarketFindings: readonly FindingRule[] = [oneInsurer, gaps];
