import { Extensions, Field, ID, Int, ObjectType } from "type-graphql";
import type { Label } from "../../access/label";
import { DayScalar, InstantScalar } from "../../graph/scalars";
import { ChangeReason } from "../change-reason";
import { RecordAction } from "../record-action";

const label: Label = "quality";

function Out(type: () => unknown, description: string, nullable = false): PropertyDecorator {
  return (target, property) => {
    Extensions({ label })(target, property as string);
    Field(type as never, { nullable, description })(target, property);
  };
}

/**
 * What is said of a version; its content is told by `recordAsOf` under the labels of its fields. Nor its digest: the few values a reader may not see could be tried against it.
 */
@ObjectType({ description: "记录版本 One statement about a record." })
export class RecordVersion {
  @Out(() => Int, "版本 Number of the version, from 1.")
  version!: number;

  @Out(() => RecordAction, "动作 What was said.")
  action!: RecordAction;

  @Out(() => DayScalar, "生效日期 Day an amendment applies from.", true)
  effectiveFrom!: string | null;

  @Out(() => ChangeReason, "原因 Why the earlier statement was corrected or taken back.", true)
  reason!: ChangeReason | null;

  @Out(() => InstantScalar, "接收时间 When it was received.")
  receivedAt!: string;

  @Out(() => InstantScalar, "入库时间 When it counted: later if it waited or was held.")
  recordedAt!: string;

  @Out(() => ID, "报送编号 Submission it came with.")
  submissionId!: string;

  @Out(() => String, "规则集版本 Version of the rules it was judged by.")
  ruleSetVersion!: string;
}

@ObjectType({ description: "记录历史 What was said about a record, and when." })
export class RecordHistory {
  @Out(() => ID, "标识 Id of the record.")
  recordId!: string;

  @Out(() => String, "记录类型 Record type.")
  recordType!: string;

  @Out(() => [RecordVersion], "版本 Versions, oldest first; none when there is nothing to see.")
  versions!: RecordVersion[];
}
