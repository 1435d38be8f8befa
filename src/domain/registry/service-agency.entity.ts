import { Index } from "typeorm";
import { publicScope } from "../../access/row-scope";
import { Text, Whole } from "../../graph/fields/field";
import { GraphEntity } from "../../graph/fields/graph-entity";

@GraphEntity({
  label: "service",
  idPrefix: "agy",
  description: "安全生产技术服务机构 An agency that carries out prevention services.",
  scope: publicScope,
  order: { by: "uscc", direction: "ASC" },
})
@Index(["uscc"], { unique: true })
export class ServiceAgency {
  id!: string;

  @Text("service", "统一社会信用代码 Unified social credit code (GB 32100-2015).", { max: 18 })
  uscc!: string;

  @Text("service", "机构名称 Name.", { max: 200 })
  name!: string;

  @Whole("quality", "版本 Version of the record; a change names the version it builds on.")
  version!: number;
}
