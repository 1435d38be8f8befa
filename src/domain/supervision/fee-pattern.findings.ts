import { dayOf } from "../../submission/findings/day-sql";
import type { ExampleRows, FindingRule } from "../../submission/findings/finding-rule";
import { matching } from "../../submission/findings/finding-sources";
import { RuleClass } from "../../submission/rule-class";
import { Severity } from "../../submission/severity";
import { feeEntrySubject, serviceSubject } from "../prevention/service.subject";
import { closedLedger, ledgerId } from "./fee-ledger.subject";

const capBasis = "应急厅函〔2024〕322号第四条";
const own = { insurer_id: "A", region_code: "340104", kind: "SPEND", year: 2025 };
const subjects = ["A:3401:2025"];
const entriesOfLedger = {
  table: "fee_entry",
  subjects: `SELECT DISTINCT ${ledgerId("c.year")} AS id FROM fee_entry c WHERE c.id IN ({ids})`,
};

/** So many spendings, of which the first ones are of a round amount. */
function spendings(count: number, round: number): ExampleRows {
  const ids = Array.from({ length: count }, (_, n) => n);
  const row = (n: number) => ({ ...own, amount_fen: n < round ? "200000" : "200001" });
  return { fee_entry: Object.fromEntries(ids.map((n) => [`F${n}`, row(n)])) };
}

const roundSums: FindingRule = {
  id: "FEE-14",
  severity: Severity.INFO,
  class: RuleClass.FABRICATION,
  legalBasis: `${capBasis}（据实列支）`,
  zh: "整千元支出占比异常高（样本不少于 30 笔）",
  en: "Too many spendings of whole thousands of yuan (of at least 30)",
  subject: closedLedger,
  paths: ["$.amountFen"],
  parameters: { roundSumsEntriesMin: 30, roundSumsPctMax: 60 },
  broken: `s.entries >= {roundSumsEntriesMin} AND 100 * s.round > {roundSumsPctMax} * s.entries`,
  reads: [entriesOfLedger],
  examples: {
    given: {},
    subjects,
    meet: [
      ["sixty per cent", spendings(30, 18)],
      ["too few to tell", spendings(29, 29)],
    ],
    break: [["one more", spendings(30, 19)]],
  },
};

const lastMonth: FindingRule = {
  id: "FEE-16",
  severity: Severity.WARN,
  class: RuleClass.FABRICATION,
  legalBasis: "应急厅函〔2024〕322号第五条",
  zh: "全年支出过度集中在 12 月",
  en: "Too much of the year's spending was booked in December",
  subject: closedLedger,
  paths: ["$.bookedOn"],
  parameters: { decemberPctMax: 40, roundSumsEntriesMin: 30 },
  broken: `s.entries >= {roundSumsEntriesMin} AND 100 * s.december > {decemberPctMax} * s.spent`,
  reads: [entriesOfLedger],
  examples: {
    given: {
      fee_entry: {
        ...spendings(30, 0)["fee_entry"],
        F0: { ...own, amount_fen: "3866686", booked_on: "2025-12-01" },
      },
    },
    subjects,
    meet: [["forty per cent", {}]],
    break: [["one fen more", { fee_entry: { F0: { amount_fen: "3866687" } } }]],
  },
};

const feeNet = `CASE f.kind WHEN 'REVERSAL' THEN -f.amount_fen ELSE f.amount_fen END
  * CASE COALESCE(g.kind, f.kind) WHEN 'SPEND' THEN 1 WHEN 'REFUND' THEN -1 ELSE 0 END`;
const feesOfService = `(SELECT COALESCE(SUM(${feeNet}), 0) FROM fee_entry f
  LEFT JOIN fee_entry g ON g.id = f.reverses_id WHERE f.service_record_id = s.id)`;

const costDiffers: FindingRule = {
  id: "SVR-20",
  severity: Severity.EXPLAIN,
  class: RuleClass.CONSISTENCY,
  legalBasis: `${capBasis}（据实列支）`,
  zh: "服务费用与台账中该次服务的支出合计不符",
  en: "The cost of the service differs from what the ledger spent on it",
  // Neither agencies nor enterprises may read the ledger.
  subject: { ...serviceSubject, agency: "NULL", enterprise: "NULL" },
  paths: ["$.costFen"],
  parameters: { feeBookingDays: 30 },
  broken: `s.cost_fen IS NOT NULL AND (${feesOfService} > s.cost_fen
    OR (${feesOfService} < s.cost_fen
      AND DATEDIFF({today}, ${dayOf("s.started_at")}) > {feeBookingDays}))`,
  reads: [matching("fee_entry", "service_record_id", "service_record", "id")],
  examples: {
    given: {
      service_record: { S: { cost_fen: "100", started_at: "2026-05-01 00:00:00" } },
      fee_entry: { F: { kind: "SPEND", service_record_id: "S", amount_fen: "100" } },
    },
    meet: [
      ["equal", {}],
      [
        "not booked yet, on day 30",
        {
          service_record: { S: { started_at: "2026-05-02 00:00:00" } },
          fee_entry: { F: null },
        },
      ],
    ],
    break: [
      ["one fen more", { fee_entry: { F: { amount_fen: "101" } } }],
      ["one fen less", { fee_entry: { F: { amount_fen: "99" } } }],
      ["not booked on day 31", { fee_entry: { F: null } }],
      [
        "reversed",
        {
          fee_entry: {
            G: { kind: "REVERSAL", service_record_id: "S", reverses_id: "F", amount_fen: "100" },
          },
        },
      ],
    ],
  },
};

const refundedTooMuch: FindingRule = {
  id: "FEE-07",
  severity: Severity.EXPLAIN,
  class: RuleClass.LEDGER,
  legalBasis: capBasis,
  zh: "对一次服务的退回超过其支出",
  en: "More was refunded for a service than was spent on it",
  subject: feeEntrySubject,
  paths: ["$.amountFen"],
  broken: `s.kind = 'REFUND' AND s.service_record_id IS NOT NULL AND (
    SELECT COALESCE(SUM(${feeNet}), 0) FROM fee_entry f LEFT JOIN fee_entry g ON g.id = f.reverses_id
    WHERE f.service_record_id = s.service_record_id AND f.insurer_id = s.insurer_id) < 0`,
  reads: [
    matching("fee_entry", "service_record_id", "fee_entry"),
    {
      table: "fee_entry",
      subjects: "SELECT c.reverses_id AS id FROM fee_entry c WHERE c.id IN ({ids})",
    },
  ],
  examples: {
    given: {
      fee_entry: {
        S: { kind: "REFUND", service_record_id: "R", amount_fen: "100" },
        F: { kind: "SPEND", service_record_id: "R", amount_fen: "100" },
      },
    },
    meet: [["all of it", {}]],
    break: [["one fen more", { fee_entry: { S: { amount_fen: "101" } } }]],
  },
};

/** Patterns in ledgers, and entries held against the services they pay for. */
export const feePatternFindings: readonly FindingRule[] = [
  roundSums,
  lastMonth,
  costDiffers,
  refundedTooMuch,
];
