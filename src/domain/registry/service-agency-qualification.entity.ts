import { Index } from "typeorm";
import { publicScope } from "../../access/row-scope";
import { Day, OneOf, Text } from "../../graph/fields/field";
import { GraphEntity } from "../../graph/fields/graph-entity";
import { KeyOf, One } from "../../graph/fields/relation";
import { Sector } from "./sector";
import { ServiceAgency } from "./service-agency.entity";

@GraphEntity({
  label: "service",
  idPrefix: "qua",
  description: "服务机构资质 What an agency may do, in which sector, from when to when.",
  scope: publicScope,
  order: { by: "validFrom", direction: "DESC" },
})
@Index(["serviceAgencyId", "item", "sector", "validFrom"], { unique: true })
@Index(["serviceAgencyId", "validFrom"])
@Index(["validFrom"])
export class ServiceAgencyQualification {
  id!: string;

  @KeyOf(() => ServiceAgency)
  serviceAgencyId!: string;

  @One("service", () => ServiceAgency, "serviceAgencyId", "服务机构 The agency qualified.")
  agency!: ServiceAgency | null;

  @Text("service", "服务项目 Service item, code of AQ 9010-2019 chapter 5.", { max: 10 })
  item!: string;

  @OneOf("service", Sector, "行业领域 Sector; null means every sector.", { nullable: true })
  sector!: Sector | null;

  @Day("service", "有效期自 First day of validity.")
  validFrom!: string;

  @Day("service", "有效期至 Last day of validity; null without an end.", { nullable: true })
  validTo!: string | null;

  @Text("service", "证书文件摘要 SHA-256 of the certificate, 64 lower-case hex digits.", {
    max: 64,
    nullable: true,
  })
  certificateDigest!: string | null;
}
