import type { FindingRule, FindingSource } from "../../../submission/findings/finding-rule";
import { matchingAll } from "../../../submission/findings/finding-sources";
import { RuleClass } from "../../../submission/rule-class";
import { Severity } from "../../../submission/severity";
import { feeStatementSubject } from "./fee-statement.subject";

type Columns = Record<string, string | number | null>;

const basis = "应急厅函〔2024〕322号第四条";

/** Statements from the month of an entry on: the balance of all of them counts it. */
const entries: FindingSource = {
  table: "fee_entry",
  subjects: `SELECT DISTINCT f.id FROM fee_entry c JOIN fee_statement f
    ON f.insurer_id = c.insurer_id AND f.region_code = LEFT(c.region_code, 4)
      AND f.month_end >= LAST_DAY(c.booked_on) WHERE c.id IN ({ids})`,
};

/** The ledger of Hefei at the end of May: 500 extracted, 300 spent, 10 refunded, 40 from before. */
const own = { insurer_id: "A", region_code: "340104", year: 2026, booked_on: "2026-05-31" };
const entry = (kind: string, amount_fen: string, more: Columns = {}): Columns => ({
  ...{ ...own, kind, amount_fen },
  ...more,
});
const given = {
  fee_statement: {
    S: {
      ...{ insurer_id: "A", region_code: "3401", year: 2026, month: 5, month_end: "2026-05-31" },
      ...{ extracted_fen: "500", spent_fen: "300", refunded_fen: "10" },
      ...{ balance_fen: "250", gl_control_balance_fen: "250" },
    },
  },
  fee_entry: {
    X: entry("EXTRACT", "500"),
    Y: entry("SPEND", "300"),
    Z: entry("REFUND", "10"),
    W: entry("EXTRACT", "40", { year: 2025, booked_on: "2025-12-31" }),
    B: entry("BUDGET", "9000"),
  },
};
const S = (columns: Columns) => ({ fee_statement: { S: columns } });
const more = (columns: Columns) => ({ fee_entry: { M: columns } });
const reversal = (booked_on: string) =>
  more(entry("REVERSAL", "300", { reverses_id: "Y", booked_on }));

const notTheReplay: FindingRule = {
  id: "FEE-18",
  severity: Severity.EXPLAIN,
  class: RuleClass.CONSISTENCY,
  legalBasis: `${basis}（数据真实准确）`,
  zh: "结账表与台账分录重算结果不一致，请核对或更正重述",
  en: "The statement is not what the entries come to; restate it or report what is missing",
  subject: feeStatementSubject,
  paths: ["$.extractedFen", "$.spentFen", "$.refundedFen", "$.balanceFen"],
  broken: `s.extracted_fen <> s.extracted OR s.spent_fen <> s.spent
    OR s.refunded_fen <> s.refunded OR s.balance_fen <> s.balance`,
  reads: [entries],
  examples: {
    given,
    meet: [
      ["as the entries have it", {}],
      ["an entry of the next month", more(entry("SPEND", "1", { booked_on: "2026-06-01" }))],
      ["another city's", more(entry("SPEND", "1", { region_code: "340201" }))],
      ["another insurer's", more(entry("SPEND", "1", { insurer_id: "B" }))],
      ["reversed in the next month", reversal("2026-06-01")],
      [
        "no entries, and none stated",
        {
          ...S({
            insurer_id: "C",
            extracted_fen: "0",
            spent_fen: "0",
            refunded_fen: "0",
            balance_fen: "0",
          }),
        },
      ],
    ],
    break: [
      ["one fen more extracted", S({ extracted_fen: "501" })],
      ["one fen less spent", S({ spent_fen: "299" })],
      ["one fen more refunded", S({ refunded_fen: "11" })],
      ["one fen more in the fund", S({ balance_fen: "251" })],
      ["an entry booked later for that month", more(entry("SPEND", "1", { prior_period: 1 }))],
      [
        "an entry of the year before",
        more(entry("EXTRACT", "1", { year: 2025, booked_on: "2025-12-31" })),
      ],
      ["reversed in the month", reversal("2026-05-31")],
    ],
  },
};

const notTheGeneralLedger: FindingRule = {
  id: "FEE-19",
  severity: Severity.EXPLAIN,
  class: RuleClass.CONSISTENCY,
  legalBasis: `${basis}（会计准则）`,
  zh: "总账控制科目余额与台账重算的资金余额不一致",
  en: "The control account of the general ledger has another balance than the entries come to",
  subject: feeStatementSubject,
  paths: ["$.glControlBalanceFen"],
  broken: "s.gl_control_balance_fen <> s.balance",
  reads: [entries],
  examples: {
    given,
    meet: [
      ["as the entries have it", {}],
      ["whatever the statement says", S({ balance_fen: "1" })],
    ],
    break: [
      ["one fen more", S({ gl_control_balance_fen: "251" })],
      ["one fen less", S({ gl_control_balance_fen: "249" })],
      ["an entry the general ledger lacks", more(entry("REFUND", "1"))],
    ],
  },
};

const statedTwice: FindingRule = {
  id: "FEE-18",
  severity: Severity.EXPLAIN,
  class: RuleClass.CONSISTENCY,
  aspect: "repeated",
  legalBasis: basis,
  zh: "同一地市同一月份有两份结账表，请撤销其一，更正以更正操作报送",
  en: "Two statements of one city and month; void one, and restate by CORRECT",
  subject: feeStatementSubject,
  paths: ["$.month"],
  broken: `EXISTS (SELECT 1 FROM fee_statement o WHERE o.insurer_id = s.insurer_id
    AND o.month_end = s.month_end AND o.region_code = s.region_code
    AND o.voided = 0 AND o.id <> s.id)`,
  reads: [
    matchingAll("fee_statement", ["insurer_id", "month_end", "region_code"], "fee_statement"),
  ],
  examples: {
    given: {
      fee_statement: {
        S: { insurer_id: "A", region_code: "3401", month_end: "2026-05-31" },
        T: { insurer_id: "A", region_code: "3401", month_end: "2026-04-30" },
      },
    },
    meet: [
      ["of another month", {}],
      [
        "of another city",
        { fee_statement: { T: { month_end: "2026-05-31", region_code: "3402" } } },
      ],
      [
        "of another insurer",
        { fee_statement: { T: { month_end: "2026-05-31", insurer_id: "B" } } },
      ],
      ["voided", { fee_statement: { T: { month_end: "2026-05-31", voided: 1 } } }],
    ],
    break: [["of the same", { fee_statement: { T: { month_end: "2026-05-31" } } }]],
  },
};

/** What statements of the ledger are held against: its entries as the hub has them. */
export const feeStatementFindings: readonly FindingRule[] = [
  notTheReplay,
  notTheGeneralLedger,
  statedTwice,
];
