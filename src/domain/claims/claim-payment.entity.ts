import { Index } from "typeorm";
import { Fen, Instant, OneOf, Text } from "../../graph/fields/field";
import { GraphEntity } from "../../graph/fields/graph-entity";
import { KeyOf, One } from "../../graph/fields/relation";
import { InsuredRow, insuredScope } from "../registry/insured-row";
import { ClaimHead } from "./claim-head";
import { ClaimPaymentKind } from "./claim-payment-kind";
import { Claim } from "./claim.entity";

@GraphEntity({
  label: "claim",
  idPrefix: "pay",
  description: "赔付记录 A payment on a claim.",
  scope: { ...insuredScope, claim: { column: "claim_id" } },
  order: { by: "paidAt", direction: "DESC" },
})
@Index(["insurerId", "sourceKey"], { unique: true })
@Index(["claimId", "paidAt"])
@Index(["insurerId", "paidAt"])
@Index(["enterpriseId", "paidAt"])
@Index(["regionCode", "paidAt"])
export class ClaimPayment extends InsuredRow {
  @KeyOf(() => Claim)
  claimId!: string;

  @One("claim", () => Claim, "claimId", "理赔案件 The claim paid on.")
  claim!: Claim | null;

  @Instant("claim", "支付时间 When the money was paid, or came back.")
  paidAt!: string;

  @OneOf("claim", ClaimPaymentKind, "赔付类型 Kind of payment.")
  kind!: ClaimPaymentKind;

  @OneOf("claim", ClaimHead, "赔付项目 Head of loss paid for.")
  head!: ClaimHead;

  @Fen("claimMoney", "金额（分） Amount, positive for every kind, in fen.")
  amountFen!: string;

  @Text("claimant", "收款人 Name of the payee.", { max: 200, mask: "name" })
  payee!: string;
}
