import { InputType } from "type-graphql";
import {
  DayInput,
  InstantInput,
  LongTextInput,
  OneOfInput,
  PartsInput,
  TextInput,
} from "../../submission/fields/record-field";
import { recordInput } from "../../submission/fields/record-input";
import { HazardEventRecordInput, type HazardEventStatement } from "./hazard-event.record-input";
import { HazardLevel } from "./hazard-level";
import type { Plain } from "../../submission/plain";

/** A hazard as it is reported, with the steps taken so far. */
@InputType({ description: "事故隐患报送记录 A hazard as reported." })
export class HazardRecordInput extends recordInput("hazard") {
  @TextInput("hazard", "服务记录来源键 Source key of the service that found it.", { max: 100 })
  serviceRecordKey?: string | null;

  @OneOfInput("hazard", HazardLevel, "隐患等级 General or major.")
  level?: HazardLevel | null;

  @TextInput("hazard", "判定标准条款 Criterion of a major hazard: MH-sector-year-n.", {
    max: 40,
    nullable: true,
  })
  criterionCode?: string | null;

  @LongTextInput("hazardDetail", "隐患描述 What is wrong.")
  description?: string | null;

  @TextInput("hazardDetail", "隐患部位 Where in the enterprise it is.", {
    max: 300,
    nullable: true,
  })
  place?: string | null;

  @InstantInput("hazard", "发现时间 When it was found.")
  foundAt?: string | null;

  @DayInput("hazard", "整改期限 Last day by which it must be rectified.")
  deadline?: string | null;

  @TextInput("hazardDetail", "整改责任人 Who must rectify it.", { max: 60, nullable: true })
  responsiblePerson?: string | null;

  @PartsInput("hazard", HazardEventRecordInput, "处置事件 Steps taken so far, in order.", {
    nullable: true,
  })
  events?: HazardEventStatement[] | null;
}

/** Such a record, as rules and tests write it. */
export type HazardStatement = Plain<HazardRecordInput>;
