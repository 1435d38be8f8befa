import {
  defineDailyFigure,
  figureId,
  percentile,
  whenRenewed,
} from "../../submission/findings/daily-figure";
import type { FindingRule } from "../../submission/findings/finding-rule";
import { matching } from "../../submission/findings/finding-sources";
import { RuleClass } from "../../submission/rule-class";
import { Severity } from "../../submission/severity";
import { policySubject } from "./policy.subject";

/** Sector and risk grade of an enterprise `e`; null, and in no cell, while it has no grade. */
const peers = "CONCAT(e.sector, ' ', e.risk_grade)";

const medianRate = defineDailyFigure({
  name: "policyRate",
  rows: percentile(
    50,
    `SELECT ${peers} AS cell, p.rate_permille AS value
      FROM policy p JOIN enterprise e ON e.id = p.enterprise_id WHERE p.voided = 0`,
  ),
});

const median = (value: string, cases: number) => ({
  daily_figure: { "policyRate FIREWORKS HIGH": { name: "policyRate", value, cases } },
});
const rate = (permille: string) => ({ policy: { S: { rate_permille: permille } } });

const unusualRate: FindingRule = {
  id: "POL-09",
  severity: Severity.WARN,
  class: RuleClass.CONSISTENCY,
  legalBasis: "皖应急安责险通知第三条（恶性竞争）",
  zh: "费率明显偏离同行业同风险等级的中位数",
  en: "The rate is far from the median of its sector and risk grade",
  subject: policySubject,
  paths: ["$.ratePermille"],
  parameters: { peerCasesMin: 30, peerRateFactor: 3 },
  broken: `EXISTS (SELECT 1 FROM enterprise e JOIN daily_figure f
      ON f.id = ${figureId(medianRate, peers)}
    WHERE e.id = s.enterprise_id AND f.cases >= {peerCasesMin}
      AND (s.rate_permille * {peerRateFactor} < f.value
        OR s.rate_permille > f.value * {peerRateFactor}))`,
  reads: [
    matching("enterprise", "id", "policy", "enterprise_id"),
    whenRenewed(
      medianRate,
      `SELECT p.id FROM daily_figure f JOIN enterprise e ON f.cell = ${peers}
        JOIN policy p ON p.enterprise_id = e.id`,
    ),
  ],
  examples: {
    given: {
      policy: { S: { enterprise_id: "E", rate_permille: "3.0000" } },
      enterprise: { E: { sector: "FIREWORKS", risk_grade: "HIGH" } },
      ...median("9", 30),
    },
    meet: [
      ["a third", {}],
      ["three times", rate("27.0000")],
      ["of too few", { ...rate("1.0000"), ...median("9", 29) }],
      ["of another grade", { ...rate("1.0000"), enterprise: { E: { risk_grade: "LOW" } } }],
      ["without a grade", { ...rate("1.0000"), enterprise: { E: { risk_grade: null } } }],
    ],
    break: [
      ["less than a third", rate("2.9999")],
      ["more than three times", rate("27.0001")],
    ],
  },
};

/** What policies are judged by in comparison with those of their peers. */
export const policyRateFindings: readonly FindingRule[] = [unusualRate];
