import { Index } from "typeorm";
import { Day, Fen, Text } from "../../graph/fields/field";
import { GraphEntity } from "../../graph/fields/graph-entity";
import { KeyOf, One } from "../../graph/fields/relation";
import { InsuredRow, insuredScope } from "../registry/insured-row";
import { Policy } from "./policy.entity";

@GraphEntity({
  label: "policy",
  idPrefix: "end",
  description: "批单 An endorsement: a change of a policy during its period.",
  scope: insuredScope,
  order: { by: "effectiveFrom", direction: "DESC" },
})
@Index(["insurerId", "sourceKey"], { unique: true })
@Index(["policyId", "effectiveFrom"])
@Index(["insurerId", "effectiveFrom"])
@Index(["enterpriseId", "effectiveFrom"])
@Index(["regionCode", "effectiveFrom"])
export class Endorsement extends InsuredRow {
  @KeyOf(() => Policy)
  policyId!: string;

  @One("policy", () => Policy, "policyId", "保单 The policy changed.")
  policy!: Policy | null;

  @Day("policy", "批改生效日期 First day on which the change holds.")
  effectiveFrom!: string;

  @Fen("price", "保费变动（分） Change of the written premium, negative when lowered, in fen.")
  premiumChangeFen!: string;

  @Text("policy", "批改原因 Reason of the change.", { max: 300 })
  reason!: string;
}
