import { Column, Index } from "typeorm";
import { Text, TextList, Whole, YesNo } from "../../graph/fields/field";
import { GraphEntity } from "../../graph/fields/graph-entity";
import { KeyOf, One } from "../../graph/fields/relation";
import { expertScope } from "./expert.scope";
import { Insurer } from "./insurer.entity";
import { Sector } from "./sector";
import { ServiceAgency } from "./service-agency.entity";

/** Ordered by id: everything that tells experts apart is personal, and masked to some. */
@GraphEntity({
  label: "service",
  idPrefix: "exp",
  description: "专家 An expert of a service agency, or of an insurer's own team.",
  scope: expertScope,
  order: { by: "id", direction: "ASC" },
})
@Index(["insurerId", "sourceKey"], { unique: true })
@Index(["serviceAgencyId"])
@Index(["idNumberHmac"])
export class Expert {
  id!: string;

  @Text("expert", "姓名 Name.", { max: 60, mask: "name" })
  name!: string;

  /** Keyed digest of the identity number: finds one person under two ids (ORG-06). */
  @Column({ type: "char", length: 64 })
  idNumberHmac!: string;

  /** What is kept of the number itself; never published. */
  @Column({ type: "varchar", length: 18 })
  idNumberMasked!: string;

  @Text("expert", "职称 Professional title.", { max: 60, mask: "text" })
  title!: string;

  @TextList("service", "专业领域 Sectors the expert is a specialist of.", { of: Sector })
  specialities!: Sector[];

  @TextList("expert", "资格证书 Certificates, by name and number.", { mask: "account" })
  certificates!: string[];

  @YesNo("service", "专职 Full-time at the agency, or in the insurer's own team; null: not said.", {
    nullable: true,
  })
  fullTime!: boolean | null;

  /** Who registered the expert; null when the agency did. */
  @KeyOf(() => Insurer, { nullable: true })
  insurerId!: string | null;

  @One(
    "service",
    () => Insurer,
    "insurerId",
    "登记的保险机构 The insurer that registered the expert.",
  )
  insurer!: Insurer | null;

  /** Null for an insurer's own team. */
  @KeyOf(() => ServiceAgency, { nullable: true })
  serviceAgencyId!: string | null;

  @One("service", () => ServiceAgency, "serviceAgencyId", "所属服务机构 The agency, if of one.")
  agency!: ServiceAgency | null;

  @Text("quality", "来源键 The submitter's own key of the record.", { max: 100 })
  sourceKey!: string;

  @Whole("quality", "版本 Version of the record; a change names the version it builds on.")
  version!: number;

  /** 1 when the record was voided: the row stays for those that refer to it, and nobody sees it. */
  @Column({ type: "tinyint", default: 0 })
  voided!: number;
}
