import { sql, trusted, value } from "../../database/sql";
import type { FindingRule } from "../../submission/findings/finding-rule";
import type { FindingSubject } from "../../submission/findings/finding-subject";
import { RuleClass } from "../../submission/rule-class";
import { Severity } from "../../submission/severity";
import { ledgerId, ledgerOf, ledgersOf, within } from "./fee-ledger.subject";

const yearOfPlan = "YEAR(c.period_from)";

/**
 * Ledgers with what the plans of the year set aside: those that begin in it, and whose policies
 * were not cancelled before their end.
 */
const plannedLedger: FindingSubject = {
  ...ledgerOf(
    (ids) => sql`(SELECT CONCAT(x.insurer_id, ':', x.region_code, ':', x.year) AS id, x.*
      FROM (SELECT e.insurer_id, LEFT(e.region_code, 4) AS region_code, YEAR(e.period_from) AS year,
          SUM(e.budget_fen) AS planned
        FROM service_plan e JOIN policy p ON p.id = e.policy_id AND p.voided = 0
          AND (p.cancelled_on IS NULL OR p.cancelled_on > e.period_to)
        WHERE e.voided = 0 AND ${within(ledgersOf(ids), "YEAR(e.period_from)")}
        GROUP BY 1, 2, 3) x) s`,
  ),
  page: (after, size) => sql`SELECT id FROM (
      SELECT DISTINCT ${trusted(ledgerId(yearOfPlan))} AS id FROM service_plan c
      UNION SELECT f.subject_id FROM finding f WHERE f.subject_type = 'FeeLedger') x
    WHERE id > ${value(after)} ORDER BY id LIMIT ${trusted(String(size))}`,
};

/** A budget of the whole province may be for any of its cities. */
const isFor = (budget: string, region: string): string => `(${budget}.region_code
  LIKE CONCAT(${region}, '%') OR ${region} LIKE CONCAT(${budget}.region_code, '%'))`;

const own = { insurer_id: "A", region_code: "340104" };
const B = (columns: Record<string, string | number>) => ({ fee_entry: { B: columns } });

const overBudget: FindingRule = {
  id: "SVP-05",
  severity: Severity.EXPLAIN,
  aspect: "budget",
  class: RuleClass.CONSISTENCY,
  legalBasis: "应急厅函〔2024〕322号第四条（专项预算）",
  zh: "年度服务方案预算合计超过专项预算",
  en: "The plans of the year set aside more than its special budget",
  subject: plannedLedger,
  paths: ["$.budgetFen"],
  broken: `s.planned > (SELECT SUM(b.amount_fen) FROM fee_entry b
    WHERE b.insurer_id = s.insurer_id AND b.kind = 'BUDGET' AND b.year = s.year
      AND ${isFor("b", "s.region_code")}
      AND NOT EXISTS (SELECT 1 FROM fee_entry r WHERE r.reverses_id = b.id))`,
  reads: [
    {
      table: "service_plan",
      subjects: `SELECT DISTINCT ${ledgerId(yearOfPlan)} AS id FROM service_plan c
        WHERE c.id IN ({ids})`,
    },
    {
      table: "policy",
      subjects: `SELECT DISTINCT ${ledgerId(yearOfPlan)} AS id FROM service_plan c
        WHERE c.policy_id IN ({ids})`,
    },
    {
      table: "fee_entry",
      subjects: `SELECT DISTINCT ${ledgerId(yearOfPlan)} AS id FROM fee_entry e
        JOIN fee_entry b ON b.id = COALESCE(e.reverses_id, e.id) AND b.kind = 'BUDGET'
        JOIN service_plan c ON c.insurer_id = b.insurer_id AND ${yearOfPlan} = b.year
          AND ${isFor("b", "LEFT(c.region_code, 4)")} WHERE e.id IN ({ids})`,
    },
  ],
  examples: {
    given: {
      policy: { P: own },
      service_plan: {
        N: {
          ...{ ...own, policy_id: "P", budget_fen: "60" },
          ...{ period_from: "2026-01-01", period_to: "2026-12-31" },
        },
        M: {
          ...{ ...own, policy_id: "P", budget_fen: "41" },
          ...{ period_from: "2026-12-31", period_to: "2027-12-30" },
        },
      },
      ...B({ ...own, region_code: "3401", kind: "BUDGET", year: 2026, amount_fen: "100" }),
    },
    subjects: ["A:3401:2026"],
    meet: [
      ["to the last fen", { service_plan: { M: { budget_fen: "40" } } }],
      ["one begins in the next year", { service_plan: { M: { period_from: "2027-01-01" } } }],
      ["a larger one of the province", B({ region_code: "34", amount_fen: "101" })],
      [
        "two budgets",
        { fee_entry: { C: { ...own, kind: "BUDGET", year: 2026, amount_fen: "1" } } },
      ],
      ["no budget, which FEE-17 is about", { fee_entry: { B: null } }],
      ["cancelled", { policy: { P: { cancelled_on: "2026-06-01" } } }],
    ],
    break: [
      ["one fen more", {}],
      [
        "the other budget was reversed",
        {
          fee_entry: {
            C: { ...own, kind: "BUDGET", year: 2026, amount_fen: "9" },
            R: { ...own, kind: "REVERSAL", year: 2026, amount_fen: "9", reverses_id: "C" },
          },
        },
      ],
    ],
  },
};

/** What plans set aside, held against the ledger. */
export const planBudgetFindings: readonly FindingRule[] = [overBudget];
