import { Index } from "typeorm";
import { Day, Instant, LongText, OneOf, Text, YesNo } from "../../graph/fields/field";
import { GraphEntity } from "../../graph/fields/graph-entity";
import { KeyOf, One } from "../../graph/fields/relation";
import { Enterprise } from "../registry/enterprise.entity";
import { Insurer } from "../registry/insurer.entity";
import { ServiceAgency } from "../registry/service-agency.entity";
import { Policy } from "../underwriting/policy.entity";
import { HazardLevel } from "./hazard-level";
import { HazardState } from "./hazard-state";
import { servedScope, ServedRow } from "./served-row";
import { ServiceRecord } from "./service-record.entity";

/** Listed, not negated, so that the index (level, status, deadline) serves. */
const openStates = Object.values(HazardState)
  .filter((state) => state !== HazardState.CLOSED)
  .map((state) => `'${state}'`)
  .join(", ");

@GraphEntity({
  label: "hazard",
  idPrefix: "haz",
  description: "事故隐患 A hazard found at an enterprise, until it is closed.",
  scope: servedScope,
  order: { by: "foundAt", direction: "DESC" },
})
@Index(["insurerId", "sourceKey"], { unique: true })
@Index(["serviceRecordId", "foundAt"])
@Index(["policyId", "foundAt"])
@Index(["enterpriseId", "foundAt"])
@Index(["insurerId", "foundAt"])
@Index(["serviceAgencyId", "foundAt"])
@Index(["regionCode", "foundAt"])
// Serves the overdue major hazards: open states × deadline before today.
@Index(["level", "status", "deadline"])
export class Hazard extends ServedRow {
  @KeyOf(() => ServiceRecord, { nullable: true })
  serviceRecordId!: string | null;

  @KeyOf(() => Policy, { nullable: true })
  policyId!: string | null;

  @OneOf("hazard", HazardLevel, "隐患等级 General or major.")
  level!: HazardLevel;

  @Text("hazard", "判定标准条款 Criterion a major hazard is judged by: MH-sector-year-n.", {
    max: 40,
    nullable: true,
  })
  criterionCode!: string | null;

  @LongText("hazardDetail", "隐患描述 What is wrong.")
  description!: string;

  @Text("hazardDetail", "隐患部位 Where in the enterprise it is.", { max: 300, nullable: true })
  place!: string | null;

  @Instant("hazard", "发现时间 When it was found.")
  foundAt!: string;

  @Day("hazard", "整改期限 Last day by which it must be rectified.")
  deadline!: string;

  @Text("hazardDetail", "整改责任人 Who must rectify it.", { max: 60, nullable: true })
  responsiblePerson!: string | null;

  @OneOf("hazard", HazardState, "隐患状态 State the last event led to.")
  status!: HazardState;

  @YesNo("hazard", "逾期 Its deadline has passed and it is not closed.", {
    expression: "CASE WHEN {t}.status <> 'CLOSED' AND {t}.deadline < {today} THEN 1 ELSE 0 END",
    valueConditions: {
      true: `{t}.status IN (${openStates}) AND {t}.deadline < {today}`,
      false: "{t}.status = 'CLOSED' OR {t}.deadline >= {today}",
    },
  })
  overdue!: boolean;

  @One("service", () => ServiceRecord, "serviceRecordId", "服务记录 The service that found it.")
  serviceRecord!: ServiceRecord | null;

  @One("policy", () => Policy, "policyId", "保单 The policy in force when it was found.")
  policy!: Policy | null;

  @One("enterprise", () => Enterprise, "enterpriseId", "隐患单位 The enterprise it was found at.")
  enterprise!: Enterprise | null;

  @One("hazard", () => Insurer, "insurerId", "承保机构 The insurer that follows it up.")
  insurer!: Insurer | null;

  @One("service", () => ServiceAgency, "serviceAgencyId", "服务机构 The agency that found it.")
  agency!: ServiceAgency | null;
}
