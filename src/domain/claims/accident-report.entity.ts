import { Column, Index } from "typeorm";
import { Instant, OneOf, Text, Whole } from "../../graph/fields/field";
import { GraphEntity } from "../../graph/fields/graph-entity";
import { KeyOf, One } from "../../graph/fields/relation";
import { Enterprise } from "../registry/enterprise.entity";
import { Organisation } from "../registry/organisation.entity";
import { AccidentGrade } from "./accident-grade";
import { accidentReportScope } from "./accident-report.scope";

/** Labelled `supervision`: emergency management writes it, and may not write what is `claim`. */
@GraphEntity({
  label: "supervision",
  idPrefix: "acc",
  description: "生产安全事故报告 An accident as emergency management recorded it.",
  scope: accidentReportScope,
  order: { by: "occurredAt", direction: "DESC" },
})
@Index(["reportedById", "sourceKey"], { unique: true })
@Index(["enterpriseId", "occurredAt"])
@Index(["regionCode", "occurredAt"])
export class AccidentReport {
  id!: string;

  @KeyOf(() => Enterprise)
  enterpriseId!: string;

  @One("enterprise", () => Enterprise, "enterpriseId", "事故单位 The enterprise it happened at.")
  enterprise!: Enterprise | null;

  @KeyOf(() => Organisation)
  reportedById!: string;

  @One(
    "supervision",
    () => Organisation,
    "reportedById",
    "报告部门 The authority that keeps the report.",
  )
  reportedBy!: Organisation | null;

  /** Copied from the enterprise, for the row scope. */
  @Column({ type: "varchar", length: 9 })
  regionCode!: string;

  /** Copied from the enterprise, for the row scope. */
  @Column({ type: "varchar", length: 40 })
  sector!: string;

  @Text("supervision", "事故发生地行政区划代码 Region of the accident; it limits nothing.", {
    max: 9,
    region: true,
  })
  placeRegionCode!: string;

  @Instant("supervision", "事故发生时间 When the accident happened.")
  occurredAt!: string;

  @OneOf("supervision", AccidentGrade, "事故等级 Accident grade as determined (国务院令第493号).")
  grade!: AccidentGrade;

  @Whole("supervision", "死亡人数 Number of deaths.")
  deaths!: number;

  @Whole("supervision", "受伤人数 Number of persons injured, seriously or not.")
  injuries!: number;

  @Text("quality", "来源键 The submitter's own key of the record.", { max: 100 })
  sourceKey!: string;

  @Whole("quality", "版本 Version of the record; a change names the version it builds on.")
  version!: number;

  /** 1 when the record was voided: the row stays for those that refer to it, and nobody sees it. */
  @Column({ type: "tinyint", default: 0 })
  voided!: number;
}
