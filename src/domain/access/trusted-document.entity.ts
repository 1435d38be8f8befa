import { Column, Index } from "typeorm";
import { Instant, LongText, Text } from "../../graph/fields/field";
import { GraphEntity } from "../../graph/fields/graph-entity";
import { KeyOf } from "../../graph/fields/relation";
import { Organisation } from "../registry/organisation.entity";
import { trustedDocumentScope } from "./trusted-document.scope";

/** An operation a portal registered, to be asked for by its digest (server/trusted-documents.ts). */
@GraphEntity({
  label: "public",
  idPrefix: "tdo",
  description: "登记的查询文档 A registered document, sent as its digest from then on.",
  scope: trustedDocumentScope,
  order: { by: "registeredAt", direction: "DESC" },
})
@Index(["organisationId", "digest"], { unique: true })
export class TrustedDocument {
  id!: string;

  @KeyOf(() => Organisation)
  organisationId!: string;

  @Text("public", "摘要 SHA-256 of the document, in hexadecimal.", { max: 64 })
  digest!: string;

  @Text("public", "名称 What the portal calls it.", { max: 100 })
  name!: string;

  @LongText("public", "文档 The document, byte for byte.")
  document!: string;

  @Instant("public", "登记时间 When it was registered.")
  registeredAt!: string;

  /** The subject of the token. Never published: names of staff. */
  @Column({ type: "varchar", length: 200 })
  registeredPerson!: string;

  @Instant("public", "停用时间 From when it is no longer answered.", { nullable: true })
  retiredAt!: string | null;
}
