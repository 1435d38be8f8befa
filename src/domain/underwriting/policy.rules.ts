import type { Rule } from "../../submission/rule";
import { RuleClass } from "../../submission/rule-class";
import { requiredFields } from "../../submission/rules/record-shape.rules";
import { Severity } from "../../submission/severity";
import { validUscc } from "../registry/identifiers/uscc.rules";
import { CoInsuranceRole } from "./co-insurance-role";
import { examplePolicy } from "./policy.example";
import { PolicyRecordInput, type PolicyStatement } from "./policy.record-input";

const policy = (change: Partial<PolicyStatement>): PolicyStatement => ({
  ...examplePolicy,
  ...change,
});

const periodInOrder: Rule<PolicyStatement> = {
  id: "POL-02",
  severity: Severity.REJECT,
  legalBasis: "ENG",
  zh: "起保日期须早于终保日期",
  en: "The first day of cover comes before the last",
  breaches: ({ startDate, endDate }) =>
    startDate && endDate && startDate >= endDate ? ["$.startDate", "$.endDate"] : [],
  examples: {
    meet: [["two days", policy({ startDate: "2026-06-01", endDate: "2026-06-02" })]],
    break: [
      ["one day", policy({ startDate: "2026-06-01", endDate: "2026-06-01" })],
      ["backwards", policy({ startDate: "2026-06-02", endDate: "2026-06-01" })],
    ],
  },
};

const dayMs = 86_400_000;
const coverDaysMax = 366;

const periodUsual: Rule<PolicyStatement> = {
  id: "POL-02",
  severity: Severity.EXPLAIN,
  legalBasis: "ENG",
  zh: `保险期间超过 ${coverDaysMax} 天，请说明`,
  en: `The cover is longer than ${coverDaysMax} days; explain why`,
  breaches: ({ startDate, endDate }) => {
    if (!startDate || !endDate) return [];
    const days = (Date.parse(endDate) - Date.parse(startDate)) / dayMs + 1;
    return days > coverDaysMax ? ["$.endDate"] : [];
  },
  examples: {
    meet: [["366 days", policy({ startDate: "2026-06-01", endDate: "2027-06-01" })]],
    break: [["367 days", policy({ startDate: "2026-06-01", endDate: "2027-06-02" })]],
  },
};

const amounts = [
  "writtenPremiumFen",
  "sumInsuredPerPersonFen",
  "limitPerAccidentFen",
  "limitAggregateFen",
] as const;

const soundAmounts: Rule<PolicyStatement> = {
  id: "POL-05",
  severity: Severity.REJECT,
  legalBasis: "ENG",
  zh: "保费和限额须大于零，每人限额不得高于累计限额",
  en: "Premium and limits are above zero; the limit per person is within the aggregate limit",
  breaches: (record) => {
    const paths = amounts.flatMap((name) => {
      const amount = record[name];
      return amount != null && BigInt(amount) <= 0n ? [`$.${name}`] : [];
    });
    const { sumInsuredPerPersonFen: person, limitAggregateFen: aggregate } = record;
    const beyond = person != null && aggregate != null && BigInt(person) > BigInt(aggregate);
    return beyond ? [...paths, "$.sumInsuredPerPersonFen"] : paths;
  },
  examples: {
    meet: [
      ["a premium of one fen", policy({ writtenPremiumFen: "1" })],
      ["per person = aggregate", policy({ sumInsuredPerPersonFen: "800000000" })],
    ],
    break: [
      ["a premium of nothing", policy({ writtenPremiumFen: "0" })],
      ["a negative premium", policy({ writtenPremiumFen: "-1" })],
      ["a limit of nothing", policy({ limitPerAccidentFen: "0" })],
      ["per person above aggregate", policy({ sumInsuredPerPersonFen: "800000001" })],
    ],
  },
};

const wholeBp = 10_000;
const parts = (...shares: [role: CoInsuranceRole, shareBp: number][]): PolicyStatement =>
  policy({
    coInsurance: shares.map(([role, shareBp], n) => ({ insurerName: `保险${n}`, role, shareBp })),
  });
const { LEAD, FOLLOW } = CoInsuranceRole;

const wholeCoInsurance: Rule<PolicyStatement> = {
  id: "POL-06",
  class: RuleClass.CONSISTENCY,
  severity: Severity.REJECT,
  legalBasis: "ENG",
  zh: "共保份额须为正数且合计 10,000（万分之一），且仅有一家主承保方",
  en: "Co-insurance shares are positive and sum to 10,000 basis points, with exactly one lead",
  breaches: ({ coInsurance }) => {
    if (!coInsurance || coInsurance.length === 0) return [];
    const sum = coInsurance.reduce((total, { shareBp }) => total + (shareBp ?? 0), 0);
    const leads = coInsurance.filter(({ role }) => role === LEAD).length;
    const positive = coInsurance.every(({ shareBp }) => shareBp == null || shareBp > 0);
    return sum === wholeBp && leads === 1 && positive ? [] : ["$.coInsurance"];
  },
  examples: {
    meet: [
      ["not co-insured", policy({ coInsurance: null })],
      ["two parts", parts([LEAD, 6_000], [FOLLOW, 4_000])],
    ],
    break: [
      ["one basis point short", parts([LEAD, 6_000], [FOLLOW, 3_999])],
      ["one basis point too many", parts([LEAD, 6_000], [FOLLOW, 4_001])],
      ["no lead", parts([FOLLOW, 6_000], [FOLLOW, 4_000])],
      ["two leads", parts([LEAD, 6_000], [LEAD, 4_000])],
      ["a negative part", parts([LEAD, 10_001], [FOLLOW, -1])],
    ],
  },
};

/** What a policy is judged by when it arrives. */
export const policyRules: readonly Rule<PolicyStatement>[] = [
  requiredFields("POL-01", PolicyRecordInput, examplePolicy, "皖应急安责险通知第四条（完整）"),
  validUscc("ENT-01", "enterpriseUscc", examplePolicy),
  periodInOrder,
  periodUsual,
  soundAmounts,
  wholeCoInsurance,
];
