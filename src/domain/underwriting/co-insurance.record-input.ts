import { InputType } from "type-graphql";
import { OneOfInput, TextInput, WholeInput } from "../../submission/fields/record-field";
import { CoInsuranceRole } from "./co-insurance-role";
import type { Plain } from "../../submission/plain";

/** One insurer's part in a co-insured policy, as reported with the policy. */
@InputType({ description: "共保份额 The part of one insurer." })
export class CoInsuranceRecordInput {
  @TextInput("policy", "机构编码 Institution code, where it is an insurer of the hub.", {
    max: 30,
    nullable: true,
  })
  insurerCode?: string | null;

  @TextInput("policy", "共保机构名称 Name of the insurer taking part.", { max: 200 })
  insurerName?: string | null;

  @OneOfInput("policy", CoInsuranceRole, "共保角色 Leads or follows.")
  role?: CoInsuranceRole | null;

  @WholeInput("price", "共保份额（万分之一） Share, in basis points.")
  shareBp?: number | null;
}

/** Such a record, as rules and tests write it. */
export type CoInsuranceStatement = Plain<CoInsuranceRecordInput>;
