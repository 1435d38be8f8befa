import { Extensions, Field, ObjectType } from "type-graphql";
import type { Label } from "../../access/label";
import { DayScalar } from "../../graph/scalars";
import { RuleClass } from "../../submission/rule-class";
import { RuleLifecycle } from "../../submission/rule-lifecycle";
import { Severity } from "../../submission/severity";
import { RuleParameter } from "./rule-parameter";

const label: Label = "public";

/** A rule as whoever is judged by it may read it. */
@ObjectType({ description: "校验规则 A published rule." })
export class PublishedRule {
  @Extensions({ label })
  @Field(() => String, { description: "编号 Published and never reused." })
  id!: string;

  @Extensions({ label })
  @Field(() => Severity, { description: "严重程度 What happens when it is broken." })
  severity!: Severity;

  @Extensions({ label })
  @Field(() => RuleClass, { description: "类别 What kind of fault it looks for." })
  ruleClass!: RuleClass;

  @Extensions({ label })
  @Field(() => RuleLifecycle, { description: "状态 How far it has come." })
  lifecycle!: RuleLifecycle;

  @Extensions({ label })
  @Field(() => [String], {
    description: "对象 What it judges: record types, or types of findings.",
  })
  subjects!: string[];

  @Extensions({ label })
  @Field(() => String, { description: "说明 What is wrong, in Chinese." })
  zh!: string;

  @Extensions({ label })
  @Field(() => String, { description: "英文说明 What is wrong, in English." })
  en!: string;

  @Extensions({ label })
  @Field(() => String, { description: "依据 Legal basis." })
  legalBasis!: string;

  @Extensions({ label })
  @Field(() => String, { description: "适用区域 Region prefix; CN everywhere." })
  jurisdiction!: string;

  @Extensions({ label })
  @Field(() => DayScalar, { description: "生效日期 First business day judged by it." })
  effectiveFrom!: string;

  @Extensions({ label })
  @Field(() => DayScalar, {
    nullable: true,
    description: "失效日期 Last business day judged by it; null while in force.",
  })
  effectiveTo!: string | null;

  @Extensions({ label })
  @Field(() => [RuleParameter], { description: "参数 Numbers it takes from regionParameters." })
  parameters!: RuleParameter[];
}
