import { Index } from "typeorm";
import { Day, Fen, OneOf } from "../../graph/fields/field";
import { GraphEntity } from "../../graph/fields/graph-entity";
import { KeyOf, One } from "../../graph/fields/relation";
import { InsuredRow, insuredScope } from "../registry/insured-row";
import { Policy } from "./policy.entity";
import { PremiumReceiptKind } from "./premium-receipt-kind";

@GraphEntity({
  label: "price",
  idPrefix: "rcp",
  description: "保费收退记录 Premium received or refunded.",
  scope: insuredScope,
  order: { by: "receivedOn", direction: "DESC" },
})
@Index(["insurerId", "sourceKey"], { unique: true })
@Index(["policyId", "receivedOn"])
@Index(["insurerId", "receivedOn"])
@Index(["enterpriseId", "receivedOn"])
@Index(["regionCode", "receivedOn"])
export class PremiumReceipt extends InsuredRow {
  @KeyOf(() => Policy)
  policyId!: string;

  @One("policy", () => Policy, "policyId", "保单 The policy paid for.")
  policy!: Policy | null;

  @Day("price", "收付日期 Day the money was received or paid back.")
  receivedOn!: string;

  @Fen("price", "金额（分） Amount, positive for both kinds, in fen.")
  amountFen!: string;

  @OneOf("price", PremiumReceiptKind, "收费类型 Received or refunded.")
  kind!: PremiumReceiptKind;
}
