import type { Rule } from "../../../submission/rule";
import { RuleClass } from "../../../submission/rule-class";
import { requiredFields } from "../../../submission/rules/record-shape.rules";
import { between } from "../../../submission/rules/value.rules";
import { Severity } from "../../../submission/severity";
import { FeeStatementRecordInput, type StatedFeeStatement } from "./fee-statement.record-input";
import { monthEnd } from "./month-end";

/** A statement that meets every rule. */
export const exampleFeeStatement: StatedFeeStatement = {
  sourceKey: "C-3401-2026-05",
  regionCode: "3401",
  year: 2026,
  month: 5,
  extractedFen: "500000",
  spentFen: "300000",
  refundedFen: "10000",
  balanceFen: "210000",
  glControlBalanceFen: "210000",
};
const stated = (change: Partial<StatedFeeStatement>): StatedFeeStatement => ({
  ...exampleFeeStatement,
  ...change,
});

const closedMonth: Rule<StatedFeeStatement> = {
  id: "FEE-18",
  class: RuleClass.LEDGER,
  severity: Severity.REJECT,
  legalBasis: "应急厅函〔2024〕322号第四条",
  zh: "结账表为一个地市（4 位代码）已结束月份的累计数，提取、支出、退回不得为负",
  en: "A close is of a city (4 digits) and a month that is over; what was moved is not below zero",
  breaches: (record, { clock }) => {
    const end = monthEnd(record.year, record.month);
    const moved = (["extractedFen", "spentFen", "refundedFen"] as const).filter(
      (name) => record[name]?.startsWith("-") ?? false,
    );
    return [
      ...(/^\d{4}$/.test(record.regionCode ?? "") ? [] : ["$.regionCode"]),
      ...(end !== null && end >= clock.today ? ["$.month"] : []),
      ...moved.map((name) => `$.${name}`),
    ];
  },
  examples: {
    meet: [
      ["the month that ended yesterday", stated({ month: 5 })],
      ["nothing moved", stated({ extractedFen: "0", spentFen: "0", refundedFen: "0" })],
      ["an overdrawn fund", stated({ balanceFen: "-1", glControlBalanceFen: "-1" })],
    ],
    break: [
      ["the month that runs", stated({ month: 6 })],
      ["a county", stated({ regionCode: "340104" })],
      ["a province", stated({ regionCode: "34" })],
      ["less than nothing extracted", stated({ extractedFen: "-1" })],
      ["less than nothing spent", stated({ spentFen: "-1" })],
      ["less than nothing refunded", stated({ refundedFen: "-1" })],
    ],
  },
};

const yearMin = 2010;
const yearMax = 2100;

/** What a statement of the ledger is judged by when it arrives. */
export const feeStatementRules: readonly Rule<StatedFeeStatement>[] = [
  requiredFields("SUB-20", FeeStatementRecordInput, exampleFeeStatement, "ENG"),
  between(exampleFeeStatement, "year", yearMin, yearMax),
  between(exampleFeeStatement, "month", 1, 12),
  closedMonth,
];
