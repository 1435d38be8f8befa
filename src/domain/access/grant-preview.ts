import {
  createUnionType,
  Extensions,
  Field,
  Int,
  ObjectType,
  registerEnumType,
} from "type-graphql";
import type { Label } from "../../access/label";
import { GrantRefused } from "./grant-result";
import { grantedRightValues, labelValues } from "./grant-values";

const label: Label = "public";

/** A labelled output field. */
function Out(type: () => unknown, description: string, nullable = false): PropertyDecorator {
  return (target, property) => {
    Extensions({ label })(target, property as string);
    Field(type as never, { nullable, description })(target, property);
  };
}

/** Whether a count may be told to who asks. */
export const rowCountStateValues = { VALUE: "VALUE", WITHHELD: "WITHHELD" } as const;

registerEnumType(rowCountStateValues, {
  name: "RowCountState",
  description: "计数状态 Whether a count is told.",
  valuesConfig: {
    VALUE: { description: "计数 counted among the rows you may list yourself" },
    WITHHELD: { description: "未提供 withheld: you may not list such rows yourself" },
  },
});

@ObjectType({ description: "权限变化的字段 A field whose right would change." })
export class PreviewedField {
  @Out(() => String, "字段 `Type.field`.")
  coordinate!: string;

  @Out(() => labelValues, "数据标签 The kind of data.")
  label!: Label;

  @Out(() => grantedRightValues, "现有权限 The widest right on any row now.")
  before!: keyof typeof grantedRightValues;

  @Out(() => grantedRightValues, "授权后权限 The widest right on any row with the grant.")
  after!: keyof typeof grantedRightValues;

  @Out(() => Boolean, "限部分行 True when it would not be the same on all rows it reaches.")
  onSomeRows!: boolean;
}

@ObjectType({ description: "行数 How many rows; never a bare number when it is withheld." })
export class PreviewedCount {
  @Out(() => rowCountStateValues, "计数状态 Whether it is told.")
  state!: keyof typeof rowCountStateValues;

  @Out(() => Int, "行数 The count; null when withheld.", true)
  rows!: number | null;
}

@ObjectType({ description: "行数变化 Rows of one type whose use would change." })
export class PreviewedRows {
  @Out(() => String, "类型 The type.")
  type!: string;

  @Out(() => PreviewedCount, "增加 Rows on which some field becomes readable, or plain.")
  gained!: PreviewedCount;

  @Out(() => PreviewedCount, "减少 Rows on which some field is no longer readable, or plain.")
  lost!: PreviewedCount;

  @Out(() => [labelValues], "另需标签 Without reading these too, no row of the type is reached.")
  needs!: Label[];
}

@ObjectType({ description: "授权预览 What a grant would change, before anyone signs." })
export class GrantPreview {
  @Out(() => [PreviewedField], "字段 Fields whose right would change.")
  fields!: PreviewedField[];

  @Out(() => [PreviewedRows], "行数 Types of rows to which those fields belong.")
  rows!: PreviewedRows[];
}

/** A preview, or why such a grant could not be asked for. */
export const PreviewResult = createUnionType({
  name: "PreviewResult",
  description: "授权预览结果 The preview, or why there is none.",
  types: () => [GrantPreview, GrantRefused] as const,
  resolveType: (answer) => (answer as object as { __typename: string }).__typename,
});
