import { Column, Index } from "typeorm";
import { Fen, Text, Whole } from "../../graph/fields/field";
import { GraphEntity } from "../../graph/fields/graph-entity";
import { KeyOf, One } from "../../graph/fields/relation";
import { Insurer } from "../registry/insurer.entity";
import { Policy } from "../underwriting/policy.entity";
import { FeeEntry } from "./fee-entry.entity";
import { ledgerScope } from "./fee-entry.scope";

@GraphEntity({
  label: "feeDetail",
  idPrefix: "fal",
  description: "费用分摊 What one policy bears of a ledger entry that several share.",
  scope: ledgerScope,
  order: { by: "id", direction: "ASC" },
})
@Index(["insurerId", "sourceKey"], { unique: true })
@Index(["feeEntryId", "policyId"], { unique: true })
@Index(["policyId"])
@Index(["regionCode"])
export class FeeAllocation {
  id!: string;

  @KeyOf(() => Insurer)
  insurerId!: string;

  /** Copied from the entry, private: whose ledger it is. */
  @Column({ type: "varchar", length: 9 })
  regionCode!: string;

  @KeyOf(() => FeeEntry)
  feeEntryId!: string;

  @KeyOf(() => Policy)
  policyId!: string;

  @Whole("feeDetail", "分摊权重 Weight by the basis of the entry.")
  weight!: number;

  @Fen("feeDetail", "分摊金额（分） What this policy bears, in fen.")
  amountFen!: string;

  @Text("quality", "来源键 Key of the part: its entry and its place in it.", { max: 100 })
  sourceKey!: string;

  @Whole("quality", "版本 Version of the entry it came with.")
  version!: number;

  @One("feeDetail", () => FeeEntry, "feeEntryId", "台账分录 The entry that is shared.")
  feeEntry!: FeeEntry | null;

  @One("policy", () => Policy, "policyId", "保单 The policy that bears it.")
  policy!: Policy | null;
}
