import { Index } from "typeorm";
import { Decimal, Instant, OneOf, Text, Whole } from "../../graph/fields/field";
import { GraphEntity } from "../../graph/fields/graph-entity";
import { KeyOf, One } from "../../graph/fields/relation";
import { EvidenceKind } from "./evidence-kind";
import { servedScope, ServedRow } from "./served-row";
import { ServiceRecord } from "./service-record.entity";

@GraphEntity({
  label: "serviceEvidence",
  idPrefix: "sev",
  description: "服务佐证材料 Evidence of a service: the digest of a file its owner keeps.",
  scope: servedScope,
  order: { by: "capturedAt", direction: "ASC" },
})
@Index(["insurerId", "sourceKey"], { unique: true })
@Index(["serviceRecordId", "capturedAt"])
@Index(["regionCode", "capturedAt"])
@Index(["digest"])
export class ServiceEvidence extends ServedRow {
  @KeyOf(() => ServiceRecord)
  serviceRecordId!: string;

  @Text("serviceEvidence", "文件摘要 SHA-256 of the file, 64 lower-case hex digits.", { max: 64 })
  digest!: string;

  @OneOf("serviceEvidence", EvidenceKind, "材料类型 What the evidence is.")
  kind!: EvidenceKind;

  @Instant("serviceEvidence", "采集时间 When it was captured.")
  capturedAt!: string;

  @Decimal("serviceEvidence", "纬度 Latitude, degrees north, in the datum of the service.", {
    precision: 9,
    scale: 6,
    nullable: true,
  })
  lat!: string | null;

  @Decimal("serviceEvidence", "经度 Longitude, degrees east, in the datum of the service.", {
    precision: 9,
    scale: 6,
    nullable: true,
  })
  lon!: string | null;

  @Text("serviceEvidence", "感知哈希 Perceptual hash of a photo, 64 bits in hex.", {
    max: 16,
    nullable: true,
  })
  perceptualHash!: string | null;

  @Text("serviceEvidence", "文件格式 MIME type of the file.", { max: 100, nullable: true })
  mimeType!: string | null;

  @Whole("serviceEvidence", "文件大小（字节） Size of the file, in bytes.", { nullable: true })
  sizeBytes!: number | null;

  @One("service", () => ServiceRecord, "serviceRecordId", "服务记录 The service it proves.")
  serviceRecord!: ServiceRecord | null;
}
