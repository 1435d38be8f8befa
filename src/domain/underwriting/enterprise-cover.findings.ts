import type { FindingRule } from "../../submission/findings/finding-rule";
import { naming } from "../../submission/findings/finding-sources";
import { RuleClass } from "../../submission/rule-class";
import { Severity } from "../../submission/severity";
import { enterpriseSubject } from "../registry/enterprise.subject";

type Columns = Record<string, string | number | null>;
const S = (columns: Columns) => ({ enterprise: { S: columns } });
const P = (columns: Columns) => ({ policy: { P: columns } });

const uninsured: FindingRule = {
  id: "ENT-05",
  severity: Severity.INFO,
  class: RuleClass.COMPLETENESS,
  legalBasis: "皖应急安责险通知第一条；安全生产法第一百零九条",
  zh: "应保单位当日无有效保单，转应急管理部门处理",
  en: "A must-insure unit has no policy in force; a work item for emergency management",
  subject: enterpriseSubject,
  paths: ["$.obligated"],
  broken: `s.obligated = 1 AND s.operating_status NOT IN ('CLOSED', 'CEASED') AND NOT EXISTS (
    SELECT 1 FROM policy p WHERE p.enterprise_id = s.id AND p.voided = 0
      AND {today} BETWEEN p.start_date AND p.end_date
      AND (p.cancelled_on IS NULL OR p.cancelled_on > {today}))`,
  reads: [naming("policy", "enterprise_id")],
  examples: {
    given: {
      ...S({ obligated: 1, operating_status: "OPERATING" }),
      ...P({ enterprise_id: "S", start_date: "2026-06-01", end_date: "2027-05-31" }),
    },
    meet: [
      ["from today", {}],
      ["until today", P({ start_date: "2025-06-02", end_date: "2026-06-01" })],
      ["cancelled from tomorrow", P({ cancelled_on: "2026-06-02" })],
      ["only encouraged to insure", { ...S({ obligated: 0 }), policy: { P: null } }],
    ],
    break: [
      ["from tomorrow", P({ start_date: "2026-06-02" })],
      ["until yesterday", P({ start_date: "2025-06-01", end_date: "2026-05-31" })],
      ["cancelled from today", P({ cancelled_on: "2026-06-01" })],
      ["never", { policy: { P: null } }],
    ],
  },
};

/** What enterprises are judged by once policies are known. */
export const enterpriseCoverFindings: readonly FindingRule[] = [uninsured];
