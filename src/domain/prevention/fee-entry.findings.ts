import type { FindingRule } from "../../submission/findings/finding-rule";
import { matching } from "../../submission/findings/finding-sources";
import { RuleClass } from "../../submission/rule-class";
import { Severity } from "../../submission/severity";
import { reversals, stands } from "./fee-reversals";
import { monthClose } from "./prior-period";
import { feeEntrySubject } from "./service.subject";

const letter = "应急厅函〔2024〕322号第四条";
type Columns = Record<string, string | number | null>;
const S = (columns: Columns) => ({ fee_entry: { S: { kind: "SPEND", ...columns } } });
const F = (columns: Columns) => ({ fee_entry: { F: columns } });

const bookedLate: FindingRule = {
  id: "FEE-03",
  severity: Severity.WARN,
  class: RuleClass.VALIDITY,
  legalBasis: letter,
  zh: "记账日期所在月份已结账，作为跨期分录登记，该月报表须重述",
  en: "Booked in a month that had closed: an entry of a prior period; the statement is restated",
  subject: feeEntrySubject,
  paths: ["$.bookedOn"],
  parameters: monthClose,
  broken: "s.prior_period = 1",
  reads: [reversals],
  examples: {
    given: S({ prior_period: 0 }),
    meet: [["while the month was open", {}]],
    break: [["after it had closed", S({ prior_period: 1 })]],
  },
};

const withoutService: FindingRule = {
  id: "FEE-13",
  severity: Severity.EXPLAIN,
  class: RuleClass.CONSISTENCY,
  legalBasis: `${letter}；皖应急安责险通知第三条`,
  zh: "支出超过规定天数，仍无双方确认的服务",
  en: "Spent longer ago than allowed without a service that both parties confirmed",
  subject: feeEntrySubject,
  paths: ["$.serviceRecordKey"],
  parameters: { spendWithoutServiceDays: 30 },
  broken: `s.kind = 'SPEND' AND DATEDIFF({today}, s.booked_on) > {spendWithoutServiceDays}
    AND NOT EXISTS (SELECT 1 FROM service_record r WHERE r.id = s.service_record_id
      AND r.voided = 0 AND r.insurer_confirmed_at IS NOT NULL
      AND r.enterprise_confirmed_at IS NOT NULL)`,
  reads: [reversals, matching("service_record", "id", "fee_entry", "service_record_id")],
  examples: {
    given: S({ booked_on: "2026-05-01", service_record_id: null }),
    meet: [
      ["thirty days ago", S({ booked_on: "2026-05-02" })],
      ["an extraction", S({ kind: "EXTRACT" })],
      [
        "confirmed by both",
        {
          ...S({ service_record_id: "R" }),
          service_record: {
            R: {
              insurer_confirmed_at: "2026-05-30 00:00:00",
              enterprise_confirmed_at: "2026-05-30 00:00:00",
            },
          },
        },
      ],
    ],
    break: [
      ["thirty-one days ago", {}],
      [
        "confirmed by one",
        {
          ...S({ service_record_id: "R" }),
          service_record: { R: { insurer_confirmed_at: "2026-05-30 00:00:00" } },
        },
      ],
    ],
  },
};

const withoutBudget: FindingRule = {
  id: "FEE-17",
  severity: Severity.WARN,
  class: RuleClass.COMPLETENESS,
  legalBasis: `${letter}（专项预算）`,
  zh: "支出早于本年度本地区的专项预算",
  en: "Spent before the year's special budget of the region was booked",
  subject: feeEntrySubject,
  paths: ["$.bookedOn"],
  broken: `s.kind = 'SPEND' AND NOT EXISTS (SELECT 1 FROM fee_entry o
    WHERE o.insurer_id = s.insurer_id AND o.kind = 'BUDGET' AND o.year = s.year
      AND s.region_code LIKE CONCAT(o.region_code, '%') AND o.booked_on <= s.booked_on
      AND ${stands("o")})`,
  reads: [reversals, ...spendingsUnderBudget()],
  examples: {
    given: {
      fee_entry: {
        S: {
          kind: "SPEND",
          insurer_id: "A",
          region_code: "340104",
          year: 2026,
          booked_on: "2026-05-01",
        },
        F: {
          kind: "BUDGET",
          insurer_id: "A",
          region_code: "3401",
          year: 2026,
          booked_on: "2026-05-01",
        },
      },
    },
    meet: [["the same day", {}]],
    break: [
      ["the day before", F({ booked_on: "2026-05-02" })],
      ["a budget of another year", F({ year: 2025 })],
      ["a budget of another city", F({ region_code: "3402" })],
      [
        "a budget that was reversed",
        {
          fee_entry: { R: { kind: "REVERSAL", reverses_id: "F", insurer_id: "A" } },
        },
      ],
    ],
  },
};

/** Spendings that a changed budget, or the reversal of one, decides about. */
function spendingsUnderBudget(): FindingRule["reads"] {
  const spendings = (
    budget: string,
  ): string => `JOIN fee_entry o ON o.insurer_id = ${budget}.insurer_id
    AND o.year = ${budget}.year AND o.kind = 'SPEND'
    AND o.region_code LIKE CONCAT(${budget}.region_code, '%')`;
  return [
    {
      table: "fee_entry",
      subjects: `SELECT o.id FROM fee_entry c ${spendings("c")}
        WHERE c.kind = 'BUDGET' AND c.id IN ({ids})`,
    },
    {
      table: "fee_entry",
      subjects: `SELECT o.id FROM fee_entry c JOIN fee_entry b ON b.id = c.reverses_id
        AND b.kind = 'BUDGET' ${spendings("b")} WHERE c.id IN ({ids})`,
    },
  ];
}

/** What committed ledger entries are judged by, one by one. */
export const feeEntryFindings: readonly FindingRule[] = [bookedLate, withoutService, withoutBudget];
