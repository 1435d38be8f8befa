import { Extensions, Field, Int, ObjectType, registerEnumType } from "type-graphql";
import type { Label } from "../../access/label";
import { mentions, type Mention } from "../../access/right";
import { InstantScalar } from "../../graph/scalars";
import { organisationTypeValues } from "../registry/organisation-type-values";
import { Bilingual } from "../supervision/bilingual";
import { grantedRightValues, labelValues } from "./grant-values";

/** What comes of a mention of a field. */
export enum AccessVerdict {
  VISIBLE = "VISIBLE",
  MASKED = "MASKED",
  MASKED_IN_PART = "MASKED_IN_PART",
  AGGREGATE_ONLY = "AGGREGATE_ONLY",
  DENIED = "DENIED",
}

registerEnumType(AccessVerdict, {
  name: "AccessVerdict",
  description: "权限结论 What comes of a mention of a field.",
  valuesConfig: {
    VISIBLE: { description: "可用 Used as it is: read plain, or written." },
    MASKED: { description: "脱敏 Read masked." },
    MASKED_IN_PART: { description: "部分脱敏 Read plain on some rows, masked on the others." },
    AGGREGATE_ONLY: { description: "仅汇总 In aggregates only; any other mention is denied." },
    DENIED: { description: "拒绝 The operation is rejected." },
  },
});

const accessMentionValues = Object.fromEntries(mentions.map((kind) => [kind, kind])) as {
  [M in Mention]: M;
};

registerEnumType(accessMentionValues, {
  name: "AccessMention",
  description: "使用方式 The ways in which an operation can mention a field.",
  valuesConfig: {
    SELECT: { description: "选取" },
    FILTER: { description: "筛选" },
    ORDER: { description: "排序" },
    GROUP: { description: "分组" },
    AGGREGATE: { description: "汇总" },
    INPUT: { description: "填报" },
    CALL: { description: "调用" },
  },
});

/** Explanations speak about rights, never about data. */
const Says = Extensions({ label: "public" satisfies Label });

@ObjectType({ description: "所依据的授权 A grant a verdict rests on." })
export class GrantBasis {
  @Says
  @Field(() => String, { description: "授权标识 Id of the grant." })
  id!: string;

  @Says
  @Field(() => InstantScalar, { nullable: true, description: "失效时间 Until when; null: open." })
  validTo!: string | null;
}

@ObjectType({ description: "字段权限说明 What comes of one way of mentioning one field, and why." })
export class FieldExplanation {
  @Says
  @Field(() => String, { description: "字段 Type.field." })
  field!: string;

  @Says
  @Field(() => accessMentionValues, { description: "使用方式 How it is mentioned." })
  mention!: Mention;

  @Says
  @Field(() => AccessVerdict, { description: "结论 What comes of it." })
  verdict!: AccessVerdict;

  @Says
  @Field(() => Boolean, { description: "是否允许 Whether this mention is allowed." })
  allowed!: boolean;

  @Says
  @Field(() => labelValues, { description: "数据标签 Kind of data." })
  label!: Label;

  @Says
  @Field(() => Bilingual, { description: "标签名称 Name of the kind of data." })
  labelName!: Bilingual;

  @Says
  @Field(() => Int, { description: "数据级别 Level, 1 open to 4 sensitive." })
  level!: number;

  @Says
  @Field(() => grantedRightValues, { description: "权限 The widest right to it, on any row." })
  right!: keyof typeof grantedRightValues;

  @Says
  @Field(() => Bilingual, {
    nullable: true,
    description: "行范围 Which rows of its type the organisation reaches; null: it has no rows.",
  })
  rows!: Bilingual | null;

  @Says
  @Field(() => Bilingual, {
    nullable: true,
    description: "未脱敏的行范围 The rows on which it is plain; null unless MASKED_IN_PART.",
  })
  plainRows!: Bilingual | null;

  @Says
  @Field(() => String, { description: "依据 The clause the protection of the data rests on." })
  legalBasis!: string;

  @Says
  @Field(() => String, { description: "策略版本 The policy version decided under." })
  policyVersion!: string;

  @Says
  @Field(() => [GrantBasis], { description: "所依据的授权 Grants about it that are in force." })
  grants!: GrantBasis[];

  @Says
  @Field(() => organisationTypeValues, { description: "可授权方类型 Who can grant more." })
  grantedBy!: keyof typeof organisationTypeValues;

  @Says
  @Field(() => [String], {
    description: "可授权组织代码 Organisations of that type, nearest first; at most 20.",
  })
  granters!: string[];

  @Says
  @Field(() => [organisationTypeValues], {
    nullable: true,
    description: "限定调用方类型 The organisation types that may call it; null: all.",
  })
  callers!: (keyof typeof organisationTypeValues)[] | null;
}

@ObjectType({ description: "文档错误 What is wrong with a document, as when it is sent." })
export class DocumentFault {
  @Says
  @Field(() => String, { description: "错误代码 Code." })
  code!: string;

  @Says
  @Field(() => String, { description: "中文 In Chinese." })
  zh!: string;

  @Says
  @Field(() => String, { description: "英文 In English." })
  en!: string;

  @Says
  @Field(() => Int, { nullable: true, description: "行 Line in the document." })
  line!: number | null;

  @Says
  @Field(() => Int, { nullable: true, description: "列 Column in that line." })
  column!: number | null;
}

@ObjectType({ description: "权限说明 What comes of every field a document mentions, and why." })
export class AccessExplanation {
  @Says
  @Field(() => Boolean, { description: "是否全部允许 Whether the document would be executed." })
  allowed!: boolean;

  @Says
  @Field(() => String, { description: "策略版本 The policy version decided under." })
  policyVersion!: string;

  @Says
  @Field(() => [FieldExplanation], { description: "逐字段说明 Each field, each way of using it." })
  fields!: FieldExplanation[];

  @Says
  @Field(() => [DocumentFault], { description: "文档错误 Faults; then no field is explained." })
  faults!: DocumentFault[];

  @Says
  @Field(() => [String], {
    description: "未给出值的变量 Variables without a value: what they would mention is not here.",
  })
  openVariables!: string[];
}
