import { InputType } from "type-graphql";
import { FenInput, TextInput, WholeInput } from "../../../submission/fields/record-field";
import { recordInput } from "../../../submission/fields/record-input";
import type { Plain } from "../../../submission/plain";

/** What an insurer's ledger of one city came to when a month was closed. */
@InputType({ description: "台账结账表报送记录 The ledger at the close of a month as reported." })
export class FeeStatementRecordInput extends recordInput("feeDetail") {
  @TextInput("feeDetail", "行政区划代码 City whose ledger it is, four digits.", { max: 9 })
  regionCode?: string | null;

  @WholeInput("feeDetail", "台账年度 Year of the ledger.")
  year?: number | null;

  @WholeInput("feeDetail", "结账月份 Month that is closed, 1 to 12.")
  month?: number | null;

  @FenInput("feeDetail", "本年累计提取（分） Extracted since the start of the year.")
  extractedFen?: string | null;

  @FenInput("feeDetail", "本年累计支出（分） Spent since the start of the year.")
  spentFen?: string | null;

  @FenInput("feeDetail", "本年累计退回（分） Refunded since the start of the year.")
  refundedFen?: string | null;

  @FenInput("feeDetail", "月末资金余额（分） What the fund held at the end of the month.")
  balanceFen?: string | null;

  @FenInput(
    "feeDetail",
    "总账控制科目余额（分） Balance of the control account of the general ledger.",
  )
  glControlBalanceFen?: string | null;
}

/** Such a record, as rules and tests write it. */
export type StatedFeeStatement = Plain<FeeStatementRecordInput>;
