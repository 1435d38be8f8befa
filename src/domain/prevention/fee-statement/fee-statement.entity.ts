import { Column, Index } from "typeorm";
import { Day, Fen, Text, Whole } from "../../../graph/fields/field";
import { GraphEntity } from "../../../graph/fields/graph-entity";
import { KeyOf, One } from "../../../graph/fields/relation";
import { Insurer } from "../../registry/insurer.entity";
import { ledgerScope } from "../fee-entry.scope";

@GraphEntity({
  label: "feeDetail",
  idPrefix: "fst",
  description: "台账结账表 What an insurer's ledger of a city came to when a month was closed.",
  scope: { ...ledgerScope, existing: "{t}.voided = 0" },
  order: { by: "monthEnd", direction: "DESC" },
})
@Index(["insurerId", "sourceKey"], { unique: true })
@Index(["insurerId", "monthEnd"])
@Index(["regionCode", "monthEnd"])
export class FeeStatement {
  id!: string;

  @KeyOf(() => Insurer)
  insurerId!: string;

  @Text("feeDetail", "行政区划代码 City whose ledger it is.", { max: 9, region: true })
  regionCode!: string;

  @Whole("feeDetail", "台账年度 Year of the ledger.")
  year!: number;

  @Whole("feeDetail", "结账月份 Month that was closed.")
  month!: number;

  @Day("feeDetail", "月末日 Last day of the month.")
  monthEnd!: string;

  @Fen("feeDetail", "本年累计提取（分） Extracted since the start of the year, less reversals.")
  extractedFen!: string;

  @Fen("feeDetail", "本年累计支出（分） Spent since the start of the year, less reversals.")
  spentFen!: string;

  @Fen("feeDetail", "本年累计退回（分） Refunded since the start of the year, less reversals.")
  refundedFen!: string;

  @Fen("feeDetail", "月末资金余额（分） What the fund of all years held at the end of the month.")
  balanceFen!: string;

  @Fen("feeDetail", "总账控制科目余额（分） Balance of the control account of the general ledger.")
  glControlBalanceFen!: string;

  @Text("quality", "来源键 The submitter's own key of the record.", { max: 100 })
  sourceKey!: string;

  @Whole("quality", "版本 Version of the record; a change names the version it builds on.")
  version!: number;

  /** 1 when the record was voided: the row stays, and nobody sees it. */
  @Column({ type: "tinyint", default: 0 })
  voided!: number;

  @One("feeDetail", () => Insurer, "insurerId", "保险机构 The insurer whose ledger it is.")
  insurer!: Insurer | null;
}
