import { dayOf } from "../../submission/findings/day-sql";
import type { FindingRule } from "../../submission/findings/finding-rule";
import { matching, naming } from "../../submission/findings/finding-sources";
import { RuleClass } from "../../submission/rule-class";
import { Severity } from "../../submission/severity";
import { accidentSubject, claimSubject } from "./claim.subject";

const truth = "皖应急安责险通知第四条";
type Columns = Record<string, string | number | null>;
const S = (columns: Columns) => ({ claim: { S: columns } });
const P = (columns: Columns) => ({ policy: { P: columns } });

const accidentDay = dayOf("s.accident_at");

const outsideCover: FindingRule = {
  id: "CLM-02",
  severity: Severity.EXPLAIN,
  class: RuleClass.CONSISTENCY,
  legalBasis: truth,
  zh: "出险时间不在保险期间内（起保日零时起，终保日二十四时止，退保日零时止）",
  en: "The accident lies outside the cover",
  subject: claimSubject,
  paths: ["$.accidentAt"],
  broken: `EXISTS (SELECT 1 FROM policy p WHERE p.id = s.policy_id AND p.voided = 0
    AND (${accidentDay} NOT BETWEEN p.start_date AND p.end_date
      OR ${accidentDay} >= p.cancelled_on))`,
  reads: [matching("policy", "id", "claim", "policy_id")],
  examples: {
    given: {
      ...P({ start_date: "2026-01-01", end_date: "2026-12-31" }),
      ...S({ policy_id: "P", accident_at: "2026-05-01 00:00:00" }),
    },
    meet: [
      ["the first moment", S({ accident_at: "2025-12-31 16:00:00.000000" })],
      ["the last moment", S({ accident_at: "2026-12-31 15:59:59.999999" })],
      ["the moment before the cancellation", { ...P({ cancelled_on: "2026-05-02" }) }],
    ],
    break: [
      ["a moment before", S({ accident_at: "2025-12-31 15:59:59.999999" })],
      ["a moment after", S({ accident_at: "2026-12-31 16:00:00.000000" })],
      ["on the day of the cancellation", { ...P({ cancelled_on: "2026-05-01" }) }],
    ],
  },
};

const accidentAfterStart: FindingRule = {
  id: "POL-16",
  severity: Severity.EXPLAIN,
  class: RuleClass.FABRICATION,
  legalBasis: truth,
  zh: "出险前数日内才起保，或保单在出险后才首次报送",
  en: "The cover began within days before the accident, or was first reported after it",
  subject: claimSubject,
  paths: ["$.accidentAt", "$.policyKey"],
  parameters: { coverBeforeAccidentDays: 3 },
  broken: `EXISTS (SELECT 1 FROM policy p WHERE p.id = s.policy_id AND p.voided = 0
    AND ((DATEDIFF(${accidentDay}, p.start_date) BETWEEN 0 AND {coverBeforeAccidentDays}
      AND NOT EXISTS (SELECT 1 FROM policy q WHERE q.id = p.renewal_of_id AND q.voided = 0))
    OR EXISTS (SELECT 1 FROM record_version v WHERE v.record_id = p.id AND v.version = 1
      AND v.received_at > s.accident_at AND DATEDIFF(v.received_at, p.signed_on) > 3)))`,
  reads: [
    matching("policy", "id", "claim", "policy_id"),
    {
      table: "policy",
      subjects: `SELECT o.id FROM policy c JOIN policy p ON p.renewal_of_id = c.id
        JOIN claim o ON o.policy_id = p.id WHERE c.id IN ({ids})`,
    },
  ],
  examples: {
    given: {
      ...P({ start_date: "2026-04-28", end_date: "2026-12-31", signed_on: "2026-04-20" }),
      ...S({ policy_id: "P", accident_at: "2026-05-02 00:00:00" }),
    },
    meet: [
      ["four days after the start", {}],
      [
        "three days after the start of a renewal",
        {
          policy: {
            P: { start_date: "2026-04-29", renewal_of_id: "Q" },
            Q: { end_date: "2026-04-28" },
          },
        },
      ],
      [
        "reported late, but before the accident",
        {
          record_version: {
            V: { sequence: 1, record_id: "P", version: 1, received_at: "2026-05-01 23:59:59" },
          },
        },
      ],
      [
        "reported in time, after an accident on the day of signing",
        {
          ...P({ signed_on: "2026-05-01" }),
          record_version: {
            V: { sequence: 1, record_id: "P", version: 1, received_at: "2026-05-03 00:00:00" },
          },
        },
      ],
    ],
    break: [
      ["three days after the start", P({ start_date: "2026-04-29" })],
      [
        "reported a moment after the accident",
        {
          record_version: {
            V: { sequence: 1, record_id: "P", version: 1, received_at: "2026-05-02 00:00:01" },
          },
        },
      ],
    ],
  },
};

/** A claim for the same accident: of the same enterprise, less than a day apart. */
const claimFor = `FROM claim c WHERE c.enterprise_id = s.enterprise_id AND c.voided = 0
  AND ABS(TIMESTAMPDIFF(SECOND, c.accident_at, s.occurred_at)) < 86400`;

const accidentWithoutClaim: FindingRule = {
  id: "CLM-09",
  severity: Severity.EXPLAIN,
  class: RuleClass.COMPLETENESS,
  legalBasis: `${truth}（完整）`,
  zh: "事故台账中的参保单位事故，规定期限内无报案",
  en: "An accident in the ledger of an insured enterprise, and no claim within the time",
  subject: accidentSubject,
  paths: ["$.occurredAt"],
  parameters: { accidentNoticeDays: 30 },
  broken: `DATEDIFF({today}, ${dayOf("s.occurred_at")}) > {accidentNoticeDays}
    AND EXISTS (SELECT 1 FROM policy p WHERE p.enterprise_id = s.enterprise_id AND p.voided = 0
      AND ${dayOf("s.occurred_at")} BETWEEN p.start_date AND p.end_date
      AND (p.cancelled_on IS NULL OR ${dayOf("s.occurred_at")} < p.cancelled_on))
    AND NOT EXISTS (SELECT 1 ${claimFor}
      AND DATEDIFF(${dayOf("c.reported_at")}, ${dayOf("s.occurred_at")}) <= {accidentNoticeDays})`,
  reads: [
    matching("policy", "enterprise_id", "accident_report"),
    matching("claim", "enterprise_id", "accident_report"),
  ],
  examples: {
    given: {
      policy: { P: { enterprise_id: "E", start_date: "2026-01-01", end_date: "2026-12-31" } },
      accident_report: { S: { enterprise_id: "E", occurred_at: "2026-05-01 00:00:00" } },
    },
    meet: [
      ["thirty days ago", { accident_report: { S: { occurred_at: "2026-05-02 00:00:00" } } }],
      ["not insured on the day", P({ end_date: "2026-04-30" })],
      [
        "reported on the last day",
        {
          claim: {
            C: {
              enterprise_id: "E",
              accident_at: "2026-04-30 12:00:00",
              reported_at: "2026-05-31 15:59:59",
            },
          },
        },
      ],
    ],
    break: [
      ["thirty-one days ago", {}],
      [
        "reported a day late",
        {
          claim: {
            C: {
              enterprise_id: "E",
              accident_at: "2026-04-30 12:00:00",
              reported_at: "2026-05-31 16:00:00",
            },
          },
        },
      ],
      [
        "a claim for another accident",
        { claim: { C: { enterprise_id: "E", accident_at: "2026-05-02 00:00:00" } } },
      ],
    ],
  },
};

const deathsDiffer: FindingRule = {
  id: "CLM-15",
  severity: Severity.EXPLAIN,
  class: RuleClass.CONSISTENCY,
  legalBasis: `${truth}（准确）`,
  zh: "理赔案件死亡人数与事故台账不一致",
  en: "A claim and the accident ledger differ in the number of deaths",
  subject: accidentSubject,
  paths: ["$.deaths"],
  broken: `EXISTS (SELECT 1 ${claimFor} AND c.deaths <> s.deaths)`,
  reads: [matching("claim", "enterprise_id", "accident_report")],
  examples: {
    given: {
      claim: { C: { enterprise_id: "E", accident_at: "2026-05-01 00:00:00", deaths: 1 } },
      accident_report: { S: { enterprise_id: "E", occurred_at: "2026-05-01 06:00:00", deaths: 1 } },
    },
    meet: [
      ["the same", {}],
      ["another accident", { claim: { C: { deaths: 0, accident_at: "2026-05-02 06:00:00" } } }],
    ],
    break: [
      ["one less", { claim: { C: { deaths: 0 } } }],
      ["one more", { claim: { C: { deaths: 2 } } }],
    ],
  },
};

const lateByLaw: FindingRule = {
  id: "CLM-18",
  severity: Severity.EXPLAIN,
  class: RuleClass.TIMELINESS,
  legalBasis: "保险法第二十三条、第二十四条、第二十五条",
  zh: "核定、赔付、拒赔通知或先予支付超过法定期限",
  en: "Assessed, paid, refused or paid in advance later than the law allows",
  subject: claimSubject,
  paths: ["$.assessedAt", "$.agreedAt", "$.refusalNotifiedAt"],
  parameters: {
    claimAssessmentDays: 30,
    claimPaymentDays: 10,
    claimRefusalNoticeDays: 3,
    claimAdvanceDays: 60,
  },
  broken: `s.status NOT IN ('WITHDRAWN', 'NOT_ACCEPTED') AND (
    DATEDIFF(${dayOf("s.assessed_at")}, ${dayOf("s.reported_at")}) > {claimAssessmentDays}
    OR DATEDIFF(COALESCE(${dayOf("s.refusal_notified_at")}, {today}), ${dayOf("s.refused_at")})
      > {claimRefusalNoticeDays}
    OR (s.agreed_at IS NOT NULL AND DATEDIFF(COALESCE((SELECT ${dayOf("MIN(m.paid_at)")}
        FROM claim_payment m WHERE m.claim_id = s.id AND m.voided = 0
          AND m.paid_at >= s.agreed_at AND m.kind <> 'RECOVERY'), {today}),
      ${dayOf("s.agreed_at")}) > {claimPaymentDays})
    OR (s.assessed_at IS NULL AND s.refused_at IS NULL
      AND DATEDIFF({today}, ${dayOf("s.reported_at")}) > {claimAdvanceDays}
      AND NOT EXISTS (SELECT 1 FROM claim_payment m WHERE m.claim_id = s.id AND m.voided = 0
        AND m.kind IN ('ADVANCE', 'DETERMINABLE_PART'))))`,
  reads: [naming("claim_payment", "claim_id")],
  examples: {
    given: S({ reported_at: "2026-04-02 00:00:00", assessed_at: "2026-05-02 00:00:00" }),
    meet: [
      ["assessed on day 30", {}],
      ["undetermined for 60 days", S({ assessed_at: null })],
      [
        "undetermined, paid in advance",
        {
          ...S({ reported_at: "2026-04-01 00:00:00", assessed_at: null }),
          claim_payment: { M: { claim_id: "S", kind: "ADVANCE" } },
        },
      ],
      ["agreed ten days ago", S({ agreed_at: "2026-05-22 00:00:00" })],
      [
        "paid on day 10",
        {
          ...S({ agreed_at: "2026-05-10 00:00:00" }),
          claim_payment: { M: { claim_id: "S", paid_at: "2026-05-20 15:59:59" } },
        },
      ],
      [
        "notified on day 3",
        S({ refused_at: "2026-05-10 00:00:00", refusal_notified_at: "2026-05-13 15:59:59" }),
      ],
      ["withdrawn", S({ status: "WITHDRAWN", assessed_at: "2026-05-03 00:00:00" })],
    ],
    break: [
      ["assessed on day 31", S({ assessed_at: "2026-05-03 00:00:00" })],
      ["undetermined for 61 days", S({ reported_at: "2026-04-01 00:00:00", assessed_at: null })],
      ["agreed eleven days ago and not paid", S({ agreed_at: "2026-05-21 00:00:00" })],
      [
        "paid on day 11",
        {
          ...S({ agreed_at: "2026-05-10 00:00:00" }),
          claim_payment: { M: { claim_id: "S", paid_at: "2026-05-20 16:00:00" } },
        },
      ],
      [
        "notified on day 4",
        S({ refused_at: "2026-05-10 00:00:00", refusal_notified_at: "2026-05-13 16:00:00" }),
      ],
      ["not notified for four days", S({ refused_at: "2026-05-28 00:00:00" })],
    ],
  },
};

/** What committed claims and accidents are judged by: cover, clocks, the accident ledger. */
export const claimCoverFindings: readonly FindingRule[] = [
  outsideCover,
  accidentAfterStart,
  accidentWithoutClaim,
  deathsDiffer,
  lateByLaw,
];
