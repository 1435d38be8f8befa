import { InputType } from "type-graphql";
import {
  FenInput,
  InstantInput,
  OneOfInput,
  TextInput,
  WholeInput,
} from "../../submission/fields/record-field";
import { recordInput } from "../../submission/fields/record-input";
import type { Plain } from "../../submission/plain";
import { AccidentGrade } from "./accident-grade";

/** An accident as emergency management recorded it. */
@InputType({ description: "生产安全事故报告报送记录 An accident report as an authority keeps it." })
export class AccidentReportRecordInput extends recordInput("supervision") {
  @TextInput("enterprise", "事故单位统一社会信用代码 Code of the enterprise.", { max: 18 })
  enterpriseUscc?: string | null;

  @TextInput("supervision", "事故发生地行政区划代码 Region of the accident, GB/T 2260.", { max: 9 })
  placeRegionCode?: string | null;

  @InstantInput("supervision", "事故发生时间 When the accident happened.")
  occurredAt?: string | null;

  @OneOfInput("supervision", AccidentGrade, "事故等级 Grade; recomputed, never trusted.", {
    nullable: true,
  })
  grade?: AccidentGrade | null;

  @WholeInput("supervision", "死亡人数 Number of deaths.")
  deaths?: number | null;

  @WholeInput("supervision", "受伤人数 Number of persons injured, seriously or not.")
  injuries?: number | null;

  @WholeInput("supervision", "其中重伤人数 Of them seriously injured; for the grade.")
  seriousInjuries?: number | null;

  @FenInput("supervision", "直接经济损失（分） Direct economic loss, for the grade, in fen.", {
    nullable: true,
  })
  directLossFen?: string | null;
}

/** Such a record, as rules and tests write it. */
export type AccidentReportStatement = Plain<AccidentReportRecordInput>;
