import { Extensions, Field, ID, Int, ObjectType, registerEnumType } from "type-graphql";
import type { Label } from "../../access/label";
import { InstantScalar } from "../../graph/scalars";
import type { Finding } from "../rule";
import { RecordFinding } from "../submit-result";

const label: Label = "quality";

/** What an officer decided. */
export enum HeldDecisionMade {
  RELEASED = "RELEASED",
  DISCARDED = "DISCARDED",
}

registerEnumType(HeldDecisionMade, {
  name: "HeldDecisionMade",
  description: "放行决定 What was decided about a held submission.",
  valuesConfig: {
    RELEASED: { description: "放行" },
    DISCARDED: { description: "不予受理" },
  },
});

function Out(type: () => unknown, description: string, nullable = false): PropertyDecorator {
  return (target, property) => {
    Extensions({ label })(target, property as string);
    Field(type as never, { nullable, description })(target, property);
  };
}

@ObjectType({
  description: "暂缓批次 A submission of which nothing is applied until it is decided.",
})
export class HeldSubmission {
  @Out(() => ID, "报送编号 Id of the submission.")
  submissionId!: string;

  @Out(() => String, "报送机构 Code of the organisation that submitted.")
  submitter!: string;

  @Out(() => String, "报送键 The submitter's key.")
  submissionKey!: string;

  @Out(() => String, "记录类型 Type of its records.")
  recordType!: string;

  @Out(() => Int, "记录条数 Number of its records.")
  records!: number;

  @Out(() => [RecordFinding], "暂缓原因 Broken rules that hold it.")
  findings!: Finding[];

  @Out(() => InstantScalar, "暂缓时间 Since when it is held.")
  heldAt!: string;

  @Out(() => String, "决定机关 Organisation type that decides.")
  regulator!: string;

  @Out(() => HeldDecisionMade, "决定 What was decided; null: nothing yet.", true)
  decision!: HeldDecisionMade | null;

  @Out(() => InstantScalar, "决定时间 When it was decided.", true)
  decidedAt!: string | null;

  @Out(() => String, "决定说明 What the officer noted.", true)
  note!: string | null;
}
