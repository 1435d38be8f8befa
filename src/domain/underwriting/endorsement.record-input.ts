import { InputType } from "type-graphql";
import { DayInput, FenInput, TextInput } from "../../submission/fields/record-field";
import { recordInput } from "../../submission/fields/record-input";
import type { Plain } from "../../submission/plain";

/**
 * An endorsement as an insurer reports it. Day and reason are the endorsement's own; those of the
 * envelope speak of a change of the report.
 */
@InputType({ description: "批单报送记录 An endorsement as reported." })
export class EndorsementRecordInput extends recordInput("policy") {
  @TextInput("policy", "保单来源键 Source key of the policy changed.", { max: 100 })
  policyKey?: string | null;

  @DayInput("policy", "批改生效日期 First day on which the change holds.")
  holdsFrom?: string | null;

  @FenInput("price", "保费变动（分） Change of the written premium, negative when lowered, in fen.")
  premiumChangeFen?: string | null;

  @TextInput("policy", "批改原因 Reason of the change.", { max: 300 })
  changeReason?: string | null;
}

/** Such a record, as rules and tests write it. */
export type EndorsementStatement = Plain<EndorsementRecordInput>;
