import { Column, Index } from "typeorm";
import type { OrganisationType } from "../../access/organisation-type";

import { OneOf, Text, TextList, YesNo } from "../../graph/fields/field";
import { GraphEntity } from "../../graph/fields/graph-entity";
import { KeyOf } from "../../graph/fields/relation";
import { Enterprise } from "./enterprise.entity";
import { Insurer } from "./insurer.entity";
import { organisationScope } from "./organisation.scope";
import { organisationTypeValues } from "./organisation-type-values";
import { Sector } from "./sector";
import { ServiceAgency } from "./service-agency.entity";

/** Who may call the hub: the source of every caller's type, region, sectors and own rows. */
@GraphEntity({
  label: "public",
  idPrefix: "org",
  description: "组织 An organisation that takes part in the hub.",
  scope: organisationScope,
  order: { by: "code", direction: "ASC" },
})
@Index(["code"], { unique: true })
@Index(["clientId"], { unique: true })
@Index(["insurerId"])
@Index(["serviceAgencyId"])
@Index(["enterpriseId"])
export class Organisation {
  id!: string;

  @Text("public", "组织代码 Code within the hub.", { max: 60 })
  code!: string;

  /** The client id of its tokens. */
  @Column({ type: "varchar", length: 100 })
  clientId!: string;

  @Text("public", "组织名称 Name.", { max: 200 })
  name!: string;

  @OneOf("public", organisationTypeValues, "组织类型 What it is to the law.")
  type!: OrganisationType;

  @Text("public", "管辖区域 Region prefix of its jurisdiction or seat.", { max: 9, region: true })
  regionPrefix!: string;

  @TextList("public", "监管行业 Supervised sectors; null means all.", {
    of: Sector,
    nullable: true,
  })
  sectors!: Sector[] | null;

  @KeyOf(() => Insurer, { nullable: true })
  insurerId!: string | null;

  @KeyOf(() => ServiceAgency, { nullable: true })
  serviceAgencyId!: string | null;

  @KeyOf(() => Enterprise, { nullable: true })
  enterpriseId!: string | null;

  @YesNo("public", "是否启用 Whether it may call the hub.")
  active!: boolean;

  /** Epoch seconds; tokens issued earlier are refused. */
  @Column({ type: "bigint", default: 0 })
  notBefore!: string;

  /** Whether only the documents it registered are answered. */
  @Column({ type: "tinyint", default: 0 })
  registeredOnly!: number;
}
