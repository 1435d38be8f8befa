import { Extensions, Field, ObjectType } from "type-graphql";
import type { Label } from "../../access/label";
import { InstantScalar } from "../../graph/scalars";
import { Bilingual } from "./bilingual";

/** What makes a number readable: what was divided by what, when, over whose rows. */
@ObjectType({ description: "指标口径 What a figure counts, over which rows and when computed." })
export class FigureBasis {
  @Extensions({ label: "public" satisfies Label })
  @Field(() => Bilingual, { description: "分子 What is counted above the line." })
  numerator!: Bilingual;

  @Extensions({ label: "public" satisfies Label })
  @Field(() => Bilingual, { description: "分母 What is counted below the line." })
  denominator!: Bilingual;

  @Extensions({ label: "public" satisfies Label })
  @Field(() => Bilingual, { description: "统计期 Day or period the figure is about." })
  period!: Bilingual;

  @Extensions({ label: "public" satisfies Label })
  @Field(() => Bilingual, { description: "统计范围 Whose rows were counted." })
  scope!: Bilingual;

  @Extensions({ label: "public" satisfies Label })
  @Field(() => InstantScalar, { description: "计算时间 When it was computed." })
  computedAt!: string;
}
