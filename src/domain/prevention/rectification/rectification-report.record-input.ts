import { InputType } from "type-graphql";
import { InstantInput, LongTextInput, TextInput } from "../../../submission/fields/record-field";
import { recordInput } from "../../../submission/fields/record-input";
import type { Plain } from "../../../submission/plain";

const may = { nullable: true };

/** A rectification as the enterprise reports it. It reads the id of the hazard in the graph. */
@InputType({ description: "整改报告报送记录 A rectification as the enterprise reports it." })
export class RectificationReportRecordInput extends recordInput("hazard") {
  @TextInput("hazard", "隐患标识 Id of the hazard.", { max: 24 })
  hazardId?: string | null;

  @InstantInput("hazard", "开始整改时间 When rectification began.")
  startedAt?: string | null;

  @InstantInput("hazard", "完成整改时间 When it was done; none while it goes on.", may)
  rectifiedAt?: string | null;

  @TextInput("hazardDetail", "整改人 Who rectified it.", { max: 60, ...may })
  person?: string | null;

  @LongTextInput("hazardDetail", "整改措施 What was done.", may)
  measures?: string | null;

  @TextInput("hazardDetail", "佐证摘要 SHA-256 of the evidence.", { max: 64, ...may })
  evidenceDigest?: string | null;
}

/** Such a record, as rules and tests write it. */
export type RectificationReportStatement = Plain<RectificationReportRecordInput>;
