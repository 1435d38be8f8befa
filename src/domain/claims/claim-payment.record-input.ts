import { InputType } from "type-graphql";
import {
  FenInput,
  InstantInput,
  OneOfInput,
  TextInput,
} from "../../submission/fields/record-field";
import { recordInput } from "../../submission/fields/record-input";
import type { Plain } from "../../submission/plain";
import { ClaimHead } from "./claim-head";
import { ClaimPaymentKind } from "./claim-payment-kind";

/** A payment on a claim as an insurer reports it. */
@InputType({ description: "赔付报送记录 A claim payment as reported." })
export class ClaimPaymentRecordInput extends recordInput("claim") {
  @TextInput("claim", "案件来源键 Source key of the claim paid on.", { max: 100 })
  claimKey?: string | null;

  @InstantInput("claim", "支付时间 When the money was paid, or came back.")
  paidAt?: string | null;

  @OneOfInput("claim", ClaimPaymentKind, "赔付类型 Kind of payment.")
  kind?: ClaimPaymentKind | null;

  @OneOfInput("claim", ClaimHead, "赔付项目 Head of loss paid for.")
  head?: ClaimHead | null;

  @FenInput("claimMoney", "金额（分） Amount, positive for every kind, in fen.")
  amountFen?: string | null;

  @TextInput("claimant", "收款人 Name of the payee.", { max: 200 })
  payee?: string | null;
}

/** Such a record, as rules and tests write it. */
export type ClaimPaymentStatement = Plain<ClaimPaymentRecordInput>;
