import { exampleParameter } from "../../submission/findings/example-rows";
import type { FindingRule } from "../../submission/findings/finding-rule";
import { naming } from "../../submission/findings/finding-sources";
import { RuleClass } from "../../submission/rule-class";
import { Severity } from "../../submission/severity";
import { lastDayOfCover } from "../underwriting/policy.subject";
import { feeEntrySubject, policyForLedger } from "./service.subject";
import { isSpentOn, netSpentOn, spendings } from "./spent-on-policy";

type Columns = Record<string, string | number | null>;
const P = (columns: Columns) => ({ policy: { S: columns } });
const F = (columns: Columns) => ({ fee_entry: { F: columns } });
/** The entry `F` is shared, and the policy `S` bears so much of it. */
const sharedBy = (amount_fen: string, columns: Columns = {}) => ({
  ...F({ policy_id: null, ...columns }),
  fee_allocation: { A: { fee_entry_id: "F", policy_id: "S", amount_fen } },
});
const reversed = { fee_entry: { R: { kind: "REVERSAL", reverses_id: "F" } } };

const idleCommitment: FindingRule = {
  id: "FEE-20",
  severity: Severity.WARN,
  class: RuleClass.TIMELINESS,
  legalBasis: "应急厅函〔2024〕322号第五条",
  zh: "已为保单安排预算，超过规定天数仍无支出",
  en: "Money was set aside for a policy longer ago than allowed, and nothing was spent on it since",
  subject: feeEntrySubject,
  paths: ["$.policyKey"],
  parameters: { feeCommitmentDays: 180 },
  broken: `s.kind = 'BUDGET' AND s.policy_id IS NOT NULL
    AND DATEDIFF({today}, s.booked_on) > {feeCommitmentDays}
    AND NOT ${isSpentOn("s.policy_id", "e.booked_on >= s.booked_on")}`,
  reads: [
    {
      table: "fee_entry",
      subjects: `SELECT b.id FROM fee_entry c JOIN fee_entry b ON b.policy_id = c.policy_id
        WHERE b.kind = 'BUDGET' AND c.id IN ({ids})`,
    },
    {
      table: "fee_allocation",
      subjects: `SELECT b.id FROM fee_allocation c JOIN fee_entry b ON b.policy_id = c.policy_id
        WHERE b.kind = 'BUDGET' AND c.id IN ({ids})`,
    },
  ],
  examples: {
    given: {
      fee_entry: {
        S: { kind: "BUDGET", policy_id: "P", booked_on: "2025-12-02" },
        F: { kind: "SPEND", policy_id: "Q", booked_on: "2026-01-01" },
      },
    },
    meet: [
      ["on day 180", { fee_entry: { S: { booked_on: "2025-12-03" } } }],
      ["for no policy", { fee_entry: { S: { policy_id: null } } }],
      ["something was spent on it", F({ policy_id: "P" })],
      ["on the same day", F({ policy_id: "P", booked_on: "2025-12-02" })],
      [
        "a part of what several share",
        { fee_allocation: { A: { fee_entry_id: "F", policy_id: "P" } } },
      ],
      ["reversed", { fee_entry: { R: { kind: "REVERSAL", reverses_id: "S" } } }],
    ],
    break: [
      ["on day 181", {}],
      ["spent before it", F({ policy_id: "P", booked_on: "2025-12-01" })],
      [
        "spent and reversed",
        { fee_entry: { F: { policy_id: "P" }, R: { kind: "REVERSAL", reverses_id: "F" } } },
      ],
      ["an extraction is no spending", F({ policy_id: "P", kind: "EXTRACT" })],
    ],
  },
};

const notInformed: FindingRule = {
  id: "FEE-21",
  severity: Severity.WARN,
  class: RuleClass.COMPLETENESS,
  legalBasis: "AQ 9010-2019 7.3",
  zh: "保单终止满规定天数，支出的服务费用仍未告知投保单位使用情况",
  en: "The cover ended longer ago than allowed, and the enterprise was not told how its fee was used",
  subject: policyForLedger,
  paths: ["$.feeEntries"],
  parameters: { feeInformationDays: 30 },
  broken: `${lastDayOfCover("s")} + INTERVAL {feeInformationDays} DAY < {today}
    AND ${isSpentOn("s.id")} AND NOT ${isSpentOn("s.id", "e.enterprise_informed_on IS NOT NULL")}`,
  reads: spendings,
  examples: {
    given: {
      ...P({ start_date: "2025-05-02", end_date: "2026-05-01" }),
      ...F({ policy_id: "S", kind: "SPEND", amount_fen: "1" }),
    },
    meet: [
      ["on day 30", P({ end_date: "2026-05-02" })],
      ["informed", F({ enterprise_informed_on: "2026-05-20" })],
      ["informed of a part", sharedBy("1", { enterprise_informed_on: "2026-05-20" })],
      ["nothing was spent", F({ kind: "EXTRACT" })],
      ["what was spent was reversed", reversed],
    ],
    break: [
      ["on day 31", {}],
      ["of a part neither", sharedBy("1")],
      ["after it was cancelled", P({ end_date: "2026-12-31", cancelled_on: "2026-05-02" })],
    ],
  },
};

const days = "DATEDIFF(s.end_date, s.start_date) + 1";
const covered = `DATEDIFF(${lastDayOfCover("s")}, s.start_date) + 1`;
const received = `COALESCE((SELECT SUM(CASE r.kind WHEN 'REFUND' THEN -r.amount_fen
  ELSE r.amount_fen END) FROM premium_receipt r WHERE r.policy_id = s.id AND r.voided = 0), 0)`;
/** Both times the days agreed: the share of the premium for the days covered, and the cap. */
const agreed = `s.service_fee_pct * s.written_premium_fen * (${covered})`;
const cap = `{feeCapPct} * ${received} * (${days})`;

const spentTooLittle: FindingRule = {
  id: "FEE-22",
  severity: Severity.EXPLAIN,
  class: RuleClass.LEDGER,
  legalBasis: "皖应急安责险通知第三条；应急厅函〔2024〕322号第五条（投入不足）",
  zh: "保单终止满规定天数，投入的服务费用低于约定比例（退保按日折算，不超过投入上限）",
  en: "Less was spent on the policy than agreed, pro rata if cancelled and within the cap",
  subject: policyForLedger,
  paths: ["$.serviceFeePct"],
  parameters: { feeSpendingDays: 30, feeShortfallPct: 0, feeCapPct: null },
  broken: `${lastDayOfCover("s")} + INTERVAL {feeSpendingDays} DAY < {today}
    AND 10000 * ${netSpentOn("s.id")} * (${days})
      < (100 - {feeShortfallPct}) * LEAST(${agreed}, COALESCE(${cap}, ${agreed}))`,
  reads: [...spendings, naming("premium_receipt", "policy_id")],
  examples: {
    given: {
      region_parameter: exampleParameter("feeCapPct", "21", "2024-10-22"),
      ...P({
        ...{ signed_on: "2025-05-01", start_date: "2025-05-02", end_date: "2026-05-01" },
        ...{ service_fee_pct: "15.00", written_premium_fen: "36500" },
      }),
      premium_receipt: {
        R: { policy_id: "S", kind: "RECEIPT", amount_fen: "36500" },
      },
      ...F({ policy_id: "S", kind: "SPEND", amount_fen: "5475" }),
    },
    meet: [
      ["as agreed", {}],
      ["not yet for 31 days", { ...P({ end_date: "2026-05-02" }), ...F({ amount_fen: "0" }) }],
      ["a part of what several share", sharedBy("5475")],
      [
        "a tenth less where a region allows it",
        {
          region_parameter: exampleParameter("feeShortfallPct", "10"),
          ...F({ amount_fen: "4928" }),
        },
      ],
      [
        "for a fifth of the days",
        {
          ...P({ end_date: "2026-05-01", cancelled_on: "2025-07-14" }),
          ...F({ amount_fen: "1095" }),
        },
      ],
      [
        "no more than the cap allows",
        { premium_receipt: { R: { amount_fen: "10000" } }, ...F({ amount_fen: "2100" }) },
      ],
    ],
    break: [
      ["one fen less", F({ amount_fen: "5474" })],
      [
        "one fen less than a region asks at least",
        {
          region_parameter: exampleParameter("feeShortfallPct", "10"),
          ...F({ amount_fen: "4927" }),
        },
      ],
      [
        "one fen refunded",
        { fee_entry: { G: { policy_id: "S", kind: "REFUND", amount_fen: "1" } } },
      ],
      ["reversed", reversed],
      ["a smaller part of what several share", sharedBy("5474")],
      [
        "one fen less for the days it was covered",
        { ...P({ cancelled_on: "2025-07-14" }), ...F({ amount_fen: "1094" }) },
      ],
      [
        "one fen less than the cap allows",
        { premium_receipt: { R: { amount_fen: "10000" } }, ...F({ amount_fen: "2099" }) },
      ],
      [
        "signed before there was a cap",
        {
          ...P({ signed_on: "2024-10-21" }),
          premium_receipt: { R: null },
          ...F({ amount_fen: "5474" }),
        },
      ],
    ],
  },
};

/** What the ledger of one policy is judged by. */
export const policyFeeFindings: readonly FindingRule[] = [
  idleCommitment,
  notInformed,
  spentTooLittle,
];
