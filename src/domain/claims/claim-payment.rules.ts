import type { Rule } from "../../submission/rule";
import { RuleClass } from "../../submission/rule-class";
import { requiredFields } from "../../submission/rules/record-shape.rules";
import { happened } from "../../submission/rules/value.rules";
import { Severity } from "../../submission/severity";
import { ClaimHead } from "./claim-head";
import { ClaimPaymentKind } from "./claim-payment-kind";
import { ClaimPaymentRecordInput, type ClaimPaymentStatement } from "./claim-payment.record-input";

/** A payment that meets every rule. */
export const exampleClaimPayment: ClaimPaymentStatement = {
  sourceKey: "Q-2026-0001",
  claimKey: "C-2026-0001",
  paidAt: "2026-06-01T03:30:00.000000Z",
  kind: ClaimPaymentKind.SETTLEMENT,
  head: ClaimHead.EMPLOYEE_INJURY,
  amountFen: "8000000",
  payee: "张三",
};
const payment = (change: Partial<ClaimPaymentStatement>): ClaimPaymentStatement => ({
  ...exampleClaimPayment,
  ...change,
});

const positiveAmount: Rule<ClaimPaymentStatement> = {
  id: "CLM-07",
  class: RuleClass.LEDGER,
  severity: Severity.REJECT,
  legalBasis: "ENG",
  zh: "赔付金额须大于零，追回赔款用 kind = RECOVERY 表示",
  en: "The amount is above zero; money that came back is reported as kind RECOVERY",
  breaches: ({ amountFen }) =>
    amountFen != null && BigInt(amountFen) <= 0n ? ["$.amountFen"] : [],
  examples: {
    meet: [
      ["one fen", payment({ amountFen: "1" })],
      ["one fen recovered", payment({ amountFen: "1", kind: ClaimPaymentKind.RECOVERY })],
    ],
    break: [
      ["nothing", payment({ amountFen: "0" })],
      ["a recovery as a negative payment", payment({ amountFen: "-1" })],
    ],
  },
};

/** What a claim payment is judged by when it arrives. */
export const claimPaymentRules: readonly Rule<ClaimPaymentStatement>[] = [
  requiredFields("SUB-20", ClaimPaymentRecordInput, exampleClaimPayment, "ENG"),
  positiveAmount,
  happened(exampleClaimPayment, "paidAt"),
];
