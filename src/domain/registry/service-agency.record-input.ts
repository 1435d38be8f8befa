import { InputType } from "type-graphql";
import { DayInput, PartsInput, TextInput } from "../../submission/fields/record-field";
import { recordInput } from "../../submission/fields/record-input";
import type { Plain } from "../../submission/plain";
import {
  ServiceAgencyQualificationRecordInput,
  type QualificationStatement,
} from "./service-agency-qualification.record-input";

/** A service agency as one insurer states it, with what it is qualified for. */
@InputType({ description: "服务机构报送记录 A service agency as one insurer states it." })
export class ServiceAgencyRecordInput extends recordInput("service") {
  @TextInput("service", "统一社会信用代码 Unified social credit code.", { max: 18 })
  uscc?: string | null;

  @DayInput("service", "信息截止日期 Day as of which all of this holds.")
  asOf?: string | null;

  @TextInput("service", "机构名称 Name.", { max: 200 })
  name?: string | null;

  @PartsInput("service", ServiceAgencyQualificationRecordInput, "资质 What it may do.", {
    nullable: true,
  })
  qualifications?: QualificationStatement[] | null;
}

/** Such a record, as rules and tests write it. */
export type ServiceAgencyStatement = Plain<ServiceAgencyRecordInput>;
