import type { Row } from "../../database/database";
import { RuleClass } from "../../submission/rule-class";
import type { FindingRule } from "../../submission/findings/finding-rule";
import { matching, matchingAll } from "../../submission/findings/finding-sources";
import { Severity } from "../../submission/severity";
import { lastDayOfCover, policySubject } from "./policy.subject";

const truth = "皖应急安责险通知第四条";
const measures2025 = "应急〔2025〕27号";
const S = (columns: Record<string, string | number | null>) => ({ policy: { S: columns } });
const other = (columns: Record<string, string | number | null>) => ({ policy: { O: columns } });

const longCover: FindingRule = {
  id: "POL-02",
  severity: Severity.EXPLAIN,
  class: RuleClass.VALIDITY,
  legalBasis: "ENG",
  zh: "保险期间超过一年（366 天），须说明",
  en: "The cover is longer than a year (366 days); explain why",
  subject: policySubject,
  paths: ["$.startDate", "$.endDate"],
  parameters: { coverDaysMax: 366 },
  broken: "DATEDIFF(s.end_date, s.start_date) + 1 > {coverDaysMax}",
  reads: [],
  examples: {
    given: S({ start_date: "2026-06-01", end_date: "2027-06-01" }),
    meet: [["366 days", {}]],
    break: [["367 days", S({ end_date: "2027-06-02" })]],
  },
};

const oneNumberTwice: FindingRule = {
  id: "POL-03",
  severity: Severity.EXPLAIN,
  class: RuleClass.CONSISTENCY,
  legalBasis: "ENG",
  zh: "同一保险机构的同一保单号以两个来源键报送",
  en: "One policy number of an insurer was reported under two source keys",
  subject: policySubject,
  paths: ["$.policyNo"],
  broken: `EXISTS (SELECT 1 FROM policy o WHERE o.insurer_id = s.insurer_id
    AND o.policy_no = s.policy_no AND o.id <> s.id AND o.voided = 0)`,
  reads: [matchingAll("policy", ["insurer_id", "policy_no"], "policy")],
  examples: {
    given: {
      policy: {
        S: { insurer_id: "A", policy_no: "1" },
        O: { insurer_id: "A", policy_no: "2" },
      },
    },
    meet: [
      ["another number", {}],
      ["the other in lower case", { policy: { S: { policy_no: "a" }, O: { policy_no: "A" } } }],
      ["the same number of another insurer", other({ policy_no: "1", insurer_id: "B" })],
      ["the other is voided", other({ policy_no: "1", voided: 1 })],
    ],
    break: [["the same number", other({ policy_no: "1" })]],
  },
};

const doubleInsured: FindingRule = {
  id: "POL-07",
  severity: Severity.EXPLAIN,
  class: RuleClass.CONSISTENCY,
  legalBasis: truth,
  zh: "同一单位重复投保，保险期间重叠超过规定天数",
  en: "The enterprise is insured twice for longer than allowed",
  subject: policySubject,
  paths: ["$.startDate", "$.endDate"],
  parameters: { doubleCoverDaysMax: 30 },
  broken: "TRUE",
  columns: `TO_DAYS(s.start_date) AS first, TO_DAYS(${lastDayOfCover("s")}) AS last,
    {doubleCoverDaysMax} AS allowed`,
  together: { by: "enterprise_id", breaks: areCoveredTogether },
  reads: [
    {
      table: "policy",
      // Of the enterprise's policies those that a changed one may overlap: it may have many years'.
      subjects: `SELECT o.id FROM (SELECT c.enterprise_id, MIN(c.start_date) AS first,
          MAX(c.end_date) AS last FROM policy c WHERE c.id IN ({ids}) GROUP BY c.enterprise_id) d
        JOIN policy o ON o.enterprise_id = d.enterprise_id
          AND o.start_date <= d.last AND o.end_date >= d.first`,
    },
  ],
  examples: {
    given: {
      policy: {
        S: { enterprise_id: "E", start_date: "2026-01-01", end_date: "2026-06-30" },
        O: { enterprise_id: "E", start_date: "2026-06-01", end_date: "2027-05-31" },
      },
    },
    meet: [
      ["30 days", {}],
      [
        "cancelled in time",
        { policy: { S: { end_date: "2026-12-31", cancelled_on: "2026-07-01" } } },
      ],
      ["another enterprise", other({ enterprise_id: "F", start_date: "2026-01-01" })],
    ],
    break: [
      ["31 days", other({ start_date: "2026-05-31" })],
      ["at another insurer", other({ start_date: "2026-05-31", insurer_id: "B" })],
      [
        "cancelled too late",
        { policy: { S: { end_date: "2026-12-31", cancelled_on: "2026-07-02" } } },
      ],
    ],
  },
};

const signedLate: FindingRule = {
  id: "POL-15",
  severity: Severity.EXPLAIN,
  class: RuleClass.TIMELINESS,
  legalBasis: truth,
  zh: "签单日期晚于起保日期（倒签单）",
  en: "Signed after the cover began",
  subject: policySubject,
  paths: ["$.signedOn"],
  broken: "s.signed_on > s.start_date",
  reads: [],
  examples: {
    given: S({ signed_on: "2026-06-01", start_date: "2026-06-01" }),
    meet: [["the day it begins", {}]],
    break: [["a day later", S({ signed_on: "2026-06-02" })]],
  },
};

/** Both are in force for more days than the first of them allows. */
function areCoveredTogether(own: Row, other: Row): boolean {
  const last = Math.min(Number(own["last"]), Number(other["last"]));
  const first = Math.max(Number(own["first"]), Number(other["first"]));
  return last - first + 1 > Number(own["allowed"]);
}

const cancelledOtherwise: FindingRule = {
  id: "POL-23",
  severity: Severity.EXPLAIN,
  class: RuleClass.VALIDITY,
  legalBasis: `${measures2025}第十六条`,
  zh: "非因关闭或终止经营而退保",
  en: "Cancelled for a reason other than that the enterprise closed or ceased",
  subject: policySubject,
  paths: ["$.cancelledOn", "$.cancelledReason"],
  broken: `s.cancelled_on IS NOT NULL
    AND COALESCE(s.cancelled_reason, '') NOT IN ('CLOSED', 'CEASED')`,
  reads: [],
  examples: {
    given: S({ cancelled_on: "2026-06-01", cancelled_reason: "CLOSED" }),
    meet: [
      ["closed", {}],
      ["ceased", S({ cancelled_reason: "CEASED" })],
      ["not cancelled", S({ cancelled_on: null, cancelled_reason: null })],
    ],
    break: [
      ["another reason", S({ cancelled_reason: "OTHER" })],
      ["no reason", S({ cancelled_reason: null })],
    ],
  },
};

const renewedLate: FindingRule = {
  id: "POL-24",
  severity: Severity.EXPLAIN,
  class: RuleClass.TIMELINESS,
  legalBasis: `${measures2025}第十六条`,
  zh: "续保与原保单之间有脱保期",
  en: "There is a gap between a policy and its renewal",
  subject: policySubject,
  paths: ["$.startDate", "$.renewalOf"],
  broken: `EXISTS (SELECT 1 FROM policy o WHERE o.id = s.renewal_of_id AND o.voided = 0
    AND DATEDIFF(s.start_date, ${lastDayOfCover("o")}) > 1)`,
  reads: [matching("policy", "id", "policy", "renewal_of_id")],
  examples: {
    given: {
      policy: {
        S: { renewal_of_id: "O", start_date: "2026-06-01" },
        O: { end_date: "2026-05-31" },
      },
    },
    meet: [
      ["the day after", {}],
      ["before the end", other({ end_date: "2026-06-30" })],
    ],
    break: [
      ["one day without cover", other({ end_date: "2026-05-30" })],
      ["the first was cancelled", other({ cancelled_on: "2026-05-31" })],
    ],
  },
};

const cancelledAndReissued: FindingRule = {
  id: "POL-17",
  severity: Severity.WARN,
  class: RuleClass.FABRICATION,
  legalBasis: "皖应急安责险通知第三条（市场秩序）",
  zh: "退保后短期内重新出单，且发生两次以上",
  en: "Cancelled and issued again within days, at least twice",
  subject: policySubject,
  paths: ["$.cancelledOn"],
  parameters: { reissueDaysMax: 7 },
  broken: `s.cancelled_on IS NOT NULL AND (
    SELECT COUNT(DISTINCT p.id) FROM policy p JOIN policy q ON q.insurer_id = p.insurer_id
      AND q.enterprise_id = p.enterprise_id AND q.id <> p.id AND q.voided = 0
      AND DATEDIFF(q.start_date, p.cancelled_on) BETWEEN 0 AND {reissueDaysMax}
    WHERE p.insurer_id = s.insurer_id AND p.enterprise_id = s.enterprise_id AND p.voided = 0) >= 2`,
  reads: [
    matching("policy", "enterprise_id", "policy", "enterprise_id", "o.cancelled_on IS NOT NULL"),
  ],
  examples: {
    given: {
      policy: {
        S: {
          insurer_id: "A",
          enterprise_id: "E",
          start_date: "2026-01-01",
          cancelled_on: "2026-02-01",
        },
        O: {
          insurer_id: "A",
          enterprise_id: "E",
          start_date: "2026-02-08",
          cancelled_on: "2026-03-01",
        },
        P: { insurer_id: "A", enterprise_id: "E", start_date: "2026-03-09", cancelled_on: null },
      },
    },
    meet: [
      ["twice, but once after eight days", {}],
      ["once", { policy: { P: null } }],
    ],
    break: [["twice within seven days", { policy: { P: { start_date: "2026-03-08" } } }]],
  },
};

/** What committed policies are judged by: cover, dates, cancellation. */
export const policyCoverFindings: readonly FindingRule[] = [
  longCover,
  oneNumberTwice,
  doubleInsured,
  signedLate,
  cancelledOtherwise,
  renewedLate,
  cancelledAndReissued,
];
