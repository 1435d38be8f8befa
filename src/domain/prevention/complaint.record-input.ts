import { InputType } from "type-graphql";
import {
  InstantInput,
  LongTextInput,
  OneOfInput,
  TextInput,
  YesNoInput,
} from "../../submission/fields/record-field";
import { recordInput } from "../../submission/fields/record-input";
import type { Plain } from "../../submission/plain";
import { ComplaintResult } from "./complaint-result";

const may = { nullable: true };

/** A complaint as the insurer complained about reports it, with its answer. */
@InputType({ description: "投诉报送记录 A complaint as reported." })
export class ComplaintRecordInput extends recordInput("supervision") {
  @TextInput("enterprise", "投诉单位统一社会信用代码 Code of the enterprise that complained.", {
    max: 18,
  })
  enterpriseUscc?: string | null;

  @InstantInput("supervision", "投诉时间 When it was filed.")
  filedAt?: string | null;

  @LongTextInput("supervision", "投诉内容 What it is about.")
  content?: string | null;

  @YesNoInput("supervision", "需核实 It needs verifying: 30 days instead of 10 working days.")
  needsVerifying?: boolean | null;

  @InstantInput("supervision", "批准延期时间 When an extension by 30 days was approved.", may)
  extendedAt?: string | null;

  @InstantInput("supervision", "答复时间 When it was answered.", may)
  repliedAt?: string | null;

  @OneOfInput("supervision", ComplaintResult, "处理结果 How it ended.", may)
  result?: ComplaintResult | null;

  @LongTextInput("supervision", "答复内容 What was answered.", may)
  reply?: string | null;
}

/** Such a record, as rules and tests write it. */
export type ComplaintStatement = Plain<ComplaintRecordInput>;
