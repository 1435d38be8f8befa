import { InputType } from "type-graphql";
import { DecimalInput, TextInput } from "../../submission/fields/record-field";
import type { Plain } from "../../submission/plain";

/** One indicator of an evaluation, reported with it. */
@InputType({ description: "评估指标 One indicator of an evaluation." })
export class EvaluationIndicatorRecordInput {
  @TextInput("supervision", "指标编码 Code of the indicator.", { max: 40 })
  code?: string | null;

  @TextInput("supervision", "指标名称 Name of the indicator.", { max: 100 })
  name?: string | null;

  @DecimalInput("supervision", "指标值 Value measured.", {
    precision: 14,
    scale: 4,
    nullable: true,
  })
  value?: string | null;

  @DecimalInput("supervision", "得分 Score given.", { precision: 7, scale: 2, nullable: true })
  score?: string | null;
}

/** Such a part, as rules and tests write it. */
export type EvaluationIndicatorStatement = Plain<EvaluationIndicatorRecordInput>;
