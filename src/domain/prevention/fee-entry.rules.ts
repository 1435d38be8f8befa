import type { Rule } from "../../submission/rule";
import { RuleClass } from "../../submission/rule-class";
import { requiredFields } from "../../submission/rules/record-shape.rules";
import { exactFen } from "../../submission/rules/value.rules";
import { Severity } from "../../submission/severity";
import { validUscc } from "../registry/identifiers/uscc.rules";
import { isShared, sharedCosts } from "./fee-allocation.rules";
import { FeeCategory } from "./fee-category";
import { FeeEntryKind } from "./fee-entry-kind";
import { exampleFeeEntry } from "./fee-entry.example";
import { FeeEntryRecordInput, type FeeEntryStatement } from "./fee-entry.record-input";

const { BUDGET, EXTRACT, SPEND, REFUND, REVERSAL } = FeeEntryKind;

const entry = (change: Partial<FeeEntryStatement>): FeeEntryStatement => ({
  ...exampleFeeEntry,
  ...change,
});
const inward = (kind: FeeEntryKind, change: Partial<FeeEntryStatement> = {}) =>
  entry({ kind, category: null, payee: null, invoiceNo: null, serviceRecordKey: null, ...change });

const feeBasis = "应急厅函〔2024〕322号第四条";

const positiveAmount: Rule<FeeEntryStatement> = {
  id: "FEE-01",
  class: RuleClass.LEDGER,
  severity: Severity.REJECT,
  legalBasis: feeBasis,
  zh: "分录金额须大于零，方向由分录类型表示",
  en: "The amount is above zero; the kind gives the direction",
  breaches: ({ amountFen }) =>
    amountFen != null && BigInt(amountFen) <= 0n ? ["$.amountFen"] : [],
  examples: {
    meet: [["one fen", entry({ amountFen: "1" })]],
    break: [
      ["nothing", entry({ amountFen: "0" })],
      ["minus one fen", entry({ amountFen: "-1" })],
    ],
  },
};

const noTransferOut: Rule<FeeEntryStatement> = {
  id: "FEE-02",
  class: RuleClass.LEDGER,
  severity: Severity.REJECT,
  legalBasis: "皖应急安责险通知第二条（不得挤占、挪用和转存）",
  zh: "预算和提取不得有收款方、费用类别、发票或服务记录：资金只能以支出方式用于服务",
  en: "A budget or extraction names no payee, category, invoice or service: money leaves as SPEND",
  breaches: (record) => {
    if (record.kind !== BUDGET && record.kind !== EXTRACT) return [];
    const names = ["category", "payee", "invoiceNo", "serviceRecordKey"] as const;
    return names.filter((name) => record[name] != null).map((name) => `$.${name}`);
  },
  examples: {
    meet: [
      ["a budget", inward(BUDGET)],
      ["an extraction", inward(EXTRACT)],
      ["a spending with payee", entry({})],
      ["a refund with payee", entry({ kind: REFUND })],
    ],
    break: [
      ["a budget with a payee", inward(BUDGET, { payee: "某公司" })],
      ["an extraction with a payee", inward(EXTRACT, { payee: "某公司" })],
      ["an extraction with a category", inward(EXTRACT, { category: FeeCategory.OTHER })],
    ],
  },
};

const noFreeReversal: Rule<FeeEntryStatement> = {
  id: "FEE-07",
  class: RuleClass.LEDGER,
  severity: Severity.REJECT,
  legalBasis: feeBasis,
  zh: "冲正须以 VOID 报送原分录的来源键，由平台登记与原分录完全对应的冲正分录",
  en: "Reverse an entry by VOID on its own sourceKey: the hub books its exact mirror",
  breaches: ({ kind }) => (kind === REVERSAL ? ["$.kind"] : []),
  examples: {
    meet: [["a spending", entry({})]],
    break: [["a reversal of its own", entry({ kind: REVERSAL })]],
  },
};

const spentOnWhom: Rule<FeeEntryStatement> = {
  id: "FEE-09",
  severity: Severity.REJECT,
  legalBasis: `${feeBasis}；皖应急安责险通知第二条（专项用于）`,
  zh: "每笔支出须写明费用类别，以及保单和投保单位或其分摊",
  en: "Every spending names its category, and policy and enterprise or how policies share it",
  breaches: (record) => {
    if (record.kind !== SPEND) return [];
    const whom = isShared(record) ? [] : (["policyKey", "enterpriseUscc"] as const);
    const names = [...whom, "category"] as const;
    return names.filter((name) => !record[name]).map((name) => `$.${name}`);
  },
  examples: {
    meet: [
      ["all three", entry({})],
      [
        "shared among policies",
        entry({ policyKey: null, enterpriseUscc: null, allocations: [{ policyKey: "P-1" }] }),
      ],
      ["an extraction for no policy", inward(EXTRACT, { policyKey: null, enterpriseUscc: null })],
    ],
    break: [
      ["no policy", entry({ policyKey: null })],
      ["no enterprise", entry({ enterpriseUscc: null })],
      ["no category", entry({ category: null })],
    ],
  },
};

const informedOfUse: Rule<FeeEntryStatement> = {
  id: "FEE-21",
  class: RuleClass.LEDGER,
  severity: Severity.REJECT,
  legalBasis: "AQ 9010-2019 7.3",
  zh: "告知投保单位日期只用于支出和退回，且不得晚于今天",
  en: "The day the enterprise was informed is said of what was spent or refunded, by today",
  breaches: ({ kind, enterpriseInformedOn: day }, { clock }) => {
    const isSpent = kind === SPEND || kind === REFUND;
    return day != null && (!isSpent || day > clock.today) ? ["$.enterpriseInformedOn"] : [];
  },
  examples: {
    meet: [
      ["informed today", entry({ enterpriseInformedOn: "2026-06-01" })],
      ["not yet informed", entry({ enterpriseInformedOn: null })],
    ],
    break: [
      ["informed tomorrow", entry({ enterpriseInformedOn: "2026-06-02" })],
      ["of an extraction", inward(EXTRACT, { enterpriseInformedOn: "2026-06-01" })],
    ],
  },
};

/** What a ledger entry is judged by when it arrives. */
export const feeEntryRules: readonly Rule<FeeEntryStatement>[] = [
  requiredFields("SUB-20", FeeEntryRecordInput, exampleFeeEntry, "ENG"),
  positiveAmount,
  noTransferOut,
  noFreeReversal,
  spentOnWhom,
  exactFen("FEE-23", exampleFeeEntry, "amountFen"),
  sharedCosts,
  informedOfUse,
  validUscc("ENT-01", "enterpriseUscc", exampleFeeEntry),
];
