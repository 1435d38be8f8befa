import { Column, Index } from "typeorm";
import { LongText, OneOf, Text, Whole } from "../../graph/fields/field";
import { GraphEntity } from "../../graph/fields/graph-entity";
import { KeyOf, One } from "../../graph/fields/relation";
import { Insurer } from "../registry/insurer.entity";
import { EvaluationGrade } from "./evaluation-grade";
import { evaluationScope } from "./evaluation.scope";

@GraphEntity({
  label: "supervision",
  idPrefix: "evl",
  description: "年度评估 The annual evaluation of an insurer's prevention services in a region.",
  scope: { ...evaluationScope, existing: "{t}.voided = 0" },
  order: { by: "year", direction: "DESC" },
})
@Index(["insurerId", "sourceKey"], { unique: true })
@Index(["insurerId", "year"])
@Index(["regionCode", "year"])
export class Evaluation {
  id!: string;

  @KeyOf(() => Insurer)
  insurerId!: string;

  @Text("supervision", "行政区划代码 Region evaluated, GB/T 2260.", { max: 9, region: true })
  regionCode!: string;

  @Whole("supervision", "评估年度 Year evaluated.")
  year!: number;

  @OneOf("supervision", EvaluationGrade, "评估等级 Grade given.")
  grade!: EvaluationGrade;

  @LongText("supervision", "评估报告 Report.", { nullable: true })
  report!: string | null;

  @Text("quality", "来源键 The submitter's own key of the record.", { max: 100 })
  sourceKey!: string;

  @Whole("quality", "版本 Version of the record; a change names the version it builds on.")
  version!: number;

  /** 1 when the record was voided: the row stays, and nobody sees it. */
  @Column({ type: "tinyint", default: 0 })
  voided!: number;

  @One("supervision", () => Insurer, "insurerId", "被评估机构 The insurer evaluated.")
  insurer!: Insurer | null;
}
