import { dayOf } from "../../submission/findings/day-sql";
import { exampleParameter } from "../../submission/findings/example-rows";
import type { FindingRule } from "../../submission/findings/finding-rule";
import { matching, naming } from "../../submission/findings/finding-sources";
import { RuleClass } from "../../submission/rule-class";
import { Severity } from "../../submission/severity";
import { policySubject } from "../underwriting/policy.subject";
import { planSubject, wasGiven } from "./service.subject";

const services = "皖应急安责险通知第二条；AQ 9010-2019";
type Columns = Record<string, string | number | null>;
const S = (columns: Columns) => ({ service_plan: { S: columns } });
const P = (columns: Columns) => ({ policy: { S: columns } });

const withoutPlan: FindingRule = {
  id: "POL-14",
  severity: Severity.WARN,
  class: RuleClass.COMPLETENESS,
  legalBasis: services,
  zh: "起保满规定天数仍无事故预防服务方案",
  en: "No service plan within the days allowed after the cover began",
  subject: policySubject,
  paths: ["$.servicePlans"],
  parameters: { servicePlanDays: 30 },
  broken: `s.start_date + INTERVAL {servicePlanDays} DAY < {today}
    AND (s.cancelled_on IS NULL OR s.cancelled_on > s.start_date + INTERVAL {servicePlanDays} DAY)
    AND NOT EXISTS (SELECT 1 FROM service_plan n WHERE n.policy_id = s.id AND n.voided = 0)`,
  reads: [naming("service_plan", "policy_id")],
  examples: {
    given: P({ start_date: "2026-05-01" }),
    meet: [
      ["on day 30", P({ start_date: "2026-05-02" })],
      ["with a plan", { service_plan: { N: { policy_id: "S" } } }],
      ["cancelled before", P({ cancelled_on: "2026-05-31" })],
    ],
    break: [
      ["on day 31", {}],
      ["with a voided plan", { service_plan: { N: { policy_id: "S", voided: 1 } } }],
      [
        "with a parameter of its city",
        {
          ...P({ start_date: "2026-05-11" }),
          region_parameter: {
            Q: {
              ...exampleParameter("servicePlanDays", "20")["servicePlanD 2000-01-01"],
              region_prefix: "3401",
            },
          },
        },
      ],
    ],
  },
};

const least = `CASE e.risk_grade WHEN 'HIGH' THEN {minServicesPerYearHigh}
  WHEN 'MEDIUM' THEN {minServicesPerYearMedium} ELSE {minServicesPerYearLow} END`;

const tooSeldom: FindingRule = {
  id: "SVP-03",
  severity: Severity.EXPLAIN,
  class: RuleClass.CONSISTENCY,
  legalBasis: "应急厅函〔2024〕322号第三条（分类施策）",
  zh: "方案服务频次低于风险等级要求（按方案期间折算）",
  en: "The plan promises fewer services than the risk grade asks for its period",
  subject: planSubject,
  paths: ["$.frequency"],
  parameters: { minServicesPerYearHigh: 2, minServicesPerYearMedium: 1, minServicesPerYearLow: 1 },
  broken: `EXISTS (SELECT 1 FROM enterprise e WHERE e.id = s.enterprise_id AND s.frequency <
    FLOOR((${least}) * (DATEDIFF(s.period_to, s.period_from) + 1) / 365))`,
  reads: [matching("enterprise", "id", "service_plan", "enterprise_id")],
  examples: {
    given: {
      enterprise: { E: { risk_grade: "HIGH" } },
      ...S({
        enterprise_id: "E",
        frequency: 2,
        period_from: "2026-01-01",
        period_to: "2026-12-31",
      }),
    },
    meet: [
      ["two a year at high risk", {}],
      [
        "one a year at medium risk",
        { ...S({ frequency: 1 }), enterprise: { E: { risk_grade: "MEDIUM" } } },
      ],
      ["one in half a year at high risk", S({ frequency: 1, period_to: "2026-07-02" })],
    ],
    break: [
      ["one a year at high risk", S({ frequency: 1 })],
      ["none at low risk", { ...S({ frequency: 0 }), enterprise: { E: { risk_grade: "LOW" } } }],
    ],
  },
};

const withoutInspection: FindingRule = {
  id: "SVP-04",
  severity: Severity.WARN,
  class: RuleClass.COMPLETENESS,
  legalBasis: "应急厅函〔2024〕322号第二条（重中之重）",
  zh: "服务方案不含生产安全事故隐患排查（03）",
  en: "The plan has no hazard investigation (item 03)",
  subject: planSubject,
  paths: ["$.items"],
  broken: `s.items NOT LIKE '%"03"%'`,
  reads: [],
  examples: {
    given: S({ items: '["01","03"]' }),
    meet: [["with it", {}]],
    break: [["without it", S({ items: '["01","02"]' })]],
  },
};

const itemsDiffer: FindingRule = {
  id: "SVP-05",
  severity: Severity.EXPLAIN,
  aspect: "items",
  class: RuleClass.CONSISTENCY,
  legalBasis: "应急厅函〔2024〕322号第四条（专项预算）",
  zh: "分项预算合计与方案预算不符",
  en: "The budgets by item do not add up to the budget of the plan",
  // Neither agencies nor enterprises may read budgets.
  subject: { ...planSubject, agency: "NULL", enterprise: "NULL" },
  paths: ["$.itemBudgets", "$.budgetFen"],
  broken: "s.item_budgets_fen <> s.budget_fen",
  reads: [],
  examples: {
    given: S({ item_budgets_fen: "100", budget_fen: "100" }),
    meet: [
      ["equal", {}],
      ["not budgeted by item", S({ item_budgets_fen: null })],
    ],
    break: [
      ["one fen more", S({ item_budgets_fen: "101" })],
      ["one fen less", S({ item_budgets_fen: "99" })],
    ],
  },
};

const withoutNeeds: FindingRule = {
  id: "SVP-06",
  severity: Severity.WARN,
  class: RuleClass.COMPLETENESS,
  legalBasis: `${services}（服务需求）`,
  zh: "服务方案未记录投保单位的服务需求",
  en: "The plan does not say what the enterprise asked for",
  subject: planSubject,
  paths: ["$.needs"],
  broken: "COALESCE(TRIM(s.needs), '') = ''",
  reads: [],
  examples: {
    given: S({ needs: "应急演练" }),
    meet: [["said", {}]],
    break: [
      ["not said", S({ needs: null })],
      ["blank", S({ needs: " " })],
    ],
  },
};

const planAfterService: FindingRule = {
  id: "SVP-07",
  severity: Severity.WARN,
  class: RuleClass.TIMELINESS,
  legalBasis: services,
  zh: "首次服务早于服务方案",
  en: "A service was given before the plan it belongs to began",
  subject: planSubject,
  paths: ["$.periodFrom"],
  broken: `EXISTS (SELECT 1 FROM service_record r WHERE r.plan_id = s.id AND ${wasGiven("r")}
    AND ${dayOf("r.started_at")} < s.period_from)`,
  reads: [naming("service_record", "plan_id")],
  examples: {
    given: {
      ...S({ period_from: "2026-05-01" }),
      service_record: { R: { plan_id: "S", started_at: "2026-04-30 16:00:00" } },
    },
    meet: [["on its first day", {}]],
    break: [["a moment before", { service_record: { R: { started_at: "2026-04-30 15:59:59" } } }]],
  },
};

const undelivered: FindingRule = {
  id: "SVP-08",
  severity: Severity.EXPLAIN,
  class: RuleClass.COMPLETENESS,
  legalBasis: "皖应急安责险通知第三条（未履行服务）",
  zh: "方案期满，承诺的服务未全部提供",
  en: "The plan has ended and not all services it promised were given",
  subject: planSubject,
  paths: ["$.frequency"],
  broken: `s.period_to < {today}
    AND s.frequency > (SELECT COUNT(*) FROM service_record r
      WHERE r.plan_id = s.id AND ${wasGiven("r")})
    AND NOT EXISTS (SELECT 1 FROM policy p
      WHERE p.id = s.policy_id AND (p.voided = 1 OR p.cancelled_on <= s.period_to))`,
  reads: [
    naming("service_record", "plan_id"),
    matching("policy", "id", "service_plan", "policy_id"),
  ],
  examples: {
    given: {
      ...S({ policy_id: "P", frequency: 2, period_to: "2026-05-31" }),
      policy: { P: {} },
      service_record: { R: { plan_id: "S", status: "DONE" } },
    },
    meet: [
      ["on its last day", S({ period_to: "2026-06-01" })],
      ["both given", { service_record: { Q: { plan_id: "S", status: "ARCHIVED" } } }],
      ["cancelled", { policy: { P: { cancelled_on: "2026-05-31" } } }],
    ],
    break: [
      ["the day after", {}],
      ["the second only planned", { service_record: { Q: { plan_id: "S", status: "PLANNED" } } }],
    ],
  },
};

const nothingHappened: FindingRule = {
  id: "POL-20",
  severity: Severity.EXPLAIN,
  class: RuleClass.COMPLETENESS,
  legalBasis: "皖应急安责险通知第三条",
  zh: "大额保单满规定天数无服务也无理赔，须提供材料",
  en: "A large policy had neither service nor claim for long; documents are needed",
  subject: policySubject,
  paths: ["$.services", "$.claims"],
  parameters: { largePolicyPremiumFen: 10_000_000, silentPolicyDays: 180 },
  broken: `s.written_premium_fen >= {largePolicyPremiumFen}
    AND s.start_date + INTERVAL {silentPolicyDays} DAY < {today}
    AND (s.cancelled_on IS NULL OR s.cancelled_on > s.start_date + INTERVAL {silentPolicyDays} DAY)
    AND NOT EXISTS (SELECT 1 FROM service_record r WHERE r.policy_id = s.id AND ${wasGiven("r")})
    AND NOT EXISTS (SELECT 1 FROM claim c WHERE c.policy_id = s.id AND c.voided = 0)`,
  reads: [naming("service_record", "policy_id"), naming("claim", "policy_id")],
  examples: {
    given: P({ written_premium_fen: "10000000", start_date: "2025-12-02" }),
    meet: [
      ["on day 180", P({ start_date: "2025-12-03" })],
      ["one fen smaller", P({ written_premium_fen: "9999999" })],
      ["one service", { service_record: { R: { policy_id: "S", status: "DONE" } } }],
      ["one claim", { claim: { C: { policy_id: "S" } } }],
    ],
    break: [["on day 181", {}]],
  },
};

/** What committed plans, and policies for want of one, are judged by. */
export const servicePlanFindings: readonly FindingRule[] = [
  withoutPlan,
  tooSeldom,
  withoutInspection,
  itemsDiffer,
  withoutNeeds,
  planAfterService,
  undelivered,
  nothingHappened,
];
