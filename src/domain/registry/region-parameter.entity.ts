import { Index } from "typeorm";
import { publicScope } from "../../access/row-scope";
import { Day, Decimal, OneOf, Text } from "../../graph/fields/field";
import { GraphEntity } from "../../graph/fields/graph-entity";
import { ParameterUnit } from "./parameter-unit";

@GraphEntity({
  label: "public",
  idPrefix: "par",
  description: "区域参数 A number of the law, where and from when it holds.",
  scope: publicScope,
  order: { by: "key", direction: "ASC" },
})
@Index(["key", "regionPrefix", "effectiveFrom"], { unique: true })
export class RegionParameter {
  id!: string;

  @Text("public", "参数名 Name of the parameter, e.g. feeFloorPct.", { max: 60 })
  key!: string;

  @Text("public", "适用区域 Region prefix, CN for the whole country; the longest match wins.", {
    max: 9,
  })
  regionPrefix!: string;

  @Decimal("public", "参数值 Value in the unit given; money in fen.", { precision: 20, scale: 4 })
  value!: string;

  @OneOf("public", ParameterUnit, "单位 Unit of the value.")
  unit!: ParameterUnit;

  @Day("public", "生效日期 First business day judged by this value.")
  effectiveFrom!: string;

  @Day("public", "失效日期 Last business day judged by this value; null while in force.", {
    nullable: true,
  })
  effectiveTo!: string | null;

  @Text("public", "法律依据 Clause the value rests on.", { max: 300 })
  legalBasis!: string;
}
