import { Column, Index } from "typeorm";
import { publicScope } from "../../access/row-scope";
import { Text, Whole } from "../../graph/fields/field";
import { GraphEntity } from "../../graph/fields/graph-entity";

@GraphEntity({
  label: "service",
  idPrefix: "agy",
  description: "安全生产技术服务机构 An agency that carries out prevention services.",
  scope: { ...publicScope, existing: "{t}.voided = 0" },
  order: { by: "uscc", direction: "ASC" },
})
@Index(["uscc"], { unique: true })
export class ServiceAgency {
  id!: string;

  @Text("service", "统一社会信用代码 Unified social credit code (GB 32100-2015).", { max: 18 })
  uscc!: string;

  @Text("service", "机构名称 Name.", { max: 200 })
  name!: string;

  @Whole("quality", "版本 Version of the statement that counts; a change names its own record's.")
  version!: number;

  /** 1 when all who stated it took it back: it stays for rows that refer to it, and nobody sees it. */
  @Column({ type: "tinyint", default: 0 })
  voided!: number;
}
