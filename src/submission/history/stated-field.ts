import { Extensions, Field, ID, Int, ObjectType, registerEnumType } from "type-graphql";
import type { Label } from "../../access/label";
import { InstantScalar } from "../../graph/scalars";

const label: Label = "quality";

/** How a stated field is told to this caller. */
export enum StatedSight {
  PLAIN = "PLAIN",
  MASKED = "MASKED",
  WITHHELD = "WITHHELD",
}

registerEnumType(StatedSight, {
  name: "StatedSight",
  description: "内容可见方式 How a stated field is told to the caller.",
  valuesConfig: {
    PLAIN: { description: "原文" },
    MASKED: { description: "脱敏" },
    WITHHELD: { description: "无权查看" },
  },
});

function Out(type: () => unknown, description: string, nullable = false): PropertyDecorator {
  return (target, property) => {
    Extensions({ label })(target, property as string);
    Field(type as never, { nullable, description })(target, property);
  };
}

@ObjectType({ description: "报送内容项 One stated field, under the label it was stated under." })
export class StatedField {
  @Out(() => String, "路径 JSON path in the record; `[]` stands for every part.")
  path!: string;

  @Out(() => String, "标签 Label of the data it holds.")
  label!: string;

  @Out(() => StatedSight, "可见方式 Plain, masked, or withheld whether it was stated or not.")
  sight!: StatedSight;

  @Out(() => String, "内容 What was stated; null exactly when it is withheld.", true)
  value!: string | null;

  @Out(() => String, "依据 Legal basis on which it is withheld.", true)
  legalBasis!: string | null;

  @Out(() => String, "授权方 Organisation type that could grant it.", true)
  grantedBy!: string | null;
}

@ObjectType({ description: "记录存档内容 What a record said, as the hub knew it." })
export class RecordContent {
  @Out(() => ID, "标识 Id of the record.")
  recordId!: string;

  @Out(() => String, "记录类型 Record type.")
  recordType!: string;

  @Out(() => Int, "版本 Number of the version that says so.")
  version!: number;

  @Out(() => InstantScalar, "入库时间 When that version counted.")
  recordedAt!: string;

  @Out(() => [StatedField], "内容 Its fields, and which of them are withheld.")
  fields!: StatedField[];
}
