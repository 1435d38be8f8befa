import { dayOf, laterThanWorkingDays } from "../../submission/findings/day-sql";
import type { ExampleRows, FindingRule } from "../../submission/findings/finding-rule";
import { rowsOf, type FindingSubject } from "../../submission/findings/finding-subject";
import { RuleClass } from "../../submission/rule-class";
import { Severity } from "../../submission/severity";
import { claimSubject } from "../claims/claim.subject";
import {
  feeEntrySubject,
  hazardSubject,
  planSubject,
  serviceSubject,
} from "../prevention/service.subject";
import { policySubject } from "../underwriting/policy.subject";

const receiptSubject = rowsOf("PremiumReceipt", "premium_receipt", {
  businessDay: "s.received_on",
});
const paymentSubject = rowsOf("ClaimPayment", "claim_payment", { businessDay: dayOf("s.paid_at") });

/** Records whose versions are their own, by whether another rule speaks of their lateness. */
const reported = [receiptSubject, claimSubject, paymentSubject, hazardSubject, feeEntrySubject];
const corrected = [...reported, policySubject, planSubject, serviceSubject];

type Columns = Record<string, string | number>;

/** The subject and versions of its record, numbered from 1. */
function versions(
  subject: FindingSubject,
  rows: readonly Columns[],
  own: Columns = {},
): ExampleRows {
  return {
    [subject.tables[0] ?? ""]: { S: own },
    record_version: Object.fromEntries(
      rows.map((row, n) => [
        `V${n + 1}`,
        { sequence: n + 1, record_id: "S", version: n + 1, ...row },
      ]),
    ),
  };
}

/** What was reported later than the working days allowed after the day it is about. */
function reportedLate(subject: FindingSubject): FindingRule {
  const monday = { business_day: "2026-05-11" };
  return {
    id: "SUB-11",
    severity: Severity.WARN,
    class: RuleClass.TIMELINESS,
    aspect: subject.type,
    legalBasis: "应急厅函〔2024〕322号第五条（及时采集）",
    zh: "晚于业务日后规定的工作日报送",
    en: "Reported later than the working days allowed after the day it is about",
    subject,
    paths: ["$.sourceKey"],
    parameters: { submissionDueWorkingDays: 1 },
    broken: `EXISTS (SELECT 1 FROM record_version v WHERE v.record_id = s.id AND v.version = 1
      AND ${laterThanWorkingDays(
        dayOf("v.received_at"),
        "v.business_day",
        "{submissionDueWorkingDays}",
      )})`,
    reads: [],
    examples: {
      given: versions(subject, [{ ...monday, received_at: "2026-05-12 15:59:59" }]),
      meet: [
        ["on the next working day", {}],
        [
          "over a weekend",
          {
            record_version: {
              V1: { business_day: "2026-05-15", received_at: "2026-05-18 15:59:59" },
            },
          },
        ],
      ],
      break: [["a day later", { record_version: { V1: { received_at: "2026-05-12 16:00:00" } } }]],
    },
  };
}

/** What was corrected again and again. */
function correctedOften(subject: FindingSubject): FindingRule {
  const days = ["2026-05-01", "2026-05-02", "2026-05-03", "2026-05-31"];
  return {
    id: "SUB-12",
    severity: Severity.EXPLAIN,
    class: RuleClass.TIMELINESS,
    aspect: subject.type,
    legalBasis: "皖应急安责险通知第四条（准确）",
    zh: "同一记录在规定天数内更正次数过多",
    en: "The record was corrected too often within the days looked at",
    subject,
    paths: ["$.sourceKey"],
    parameters: { correctionsMax: 3, correctionDays: 30 },
    broken: `s.version > {correctionsMax} AND EXISTS (
      SELECT 1 FROM record_version v WHERE v.record_id = s.id AND v.action = 'CORRECT'
      AND (SELECT COUNT(*) FROM record_version w WHERE w.record_id = s.id
        AND w.action = 'CORRECT' AND w.received_at <= v.received_at
        AND w.received_at >= v.received_at - INTERVAL {correctionDays} DAY) > {correctionsMax})`,
    reads: [],
    examples: {
      given: versions(
        subject,
        days.map((day) => ({ action: "CORRECT", received_at: `${day} 00:00:00` })),
        { version: days.length },
      ),
      meet: [
        ["three times", { record_version: { V1: { action: "NEW" } } }],
        ["in 31 days", { record_version: { V4: { received_at: "2026-05-31 00:00:01" } } }],
      ],
      break: [["four times in 30 days", {}]],
    },
  };
}

/** What came to be something else under the same source key. */
function keyReused(subject: FindingSubject, column: string, field: string): FindingRule {
  const payload = (no: string): Columns => ({ payload: JSON.stringify({ [field]: no }) });
  return {
    id: "SUB-13",
    severity: Severity.EXPLAIN,
    class: RuleClass.CONSISTENCY,
    aspect: subject.type,
    legalBasis: "ENG",
    zh: "同一来源键先后用于不同业务编号",
    en: "One source key was used for two business numbers, one after the other",
    subject,
    paths: ["$.sourceKey", `$.${field}`],
    broken: `s.version > 1 AND EXISTS (SELECT 1 FROM record_version v WHERE v.record_id = s.id
      AND v.action IN ('NEW', 'AMEND', 'CORRECT')
      AND JSON_VALUE(v.payload, '$.${field}') <> s.${column})`,
    reads: [],
    examples: {
      given: versions(
        subject,
        [
          { action: "NEW", ...payload("1") },
          { action: "CORRECT", ...payload("1") },
        ],
        { [column]: "1", version: 2 },
      ),
      meet: [["one number", {}]],
      break: [["another at first", { record_version: { V1: payload("2") } }]],
    },
  };
}

const policyReportedLate: FindingRule = {
  ...reportedLate(policySubject),
  id: "POL-15",
  severity: Severity.EXPLAIN,
  aspect: "reported",
  legalBasis: "皖应急安责险通知第四条",
};

/** How records were reported: late, corrected often, under keys that were used before. */
export const reportingFindings: readonly FindingRule[] = [
  ...reported.map(reportedLate),
  policyReportedLate,
  ...corrected.map(correctedOften),
  keyReused(policySubject, "policy_no", "policyNo"),
  keyReused(claimSubject, "claim_no", "claimNo"),
];
