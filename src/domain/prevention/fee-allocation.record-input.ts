import { InputType } from "type-graphql";
import { FenInput, TextInput, WholeInput } from "../../submission/fields/record-field";
import type { Plain } from "../../submission/plain";

/** What one policy bears of a shared spending, reported with the entry. */
@InputType({ description: "费用分摊 What one policy bears of a shared entry." })
export class FeeAllocationRecordInput {
  @TextInput("policy", "保单来源键 Source key of the policy.", { max: 100 })
  policyKey?: string | null;

  @WholeInput(
    "feeDetail",
    "分摊权重 Weight by the basis: premium in yuan, persons, services; equal ones for EQUAL.",
  )
  weight?: number | null;

  @FenInput("feeDetail", "分摊金额（分） Its part of the amount, by largest remainder.")
  amountFen?: string | null;
}

/** Such a record, as rules and tests write it. */
export type FeeAllocationStatement = Plain<FeeAllocationRecordInput>;
