import { Index } from "typeorm";
import { publicScope } from "../../access/row-scope";
import { Day, OneOf, Text } from "../../graph/fields/field";
import { GraphEntity } from "../../graph/fields/graph-entity";
import { KeyOf, One } from "../../graph/fields/relation";
import { RegionLevel } from "./region-level";

@GraphEntity({
  label: "public",
  idPrefix: "reg",
  description: "行政区划 A region of GB/T 2260; jurisdictions are prefixes of its code.",
  scope: publicScope,
  order: { by: "code", direction: "ASC" },
})
@Index(["code"], { unique: true })
@Index(["parentId", "code"])
export class Region {
  id!: string;

  @Text("public", "行政区划代码 Code of 2, 4, 6 or 9 digits (GB/T 2260).", { max: 9, region: true })
  code!: string;

  @Text("public", "名称 Name.", { max: 100 })
  name!: string;

  @OneOf("public", RegionLevel, "级别 Level.")
  level!: RegionLevel;

  @KeyOf(() => Region, { nullable: true })
  parentId!: string | null;

  @One("public", () => Region, "parentId", "上级行政区划 The region this one is part of.")
  parent!: Region | null;

  @Day("public", "生效日期 First day on which the code is valid.")
  effectiveFrom!: string;

  @Day("public", "失效日期 Last day on which the code is valid; null while it is.", {
    nullable: true,
  })
  effectiveTo!: string | null;
}
