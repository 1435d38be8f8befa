import { Index } from "typeorm";
import { OneOf, Text, Whole } from "../../graph/fields/field";
import { GraphEntity } from "../../graph/fields/graph-entity";
import { KeyOf, One } from "../../graph/fields/relation";
import { InsuredRow, insuredScope } from "../registry/insured-row";
import { Insurer } from "../registry/insurer.entity";
import { CoInsuranceRole } from "./co-insurance-role";
import { Policy } from "./policy.entity";

/**
 * One insurer's part in a co-insured policy. `insurerId` is, as on every insured row, whose record
 * it is: the insurer of the policy. Who takes part is `coInsurerId`.
 */
@GraphEntity({
  label: "policy",
  idPrefix: "coi",
  description: "共保份额 The part of one insurer in a co-insured policy; parts sum to 10,000 bp.",
  scope: insuredScope,
  order: { by: "insurerName", direction: "ASC" },
})
@Index(["insurerId", "sourceKey"], { unique: true })
@Index(["policyId", "insurerName"])
@Index(["coInsurerId"])
@Index(["enterpriseId", "insurerName"])
@Index(["regionCode", "insurerName"])
export class PolicyCoInsurance extends InsuredRow {
  @KeyOf(() => Policy)
  policyId!: string;

  @One("policy", () => Policy, "policyId", "保单 The co-insured policy.")
  policy!: Policy | null;

  /** Null when the participant is no insurer of the hub. */
  @KeyOf(() => Insurer, { nullable: true })
  coInsurerId!: string | null;

  @One("policy", () => Insurer, "coInsurerId", "共保机构 The insurer taking part, where known.")
  insurer!: Insurer | null;

  @Text("policy", "共保机构名称 Name of the insurer taking part.", { max: 200 })
  insurerName!: string;

  @OneOf("policy", CoInsuranceRole, "共保角色 Leads or follows.")
  role!: CoInsuranceRole;

  @Whole("price", "共保份额（万分之一） Share, in basis points.")
  shareBp!: number;
}
