import { InputType } from "type-graphql";
import {
  DecimalInput,
  InstantInput,
  OneOfInput,
  TextInput,
  WholeInput,
} from "../../submission/fields/record-field";
import { EvidenceKind } from "./evidence-kind";
import type { Plain } from "../../submission/plain";

const degrees = { precision: 9, scale: 6, nullable: true };

/** A piece of evidence, reported with the service it proves. */
@InputType({ description: "服务佐证材料 A piece of evidence." })
export class ServiceEvidenceRecordInput {
  @TextInput("serviceEvidence", "文件摘要 SHA-256 of the file, lower-case hex.", { max: 64 })
  digest?: string | null;

  @OneOfInput("serviceEvidence", EvidenceKind, "材料类型 What the evidence is.")
  kind?: EvidenceKind | null;

  @InstantInput("serviceEvidence", "采集时间 When it was captured.")
  capturedAt?: string | null;

  @DecimalInput("serviceEvidence", "纬度 Latitude, degrees north.", degrees)
  lat?: string | null;

  @DecimalInput("serviceEvidence", "经度 Longitude, degrees east.", degrees)
  lon?: string | null;

  @TextInput("serviceEvidence", "感知哈希 Perceptual hash of a photo, 64 bits in hex.", {
    max: 16,
    nullable: true,
  })
  perceptualHash?: string | null;

  @TextInput("serviceEvidence", "文件格式 MIME type of the file.", { max: 100, nullable: true })
  mimeType?: string | null;

  @WholeInput("serviceEvidence", "文件大小（字节） Size of the file, in bytes.", { nullable: true })
  sizeBytes?: number | null;
}

/** Such a record, as rules and tests write it. */
export type ServiceEvidenceStatement = Plain<ServiceEvidenceRecordInput>;
