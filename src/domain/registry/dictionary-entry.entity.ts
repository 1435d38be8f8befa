import { Index } from "typeorm";
import { publicScope } from "../../access/row-scope";
import { Day, OneOf, Text } from "../../graph/fields/field";
import { GraphEntity } from "../../graph/fields/graph-entity";
import { DictionaryName } from "./dictionary-name";

@GraphEntity({
  label: "public",
  idPrefix: "dic",
  description: "字典条目 A code of one code table, with the period in which it is in force.",
  scope: publicScope,
  order: { by: "code", direction: "ASC" },
})
@Index(["dictionary", "code", "effectiveFrom"], { unique: true })
@Index(["code"])
export class DictionaryEntry {
  id!: string;

  @OneOf("public", DictionaryName, "字典 The code table this code is of.")
  dictionary!: DictionaryName;

  @Text("public", "代码 Code, as records carry it.", { max: 60 })
  code!: string;

  @Text("public", "中文名称 Chinese name.", { max: 200 })
  nameZh!: string;

  @Text("public", "英文名称 English name.", { max: 200, nullable: true })
  nameEn!: string | null;

  @Text("public", "标准 Standard the code is of, without which it means nothing.", {
    max: 100,
    nullable: true,
  })
  standard!: string | null;

  @Day("public", "生效日期 First day on which the code is in force.")
  effectiveFrom!: string;

  @Day("public", "失效日期 Last day on which the code is in force; null while it is.", {
    nullable: true,
  })
  effectiveTo!: string | null;

  @Text("public", "法律依据 Clause the code rests on.", { max: 300, nullable: true })
  legalBasis!: string | null;
}
