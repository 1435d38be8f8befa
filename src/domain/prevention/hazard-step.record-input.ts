import { InputType } from "type-graphql";
import {
  InstantInput,
  LongTextInput,
  OneOfInput,
  TextInput,
} from "../../submission/fields/record-field";
import { recordInput } from "../../submission/fields/record-input";
import type { Plain } from "../../submission/plain";
import { ContactMethod } from "./contact-method";
import { HazardState } from "./hazard-state";
import { RecipientRole } from "./recipient-role";

const may = { nullable: true };

/** A step in the closed loop of a hazard, reported after the hazard itself. */
@InputType({ description: "隐患处置事件报送记录 A step in the closed loop, reported on its own." })
export class HazardStepRecordInput extends recordInput("hazard") {
  @TextInput("hazard", "隐患来源键 Source key of the hazard.", { max: 100 })
  hazardKey?: string | null;

  @OneOfInput("hazard", HazardState, "事件类型 The state this event leads to.")
  kind?: HazardState | null;

  @InstantInput("hazard", "发生时间 When it happened.")
  at?: string | null;

  @TextInput("hazardDetail", "办理人 Who did it.", { max: 60, ...may })
  person?: string | null;

  @TextInput("hazardDetail", "告知对象姓名 Who was notified.", { max: 60, ...may })
  recipient?: string | null;

  @OneOfInput("hazard", RecipientRole, "告知对象身份 Role of who was notified.", may)
  role?: RecipientRole | null;

  @OneOfInput("hazard", ContactMethod, "告知方式 How they were notified.", may)
  method?: ContactMethod | null;

  @TextInput("hazardDetail", "佐证摘要 SHA-256 of the evidence.", { max: 64, ...may })
  evidenceDigest?: string | null;

  @LongTextInput("hazardDetail", "备注 Note.", may)
  note?: string | null;
}

/** Such a record, as rules and tests write it. */
export type HazardStepStatement = Plain<HazardStepRecordInput>;
