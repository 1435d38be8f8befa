import { Column, Index } from "typeorm";
import {
  Decimal,
  Fen,
  Instant,
  LongText,
  OneOf,
  Text,
  TextList,
  Whole,
} from "../../graph/fields/field";
import { GraphEntity } from "../../graph/fields/graph-entity";
import { KeyOf, One } from "../../graph/fields/relation";
import { Enterprise } from "../registry/enterprise.entity";
import { Insurer } from "../registry/insurer.entity";
import { ServiceAgency } from "../registry/service-agency.entity";
import { Policy } from "../underwriting/policy.entity";
import { ContactMethod } from "./contact-method";
import { Datum } from "../registry/datum";
import { DrillTopic } from "./drill-topic";
import { servedScope, ServedRow } from "./served-row";
import { ServiceMode } from "./service-mode";
import { ServicePlan } from "./service-plan.entity";
import { ServiceStatus } from "./service-status";

@GraphEntity({
  label: "service",
  idPrefix: "srv",
  description: "事故预防服务记录 One prevention service given to an enterprise (AQ 9010-2019).",
  scope: servedScope,
  order: { by: "startedAt", direction: "DESC" },
})
@Index(["insurerId", "sourceKey"], { unique: true })
@Index(["planId", "startedAt"])
@Index(["policyId", "startedAt"])
@Index(["enterpriseId", "startedAt"])
@Index(["insurerId", "startedAt"])
@Index(["serviceAgencyId", "startedAt"])
@Index(["regionCode", "startedAt"])
export class ServiceRecord extends ServedRow {
  @KeyOf(() => ServicePlan, { nullable: true })
  planId!: string | null;

  @KeyOf(() => Policy)
  policyId!: string;

  @Text("service", "服务项目 Service item, code 01 to 07 (AQ 9010-2019).", { max: 10 })
  item!: string;

  @OneOf("service", ServiceMode, "服务方式 On site or remote.")
  mode!: ServiceMode;

  @Instant("service", "开始时间 Start; the planned start while the service is planned.")
  startedAt!: string;

  @Instant("service", "结束时间 End.", { nullable: true })
  endedAt!: string | null;

  @Text("serviceEvidence", "服务地点 Place of the service.", { max: 300, nullable: true })
  place!: string | null;

  @Decimal("serviceEvidence", "纬度 Latitude of the place, degrees north.", {
    precision: 9,
    scale: 6,
    nullable: true,
  })
  lat!: string | null;

  @Decimal("serviceEvidence", "经度 Longitude of the place, degrees east.", {
    precision: 9,
    scale: 6,
    nullable: true,
  })
  lon!: string | null;

  @OneOf("serviceEvidence", Datum, "坐标基准 Datum of the position.", { nullable: true })
  datum!: Datum | null;

  @LongText("service", "服务措施 Measures taken.", { nullable: true })
  measures!: string | null;

  @LongText("service", "服务过程 How the service went.", { nullable: true })
  process!: string | null;

  @Whole("service", "参加人数 Number of attendees.", { nullable: true })
  attendees!: number | null;

  @Whole("service", "发现隐患数 Number of hazards found.", { nullable: true })
  hazardsFound!: number | null;

  @TextList("service", "演练内容 What a drill practised.", { of: DrillTopic, nullable: true })
  drillTopics!: DrillTopic[] | null;

  @Fen("feeDetail", "服务费用（分） Cost of this service, in fen.", { nullable: true })
  costFen!: string | null;

  @Instant("service", "回访时间 When the enterprise was asked back.", { nullable: true })
  returnVisitAt!: string | null;

  @OneOf("service", ContactMethod, "回访方式 How the enterprise was asked.", { nullable: true })
  returnVisitMethod!: ContactMethod | null;

  @Whole("service", "满意度 Satisfaction stated at the return visit, 1 to 5.", { nullable: true })
  returnVisitSatisfaction!: number | null;

  @LongText("service", "回访意见 Opinion stated at the return visit.", { nullable: true })
  returnVisitOpinion!: string | null;

  @Instant("service", "保险机构确认时间 When the insurer confirmed.", { nullable: true })
  insurerConfirmedAt!: string | null;

  @Instant("service", "投保单位确认时间 When the enterprise confirmed.", { nullable: true })
  enterpriseConfirmedAt!: string | null;

  /** When the enterprise confirmed according to the insurer; counts while it says nothing itself. */
  @Column({ type: "datetime", precision: 6, nullable: true })
  insurerSaysConfirmedAt!: string | null;

  @Instant("service", "归档时间 When the record was archived.", { nullable: true })
  archivedAt!: string | null;

  @OneOf("service", ServiceStatus, "服务状态 State of the service.")
  status!: ServiceStatus;

  @One("service", () => ServicePlan, "planId", "服务方案 The plan the service belongs to.")
  plan!: ServicePlan | null;

  @One("policy", () => Policy, "policyId", "保单 The policy the service belongs to.")
  policy!: Policy | null;

  @One("enterprise", () => Enterprise, "enterpriseId", "投保单位 The enterprise served.")
  enterprise!: Enterprise | null;

  @One("service", () => Insurer, "insurerId", "承保机构 The insurer that owes the service.")
  insurer!: Insurer | null;

  @One("service", () => ServiceAgency, "serviceAgencyId", "服务机构 The agency that served.")
  agency!: ServiceAgency | null;
}
