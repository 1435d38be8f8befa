import type { Rule } from "../../submission/rule";
import { requiredFields } from "../../submission/rules/record-shape.rules";
import { Severity } from "../../submission/severity";
import { PremiumReceiptKind } from "./premium-receipt-kind";
import {
  PremiumReceiptRecordInput,
  type PremiumReceiptStatement,
} from "./premium-receipt.record-input";

/** A receipt that meets every rule. */
export const exampleReceipt: PremiumReceiptStatement = {
  sourceKey: "R-2026-0001",
  policyKey: "P-2026-0001",
  receivedOn: "2026-06-01",
  amountFen: "5000000",
  kind: PremiumReceiptKind.RECEIPT,
};
const receipt = (change: Partial<PremiumReceiptStatement>): PremiumReceiptStatement => ({
  ...exampleReceipt,
  ...change,
});

const positiveAmount: Rule<PremiumReceiptStatement> = {
  id: "POL-11",
  severity: Severity.REJECT,
  legalBasis: "应急厅函〔2024〕322号第四条",
  zh: "收付金额须大于零，退费用 kind = REFUND 表示",
  en: "The amount is above zero; a refund is reported as kind REFUND",
  breaches: ({ amountFen }) =>
    amountFen != null && BigInt(amountFen) <= 0n ? ["$.amountFen"] : [],
  examples: {
    meet: [
      ["one fen", receipt({ amountFen: "1" })],
      ["a refund of one fen", receipt({ amountFen: "1", kind: PremiumReceiptKind.REFUND })],
    ],
    break: [
      ["nothing", receipt({ amountFen: "0" })],
      ["a refund as a negative receipt", receipt({ amountFen: "-1" })],
    ],
  },
};

/** What a premium receipt is judged by when it arrives. */
export const premiumReceiptRules: readonly Rule<PremiumReceiptStatement>[] = [
  requiredFields("SUB-20", PremiumReceiptRecordInput, exampleReceipt, "ENG"),
  positiveAmount,
];
