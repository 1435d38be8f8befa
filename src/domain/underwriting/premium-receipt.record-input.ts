import { InputType } from "type-graphql";
import { DayInput, FenInput, OneOfInput, TextInput } from "../../submission/fields/record-field";
import { recordInput } from "../../submission/fields/record-input";
import { PremiumReceiptKind } from "./premium-receipt-kind";
import type { Plain } from "../../submission/plain";

/** Premium received or refunded, as an insurer reports it. */
@InputType({ description: "保费收退报送记录 A premium receipt as reported." })
export class PremiumReceiptRecordInput extends recordInput("price") {
  @TextInput("policy", "保单来源键 Source key of the policy paid for.", { max: 100 })
  policyKey?: string | null;

  @DayInput("price", "收付日期 Day the money was received or paid back.")
  receivedOn?: string | null;

  @FenInput("price", "金额（分） Amount, positive for both kinds, in fen.")
  amountFen?: string | null;

  @OneOfInput("price", PremiumReceiptKind, "收费类型 Received or refunded.")
  kind?: PremiumReceiptKind | null;
}

/** Such a record, as rules and tests write it. */
export type PremiumReceiptStatement = Plain<PremiumReceiptRecordInput>;
