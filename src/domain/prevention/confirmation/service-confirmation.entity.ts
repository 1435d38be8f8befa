import { Index } from "typeorm";
import { Instant, LongText, Whole } from "../../../graph/fields/field";
import { GraphEntity } from "../../../graph/fields/graph-entity";
import { KeyOf, One } from "../../../graph/fields/relation";
import { Enterprise } from "../../registry/enterprise.entity";
import { servedScope, ServedRow } from "../served-row";
import { ServiceRecord } from "../service-record.entity";

/** The enterprise's own word, beside what the insurer says of it. */
@GraphEntity({
  label: "service",
  idPrefix: "cnf",
  description: "投保单位服务确认 That the enterprise served confirms a service (AQ 9010-2019).",
  scope: servedScope,
  order: { by: "confirmedAt", direction: "DESC" },
})
@Index(["enterpriseId", "sourceKey"], { unique: true })
@Index(["serviceRecordId", "confirmedAt"])
@Index(["insurerId", "confirmedAt"])
@Index(["enterpriseId", "confirmedAt"])
@Index(["serviceAgencyId", "confirmedAt"])
@Index(["regionCode", "confirmedAt"])
export class ServiceConfirmation extends ServedRow {
  @KeyOf(() => ServiceRecord)
  serviceRecordId!: string;

  @Instant("service", "确认时间 When the enterprise confirmed.")
  confirmedAt!: string;

  @Whole("service", "满意度 Satisfaction, 1 to 5.", { nullable: true })
  satisfaction!: number | null;

  @LongText("service", "意见 Opinion.", { nullable: true })
  opinion!: string | null;

  @One("service", () => ServiceRecord, "serviceRecordId", "服务记录 The service confirmed.")
  serviceRecord!: ServiceRecord | null;

  @One("enterprise", () => Enterprise, "enterpriseId", "投保单位 The enterprise that confirms.")
  enterprise!: Enterprise | null;
}
