import { defineRecordType } from "../../submission/record-type";
import { insuredCopies } from "../registry/references";
import { waitingDeadline } from "../registry/waiting-deadline";
import { PremiumReceipt } from "./premium-receipt.entity";
import {
  PremiumReceiptRecordInput,
  type PremiumReceiptStatement,
} from "./premium-receipt.record-input";
import { exampleReceipt, premiumReceiptRules } from "./premium-receipt.rules";
import { toPolicy } from "./to-policy";

/** How premium receipts are reported. */
export const premiumReceiptRecordType = defineRecordType<PremiumReceiptStatement>({
  name: "premiumReceipt",
  mutation: "submitPremiumReceipts",
  submitters: ["INSURER"],
  entity: PremiumReceipt,
  input: PremiumReceiptRecordInput,
  sums: ["amountFen"],
  businessDay: "receivedOn",
  rules: premiumReceiptRules,
  example: exampleReceipt,
  references: [toPolicy("SUB-22", insuredCopies)],
  waitsUntil: waitingDeadline,
});
