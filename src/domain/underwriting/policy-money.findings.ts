import { RuleClass } from "../../submission/rule-class";
import { exampleParameter } from "../../submission/findings/example-rows";
import type { FindingRule } from "../../submission/findings/finding-rule";
import { matching, naming } from "../../submission/findings/finding-sources";
import { Severity } from "../../submission/severity";
import { policySubject } from "./policy.subject";

const measures2025 = "应急〔2025〕27号";
type Columns = Record<string, string | number | null>;
const S = (columns: Columns) => ({ policy: { S: columns } });
const parameter = exampleParameter;
const receipts = (rows: Record<string, Columns | null>) => ({
  premium_receipt: Object.fromEntries(
    Object.entries(rows).map(([id, row]) => [
      id,
      row && { policy_id: "S", kind: "RECEIPT", ...row },
    ]),
  ),
});

const net = "SUM(CASE r.kind WHEN 'REFUND' THEN -r.amount_fen ELSE r.amount_fen END)";
const receiptsOf = "FROM premium_receipt r WHERE r.policy_id = s.id AND r.voided = 0";

const collectedTooMuch: FindingRule = {
  id: "POL-11",
  severity: Severity.EXPLAIN,
  class: RuleClass.CONSISTENCY,
  legalBasis: "应急厅函〔2024〕322号第四条",
  zh: "累计实收保费超过保费总额（含批增），或退费超过实收",
  en: "More premium was collected than written and endorsed, or more refunded than collected",
  subject: policySubject,
  paths: ["$.writtenPremiumFen"],
  broken: `COALESCE((SELECT ${net} ${receiptsOf}), 0) < 0
    OR COALESCE((SELECT ${net} ${receiptsOf}), 0) > s.written_premium_fen + COALESCE((
      SELECT SUM(GREATEST(e.premium_change_fen, 0)) FROM endorsement e
      WHERE e.policy_id = s.id AND e.voided = 0), 0)`,
  reads: [naming("premium_receipt", "policy_id"), naming("endorsement", "policy_id")],
  examples: {
    given: {
      ...S({ written_premium_fen: "1000" }),
      ...receipts({ R: { amount_fen: "1000" }, B: { amount_fen: "1000", kind: "REFUND" } }),
    },
    meet: [
      ["collected once and refunded", {}],
      ["collected in full", receipts({ B: null })],
      [
        "one fen more, endorsed",
        {
          ...receipts({ R: { amount_fen: "1001" }, B: null }),
          endorsement: { E: { policy_id: "S", premium_change_fen: "1" } },
        },
      ],
      ["too much, but voided", receipts({ R: { amount_fen: "9999", voided: 1 }, B: null })],
    ],
    break: [
      ["one fen too much", receipts({ R: { amount_fen: "1001" }, B: null })],
      ["one fen more refunded than collected", receipts({ R: { amount_fen: "999" } })],
    ],
  },
};

const collectedTooLittle: FindingRule = {
  id: "POL-12",
  severity: Severity.EXPLAIN,
  class: RuleClass.TIMELINESS,
  legalBasis: "皖应急安责险通知第二条；应急厅函〔2024〕322号第四条",
  zh: "起保满规定天数，实收保费占比低到提取下限与投入上限无交集（10/21）",
  en: "So little premium came in that no amount meets both floor and cap of the prevention fee",
  subject: policySubject,
  paths: ["$.writtenPremiumFen"],
  parameters: { premiumCollectionDays: 90, feeFloorPct: null, feeCapPct: null },
  broken: `s.start_date + INTERVAL {premiumCollectionDays} DAY < {today}
    AND (s.cancelled_on IS NULL
      OR s.cancelled_on > s.start_date + INTERVAL {premiumCollectionDays} DAY)
    AND {feeCapPct} * COALESCE((SELECT ${net} ${receiptsOf}
      AND r.received_on <= s.start_date + INTERVAL {premiumCollectionDays} DAY), 0)
      < {feeFloorPct} * s.written_premium_fen`,
  reads: [naming("premium_receipt", "policy_id")],
  examples: {
    given: {
      region_parameter: {
        ...parameter("feeFloorPct", "10", "2021-09-01"),
        ...parameter("feeCapPct", "21", "2024-10-22"),
      },
      ...S({ signed_on: "2026-01-01", start_date: "2026-03-02", written_premium_fen: "2100" }),
      ...receipts({ R: { amount_fen: "999", received_on: "2026-05-31" } }),
    },
    meet: [
      ["on the ninetieth day", S({ start_date: "2026-03-03" })],
      ["ten of twenty-one parts", receipts({ R: { amount_fen: "1000" } })],
      ["cancelled before", S({ cancelled_on: "2026-05-31" })],
      ["signed before there was a cap", S({ signed_on: "2024-10-21" })],
    ],
    break: [
      ["one fen less", {}],
      [
        "the rest came a day late",
        receipts({ L: { amount_fen: "1101", received_on: "2026-06-01" } }),
      ],
    ],
  },
};

const rateNotLowered: FindingRule = {
  id: "POL-13",
  severity: Severity.EXPLAIN,
  class: RuleClass.CONSISTENCY,
  legalBasis: "应急厅函〔2024〕322号第三条",
  zh: "单位已达标准化等级，续保费率未下浮",
  en: "The enterprise is standardised, and its renewal rate was not lowered",
  subject: policySubject,
  paths: ["$.rateFactor"],
  broken: `EXISTS (SELECT 1 FROM enterprise e JOIN policy o ON o.id = s.renewal_of_id
    WHERE e.id = s.enterprise_id AND e.standardisation_grade IS NOT NULL
      AND o.voided = 0 AND s.rate_factor >= o.rate_factor)`,
  reads: [
    matching("enterprise", "id", "policy", "enterprise_id"),
    matching("policy", "id", "policy", "renewal_of_id"),
  ],
  examples: {
    given: {
      enterprise: { E: { standardisation_grade: 3 } },
      policy: {
        S: { enterprise_id: "E", renewal_of_id: "O", rate_factor: "0.9999" },
        O: { rate_factor: "1.0000" },
      },
    },
    meet: [
      ["lowered a little", {}],
      [
        "not standardised",
        { enterprise: { E: { standardisation_grade: null } }, ...S({ rate_factor: "1" }) },
      ],
    ],
    break: [["the same factor", S({ rate_factor: "1.0000" })]],
  },
};

const lowLimit: FindingRule = {
  id: "POL-21",
  severity: Severity.EXPLAIN,
  class: RuleClass.VALIDITY,
  legalBasis: `${measures2025}第十五条`,
  zh: "每人责任限额低于签单时执行的最低限额",
  en: "The limit per person is below the minimum in force when the policy was signed",
  subject: policySubject,
  paths: ["$.sumInsuredPerPersonFen"],
  parameters: { minPerPersonLimit: null },
  broken: "s.sum_insured_per_person_fen < {minPerPersonLimit}",
  reads: [],
  examples: {
    given: {
      region_parameter: {
        ...parameter("minPerPersonLimit", "30000000", "2018-01-01", "2025-03-28"),
        ...parameter("minPerPersonLimit", "40000000", "2025-03-29"),
      },
      ...S({ signed_on: "2025-03-29", sum_insured_per_person_fen: "40000000" }),
    },
    meet: [
      ["the minimum", {}],
      [
        "the minimum of the day before",
        S({ signed_on: "2025-03-28", sum_insured_per_person_fen: "30000000" }),
      ],
    ],
    break: [
      ["one fen less", S({ sum_insured_per_person_fen: "39999999" })],
      ["the minimum of the day before", S({ sum_insured_per_person_fen: "30000000" })],
      [
        "less than its region asks",
        {
          region_parameter: {
            L: {
              key: "minPerPersonLimit",
              value: "50000000",
              region_prefix: "3401",
              effective_from: "2020-01-01",
            },
          },
          ...S({ region_code: "340104" }),
        },
      ],
    ],
  },
};

const highCommission: FindingRule = {
  id: "POL-22",
  severity: Severity.EXPLAIN,
  class: RuleClass.VALIDITY,
  legalBasis: `${measures2025}第十四条`,
  zh: "手续费（佣金）超过规定上限",
  en: "The commission is above the cap",
  subject: policySubject,
  paths: ["$.commissionFen"],
  parameters: { commissionCapPct: null },
  broken: "100 * s.commission_fen > {commissionCapPct} * s.written_premium_fen",
  reads: [],
  examples: {
    given: {
      region_parameter: parameter("commissionCapPct", "5", "2025-03-29"),
      ...S({ signed_on: "2026-01-01", written_premium_fen: "100000", commission_fen: "5000" }),
    },
    meet: [
      ["five per cent", {}],
      ["before there was a cap", S({ signed_on: "2025-03-28", commission_fen: "9000" })],
    ],
    break: [["one fen more", S({ commission_fen: "5001" })]],
  },
};

const tooFewInsured: FindingRule = {
  id: "POL-25",
  severity: Severity.EXPLAIN,
  class: RuleClass.CONSISTENCY,
  legalBasis: `${measures2025}第十五条`,
  zh: "承保人数少于从业人数（应全员参保）",
  en: "Fewer persons are insured than employed",
  subject: policySubject,
  paths: ["$.insuredCount"],
  broken: `s.end_date >= {today} AND (s.cancelled_on IS NULL OR s.cancelled_on > {today})
    AND EXISTS (SELECT 1 FROM enterprise e
      WHERE e.id = s.enterprise_id AND s.insured_count < e.headcount)`,
  reads: [matching("enterprise", "id", "policy", "enterprise_id")],
  examples: {
    given: {
      enterprise: { E: { headcount: 50 } },
      ...S({ enterprise_id: "E", insured_count: 50, end_date: "2026-06-01" }),
    },
    meet: [
      ["all of them", {}],
      ["expired yesterday", S({ insured_count: 1, end_date: "2026-05-31" })],
    ],
    break: [["all but one", S({ insured_count: 49 })]],
  },
};

/** What committed policies are judged by: premium, limits, commission, persons. */
export const policyMoneyFindings: readonly FindingRule[] = [
  collectedTooMuch,
  collectedTooLittle,
  rateNotLowered,
  lowLimit,
  highCommission,
  tooFewInsured,
];
