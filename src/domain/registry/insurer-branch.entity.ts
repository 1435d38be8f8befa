import { Index } from "typeorm";
import { OneOf, Text } from "../../graph/fields/field";
import { GraphEntity } from "../../graph/fields/graph-entity";
import { KeyOf, One } from "../../graph/fields/relation";
import { Insurer } from "./insurer.entity";
import { InsurerLevel } from "./insurer-level";
import { insurerScope } from "./insurer.scope";

@GraphEntity({
  label: "public",
  idPrefix: "brn",
  description: "保险机构分支机构 A branch of an insurer.",
  scope: { ...insurerScope, insurer: { column: "insurer_id" } },
  order: { by: "orgCode", direction: "ASC" },
})
@Index(["orgCode"], { unique: true })
@Index(["insurerId", "orgCode"])
@Index(["parentId"])
export class InsurerBranch {
  id!: string;

  @Text("public", "机构编码 Institution code.", { max: 30 })
  orgCode!: string;

  @Text("public", "机构名称 Name.", { max: 200 })
  name!: string;

  @OneOf("public", InsurerLevel, "机构层级 Level within the insurer.")
  level!: InsurerLevel;

  @Text("public", "所在行政区划代码 Region of its seat, GB/T 2260.", { max: 9, region: true })
  regionCode!: string;

  @Text("public", "统一社会信用代码 Unified social credit code (GB 32100-2015).", {
    max: 18,
    nullable: true,
  })
  uscc!: string | null;

  @KeyOf(() => Insurer)
  insurerId!: string;

  @One("public", () => Insurer, "insurerId", "所属保险机构 The insurer it is part of.")
  insurer!: Insurer | null;

  @KeyOf(() => InsurerBranch, { nullable: true })
  parentId!: string | null;

  @One("public", () => InsurerBranch, "parentId", "上级机构 Branch above; null below head office.")
  parent!: InsurerBranch | null;
}
