import { Column, Index } from "typeorm";
import { Instant, OneOf, Text } from "../../graph/fields/field";
import { GraphEntity } from "../../graph/fields/graph-entity";
import { KeyOf, One } from "../../graph/fields/relation";
import { Organisation } from "../registry/organisation.entity";
import { accessGrantScope } from "./access-grant.scope";
import { grantState } from "./grant-state";
import {
  grantedRightValues,
  grantEffectValues,
  grantRowsValues,
  grantStateValues,
  labelValues,
} from "./grant-values";

const later = { nullable: true };

/**
 * A grant to one organisation. Each step is written once and never changed; what happened when,
 * by whom, is also kept in order (access-grant-event.entity.ts). Whether it counts is decided in
 * access/grants-in-force.ts.
 */
@GraphEntity({
  label: "public",
  idPrefix: "grt",
  description: "数据授权 A grant that widens or narrows what an organisation may see.",
  scope: accessGrantScope,
  order: { by: "requestedAt", direction: "DESC" },
})
@Index(["organisationId", "revokedAt"])
@Index(["regionCode", "requestedAt"])
export class AccessGrant {
  id!: string;

  @KeyOf(() => Organisation)
  organisationId!: string;

  @One("public", () => Organisation, "organisationId", "被授权组织 Whom it is for.")
  organisation!: Organisation | null;

  /** Region prefix of the receiver: whose jurisdiction the grant lies in. */
  @Column({ type: "varchar", length: 9 })
  regionCode!: string;

  @OneOf("public", grantStateValues, "授权状态 How far it is.", { expression: grantState })
  state!: keyof typeof grantStateValues;

  @OneOf("public", grantEffectValues, "扩大或收窄 Whether it widens or narrows.")
  effect!: keyof typeof grantEffectValues;

  @OneOf("public", labelValues, "数据标签 The kind of data; null for a single field.", later)
  label!: keyof typeof labelValues | null;

  @Text("public", "单个字段 The single field, `Type.field`; null for a label.", {
    max: 120,
    nullable: true,
  })
  field!: string | null;

  @OneOf("public", grantedRightValues, "权限 The right it gives or leaves.")
  right!: keyof typeof grantedRightValues;

  @OneOf("public", grantRowsValues, "行范围类型 Which rows it is about.")
  rowsKind!: keyof typeof grantRowsValues;

  @Text("public", "行范围 Region prefix, sector or id; empty for OWN.", { max: 60 })
  rowsValue!: string;

  @Text("public", "用途 What the data are needed for.", { max: 500 })
  purpose!: string;

  @Text("public", "法律依据 The clause it rests on.", { max: 300 })
  legalBasis!: string;

  @Instant("public", "生效时间 From when it counts.")
  validFrom!: string;

  @Instant("public", "失效时间 Until when it counts; null: until revoked.", later)
  validTo!: string | null;

  @KeyOf(() => Organisation)
  requestedById!: string;

  @One("public", () => Organisation, "requestedById", "申请组织 Who asked for it.")
  requestedBy!: Organisation | null;

  /** The subject of the token, as for the persons below. Never published: names of staff. */
  @Column({ type: "varchar", length: 200 })
  requestedPerson!: string;

  @Instant("public", "申请时间 When it was asked for.")
  requestedAt!: string;

  @KeyOf(() => Organisation, later)
  ownerId!: string | null;

  @One("public", () => Organisation, "ownerId", "批准组织 The owner of the data who approved.")
  owner!: Organisation | null;

  @Column({ type: "varchar", length: 200, nullable: true })
  ownerPerson!: string | null;

  @Instant("public", "批准时间 When the owner of the data approved.", later)
  ownerApprovedAt!: string | null;

  @Column({ type: "varchar", length: 200, nullable: true })
  receiverPerson!: string | null;

  @Instant("public", "接收确认时间 When the receiver accepted purpose and terms.", later)
  receiverAcceptedAt!: string | null;

  @Instant("public", "撤销时间 When it was revoked.", later)
  revokedAt!: string | null;

  @Text("public", "撤销原因 Why it was revoked.", { max: 500, nullable: true })
  revokeReason!: string | null;
}
