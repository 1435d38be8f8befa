import { Extensions, Field, InputType, Int } from "type-graphql";
import { FenScalar } from "../graph/scalars";
import { modelOf } from "../query/entity-model";
import { Acceptance } from "./acceptance";
import type { DeclaredTotals } from "./control-totals";
import type { RecordJson } from "./fields/record-input";
import type { InputClass } from "./fields/record-shape";
import type { RecordType } from "./record-type";
import { SubmissionMode } from "./submission-mode";

/** One submission as it arrives, whatever its type. */
export interface SubmissionInput {
  readonly submissionKey: string;
  readonly mode: SubmissionMode;
  readonly acceptance: Acceptance;
  readonly declared: DeclaredTotals;
  readonly records: readonly RecordJson[];
}

/**
 * Makes the input type of a mutation. Each type has its own, because its fields carry the label of
 * the type's rows: who may not write those may not even send an empty submission.
 */
export function submissionInput(type: RecordType): InputClass {
  const { name, label } = modelOf(type.entity);

  @InputType(`${name}ControlSum`, { description: "金额合计 A declared sum." })
  class ControlSum {
    @Extensions({ label })
    @Field(() => String, { description: `名称 Name: ${type.sums.join(", ") || "none"}.` })
    name!: string;

    @Extensions({ label })
    @Field(() => FenScalar, { description: "合计（分） Sum over all records, in fen." })
    amountFen!: string;
  }

  @InputType(`${name}ControlTotals`, { description: "控制总数 What the submitter says it sends." })
  class ControlTotals {
    @Extensions({ label })
    @Field(() => Int, { description: "条数 Number of records." })
    count!: number;

    @Extensions({ label })
    @Field(() => [ControlSum], {
      defaultValue: [],
      description: `金额合计 Sums to declare: ${type.sums.join(", ") || "none"}.`,
    })
    sums!: ControlSum[];
  }

  @InputType(inputNameOf(type.mutation), { description: "报送 One submission." })
  class Input {
    @Extensions({ label })
    @Field(() => String, {
      description: "报送键 Chosen by the submitter, unique for ever (≤ 100).",
    })
    submissionKey!: string;

    @Extensions({ label })
    @Field(() => SubmissionMode, {
      defaultValue: SubmissionMode.LIVE,
      description: "报送模式 Mode.",
    })
    mode!: SubmissionMode;

    @Extensions({ label })
    @Field(() => Acceptance, {
      defaultValue: Acceptance.PER_RECORD,
      description: "受理方式 What one rejected record means for the others.",
    })
    acceptance!: Acceptance;

    @Extensions({ label })
    @Field(() => ControlTotals, { description: "控制总数 Declared totals." })
    declared!: ControlTotals;

    @Extensions({ label })
    @Field(() => [type.input as never], { description: "记录 1 to 1,000 records." })
    records!: RecordJson[];
  }

  return Input;
}

/** The name of a mutation's input type, e.g. `SubmitPoliciesInput`, `ConfirmServicesInput`. */
export function inputNameOf(mutation: string): string {
  return `${mutation.charAt(0).toUpperCase()}${mutation.slice(1)}Input`;
}
