import { InputType } from "type-graphql";
import { FenInput, TextInput } from "../../submission/fields/record-field";
import type { Plain } from "../../submission/plain";

/** What a plan sets aside for one service item. */
@InputType({ description: "分项预算 Budget of one service item." })
export class ItemBudgetRecordInput {
  @TextInput("service", "服务项目 Service item, code 01 to 07.", { max: 10 })
  item?: string | null;

  @FenInput("feeDetail", "预算（分） Budget of the item, in fen.")
  amountFen?: string | null;
}

/** Such a part, as rules and tests write it. */
export type ItemBudgetStatement = Plain<ItemBudgetRecordInput>;
