import { Index } from "typeorm";
import { Instant, LongText, OneOf, YesNo } from "../../graph/fields/field";
import { GraphEntity } from "../../graph/fields/graph-entity";
import { One } from "../../graph/fields/relation";
import { Enterprise } from "../registry/enterprise.entity";
import { insuredScope, InsuredRow } from "../registry/insured-row";
import { Insurer } from "../registry/insurer.entity";
import { ComplaintResult } from "./complaint-result";

@GraphEntity({
  label: "supervision",
  idPrefix: "cmp",
  description: "投诉 A complaint of an enterprise about prevention services (AQ 9010-2019).",
  scope: insuredScope,
  order: { by: "filedAt", direction: "DESC" },
})
@Index(["insurerId", "sourceKey"], { unique: true })
@Index(["insurerId", "filedAt"])
@Index(["enterpriseId", "filedAt"])
@Index(["regionCode", "filedAt"])
export class Complaint extends InsuredRow {
  @Instant("supervision", "投诉时间 When it was filed.")
  filedAt!: string;

  @LongText("supervision", "投诉内容 What it is about.")
  content!: string;

  @YesNo(
    "supervision",
    "需核实 It needs verifying, which gives 30 days instead of 10 working days.",
  )
  needsVerifying!: boolean;

  @Instant("supervision", "批准延期时间 When an extension by 30 days was approved.", {
    nullable: true,
  })
  extendedAt!: string | null;

  @Instant("supervision", "答复时间 When it was answered.", { nullable: true })
  repliedAt!: string | null;

  @OneOf("supervision", ComplaintResult, "处理结果 How it ended.", { nullable: true })
  result!: ComplaintResult | null;

  @LongText("supervision", "答复内容 What was answered.", { nullable: true })
  reply!: string | null;

  @One("enterprise", () => Enterprise, "enterpriseId", "投诉单位 The enterprise that complained.")
  enterprise!: Enterprise | null;

  @One("supervision", () => Insurer, "insurerId", "被投诉机构 The insurer complained about.")
  insurer!: Insurer | null;
}
