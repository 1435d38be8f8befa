import { Column, Index } from "typeorm";
import { Decimal, Text, Whole } from "../../graph/fields/field";
import { GraphEntity } from "../../graph/fields/graph-entity";
import { KeyOf, One } from "../../graph/fields/relation";
import { Insurer } from "../registry/insurer.entity";
import { Evaluation } from "./evaluation.entity";
import { evaluationScope } from "./evaluation.scope";

@GraphEntity({
  label: "supervision",
  idPrefix: "evi",
  description: "评估指标 One indicator of an annual evaluation, with its value and score.",
  scope: evaluationScope,
  order: { by: "code", direction: "ASC" },
})
@Index(["insurerId", "sourceKey"], { unique: true })
@Index(["evaluationId", "code"], { unique: true })
export class EvaluationIndicator {
  id!: string;

  @KeyOf(() => Evaluation)
  evaluationId!: string;

  @KeyOf(() => Insurer)
  insurerId!: string;

  /** Private copy of the evaluation's region; limits the rows. */
  @Column({ type: "varchar", length: 9 })
  regionCode!: string;

  @Text("supervision", "指标编码 Code of the indicator.", { max: 40 })
  code!: string;

  @Text("supervision", "指标名称 Name of the indicator.", { max: 100 })
  name!: string;

  @Decimal("supervision", "指标值 Value measured.", { precision: 14, scale: 4, nullable: true })
  value!: string | null;

  @Decimal("supervision", "得分 Score given.", { precision: 7, scale: 2, nullable: true })
  score!: string | null;

  @Text("quality", "来源键 The submitter's own key of the record.", { max: 100 })
  sourceKey!: string;

  @Whole("quality", "版本 Version of the record; a change names the version it builds on.")
  version!: number;

  @One("supervision", () => Evaluation, "evaluationId", "年度评估 The evaluation.")
  evaluation!: Evaluation | null;
}
