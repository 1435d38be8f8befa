import { Column, Index } from "typeorm";
import { Instant, OneOf, Text, TextList } from "../../graph/fields/field";
import { GraphEntity } from "../../graph/fields/graph-entity";
import { KeyOf, One } from "../../graph/fields/relation";
import { RuleClass } from "../../submission/rule-class";
import { Severity } from "../../submission/severity";
import { Enterprise } from "../registry/enterprise.entity";
import { Insurer } from "../registry/insurer.entity";
import { ServiceAgency } from "../registry/service-agency.entity";
import { FindingStatus } from "./finding-status";
import { findingScope } from "./finding.scope";

/**
 * Facts are what the rule says and which fields are at issue, without a value: whoever may read
 * those fields finds them at the subject, under the labels they have there.
 */
@GraphEntity({
  label: "supervision",
  idPrefix: "fnd",
  description: "校验发现 What a rule says about a record; a lead is never a verdict.",
  scope: findingScope,
  order: { by: "raisedAt", direction: "DESC" },
})
@Index(["subjectId", "ruleKey"])
@Index(["ruleKey", "clearedAt"])
@Index(["insurerId", "raisedAt"])
@Index(["enterpriseId", "raisedAt"])
@Index(["serviceAgencyId", "raisedAt"])
@Index(["regionCode", "raisedAt"])
export class Finding {
  id!: string;

  @Text("supervision", "规则编号 Id of the rule, see `rules`.", { max: 20 })
  ruleId!: string;

  /** Id, severity and aspect: what tells two rules apart. */
  @Column({ type: "varchar", length: 60 })
  ruleKey!: string;

  @OneOf("supervision", Severity, "严重程度 What is expected now.")
  severity!: Severity;

  @OneOf("supervision", RuleClass, "规则类别 Class of the rule.")
  ruleClass!: RuleClass;

  @Text(
    "supervision",
    "对象类型 Type of the record it is about; FeeLedger: insurer:city:year; ServiceTeam: insurer:agency:province.",
    { max: 40 },
  )
  subjectType!: string;

  @Text("supervision", "对象标识 Id of the record it is about.", { max: 64 })
  subjectId!: string;

  @TextList("supervision", "涉及字段 JSON paths of the fields at issue; never values.")
  paths!: string[];

  @Text("supervision", "说明 What is wrong, in Chinese.", { max: 300 })
  zh!: string;

  @Text("supervision", "英文说明 What is wrong, in English.", { max: 300 })
  en!: string;

  @Text("supervision", "依据 Legal basis.", { max: 300 })
  legalBasis!: string;

  @Text("supervision", "规则集版本 Version of the rules it was raised by.", { max: 20 })
  ruleSetVersion!: string;

  @OneOf("supervision", FindingStatus, "处理状态 How far its handling has come.")
  status!: FindingStatus;

  @Instant("supervision", "发现时间 When the data broke the rule, as the hub saw it.")
  raisedAt!: string;

  @Instant("supervision", "消除时间 When they no longer did; null while they do.", {
    nullable: true,
  })
  clearedAt!: string | null;

  @KeyOf(() => Insurer, { nullable: true })
  insurerId!: string | null;

  @One("supervision", () => Insurer, "insurerId", "保险机构 The insurer whose record it is.")
  insurer!: Insurer | null;

  @KeyOf(() => Enterprise, { nullable: true })
  enterpriseId!: string | null;

  @One("enterprise", () => Enterprise, "enterpriseId", "投保单位 The enterprise concerned.")
  enterprise!: Enterprise | null;

  @KeyOf(() => ServiceAgency, { nullable: true })
  serviceAgencyId!: string | null;

  /** The smallest region that holds every row involved; limits who sees it. */
  @Column({ type: "varchar", length: 9 })
  regionCode!: string;

  /** The sector all rows involved have in common; null is for those who see all sectors. */
  @Column({ type: "varchar", length: 40, nullable: true })
  sector!: string | null;

  /** 1 while the rule is in SHADOW. */
  @Column({ type: "tinyint", default: 0 })
  shadow!: number;
}
