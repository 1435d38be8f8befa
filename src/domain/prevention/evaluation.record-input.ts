import { InputType } from "type-graphql";
import {
  LongTextInput,
  OneOfInput,
  PartsInput,
  TextInput,
  WholeInput,
} from "../../submission/fields/record-field";
import { recordInput } from "../../submission/fields/record-input";
import type { Plain } from "../../submission/plain";
import { EvaluationGrade } from "./evaluation-grade";
import {
  EvaluationIndicatorRecordInput,
  type EvaluationIndicatorStatement,
} from "./evaluation-indicator.record-input";

/** The annual evaluation of an insurer's own services in a region, with its indicators. */
@InputType({ description: "年度评估报送记录 An annual evaluation as reported." })
export class EvaluationRecordInput extends recordInput("supervision") {
  @TextInput("supervision", "行政区划代码 Region evaluated, GB/T 2260.", { max: 9 })
  regionCode?: string | null;

  @WholeInput("supervision", "评估年度 Year evaluated.")
  year?: number | null;

  @OneOfInput("supervision", EvaluationGrade, "评估等级 Grade given.")
  grade?: EvaluationGrade | null;

  @LongTextInput("supervision", "评估报告 Report.", { nullable: true })
  report?: string | null;

  @PartsInput("supervision", EvaluationIndicatorRecordInput, "评估指标 Its indicators.", {
    nullable: true,
  })
  indicators?: EvaluationIndicatorStatement[] | null;
}

/** Such a record, as rules and tests write it. */
export type EvaluationStatement = Plain<EvaluationRecordInput>;
