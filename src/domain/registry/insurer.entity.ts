import { Index } from "typeorm";
import { Text } from "../../graph/fields/field";
import { GraphEntity } from "../../graph/fields/graph-entity";

@GraphEntity({
  label: "public",
  idPrefix: "ins",
  description: "保险机构 An insurer (head office).",
  scope: {
    authority: "everyone",
    insurer: { column: "id" },
    serviceAgency: "everyone",
    enterprise: "everyone",
  },
  order: { by: "orgCode", direction: "ASC" },
})
@Index(["orgCode"], { unique: true })
export class Insurer {
  id!: string;

  @Text("public", "机构编码 Institution code.", { max: 30 })
  orgCode!: string;

  @Text("public", "机构名称 Name.", { max: 200 })
  name!: string;
}
