import { Extensions, Field, Int, ObjectType } from "type-graphql";
import type { Label } from "../../access/label";
import { DayScalar, InstantScalar } from "../../graph/scalars";
import { StreamDayState } from "./stream-day-state";

const label: Label = "quality";

function Out(type: () => unknown, description: string, nullable = false): PropertyDecorator {
  return (target, property) => {
    Extensions({ label })(target, property as string);
    Field(type as never, { nullable, description })(target, property);
  };
}

@ObjectType({ description: "报送日 One day of a stream." })
export class StreamDay {
  @Out(() => DayScalar, "业务日期 The day the records are about.")
  day!: string;

  @Out(() => DayScalar, "报送期限 Last day to report it (T+1 working day).")
  dueOn!: string;

  @Out(() => StreamDayState, "状态 What became of it.")
  state!: StreamDayState;

  @Out(() => Int, "记录条数 Records received, those that wait included.")
  records!: number;

  @Out(() => Int, "等待条数 Records that wait for others.")
  waiting!: number;

  @Out(() => Int, "逾期条数 Records received after the due day (SUB-11).")
  lateRecords!: number;

  @Out(() => InstantScalar, "首次接收时间 When the first of them was received.", true)
  firstReceivedAt!: string | null;

  @Out(() => InstantScalar, "申明时间 When it was declared that there is nothing to report.", true)
  nilDeclaredAt!: string | null;

  @Out(() => Boolean, "申明与报送矛盾 Nothing to report was declared, and there are records.")
  isContradicted!: boolean;

  @Out(() => [String], "违反的规则 Broken rules: REC-01 missing, SUB-11 late.")
  brokenRules!: readonly string[];
}

@ObjectType({ description: "报送流 What one insurer reports of one record type, day by day." })
export class SubmissionStream {
  @Out(() => String, "报送机构 Code of the insurer.")
  insurer!: string;

  @Out(() => String, "记录类型 Record type.")
  recordType!: string;

  @Out(() => Int, "暂缓批次 Submissions that are held and not decided.")
  heldSubmissions!: number;

  @Out(() => [StreamDay], "报送日 Working days, and other days with records; oldest first.")
  days!: readonly StreamDay[];
}

@ObjectType({ description: "无数据申明 That there is nothing to report of a day." })
export class NilDeclaration {
  @Out(() => String, "记录类型 Record type.")
  recordType!: string;

  @Out(() => DayScalar, "业务日期 The day.")
  day!: string;

  @Out(() => InstantScalar, "申明时间 When it was declared first.")
  declaredAt!: string;
}
