import { InputType } from "type-graphql";
import { DayInput, OneOfInput, TextInput } from "../../submission/fields/record-field";
import type { Plain } from "../../submission/plain";
import { Sector } from "./sector";

/** What an agency may do, reported with the agency. */
@InputType({ description: "服务机构资质 A qualification, with the evidence for it." })
export class ServiceAgencyQualificationRecordInput {
  @TextInput("service", "服务项目 Service item, code of AQ 9010-2019 chapter 5.", { max: 10 })
  item?: string | null;

  @OneOfInput("service", Sector, "行业领域 Sector; none means every sector.", { nullable: true })
  sector?: Sector | null;

  @DayInput("service", "有效期自 First day of validity.")
  validFrom?: string | null;

  @DayInput("service", "有效期至 Last day of validity; none without an end.", { nullable: true })
  validTo?: string | null;

  @TextInput("service", "证书文件摘要 SHA-256 of the certificate, lower-case hex.", {
    max: 64,
    nullable: true,
  })
  certificateDigest?: string | null;
}

/** Such a part, as rules and tests write it. */
export type QualificationStatement = Plain<ServiceAgencyQualificationRecordInput>;
