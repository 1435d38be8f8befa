import { Extensions, Field, ObjectType } from "type-graphql";
import type { Label } from "../../access/label";

/** The same words in both languages of the hub. */
@ObjectType({ description: "双语文字 The same words in Chinese and in English." })
export class Bilingual {
  @Extensions({ label: "public" satisfies Label })
  @Field(() => String, { description: "中文 In Chinese." })
  zh!: string;

  @Extensions({ label: "public" satisfies Label })
  @Field(() => String, { description: "英文 In English." })
  en!: string;
}
