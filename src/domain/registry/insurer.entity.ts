import { Index } from "typeorm";
import { Text } from "../../graph/fields/field";
import { GraphEntity } from "../../graph/fields/graph-entity";
import { insurerScope } from "./insurer.scope";

@GraphEntity({
  label: "public",
  idPrefix: "ins",
  description: "保险机构 An insurer (head office).",
  scope: insurerScope,
  order: { by: "orgCode", direction: "ASC" },
  subject: "INSURER",
})
@Index(["orgCode"], { unique: true })
@Index(["uscc"], { unique: true })
export class Insurer {
  id!: string;

  @Text("public", "机构编码 Institution code.", { max: 30 })
  orgCode!: string;

  @Text("public", "机构名称 Name.", { max: 200 })
  name!: string;

  @Text("public", "统一社会信用代码 Unified social credit code (GB 32100-2015).", { max: 18 })
  uscc!: string;
}
