import { Index } from "typeorm";
import { GraphEntity } from "../../graph/fields/graph-entity";
import { KeyOf, One } from "../../graph/fields/relation";
import { Expert } from "../registry/expert.entity";
import { servedScope, ServedRow } from "./served-row";
import { ServiceRecord } from "./service-record.entity";

@GraphEntity({
  label: "service",
  idPrefix: "sre",
  description: "服务专家 That an expert took part in a prevention service.",
  scope: servedScope,
  order: { by: "id", direction: "ASC" },
})
@Index(["insurerId", "sourceKey"], { unique: true })
@Index(["serviceRecordId", "expertId"], { unique: true })
@Index(["expertId"])
export class ServiceRecordExpert extends ServedRow {
  @KeyOf(() => ServiceRecord)
  serviceRecordId!: string;

  @KeyOf(() => Expert)
  expertId!: string;

  @One("service", () => ServiceRecord, "serviceRecordId", "服务记录 The service.")
  serviceRecord!: ServiceRecord | null;

  @One("service", () => Expert, "expertId", "专家 The expert.")
  expert!: Expert | null;
}
