import { Extensions, Field, Int, ObjectType } from "type-graphql";
import type { Label } from "../../access/label";
import { DecimalScalar } from "../../graph/scalars";
import { FigureBasis } from "./figure-basis";

const label: Label = "hazard";

/** Major hazards past their deadline, and how many of them were reported (应急厅函〔2024〕322号二). */
@ObjectType({ description: "逾期重大事故隐患 Overdue major hazards and how many were reported." })
export class OverdueMajorHazardFigure {
  @Extensions({ label })
  @Field(() => Int, { description: "重大事故隐患数 Major hazards found so far." })
  major!: number;

  @Extensions({ label })
  @Field(() => Int, { description: "逾期数 Of these, not closed though the deadline has passed." })
  overdue!: number;

  @Extensions({ label })
  @Field(() => Int, { description: "已上报数 Of the overdue, reported to the authorities." })
  reported!: number;

  @Extensions({ label })
  @Field(() => DecimalScalar, {
    nullable: true,
    description: "上报率（%） Reported per hundred overdue; null when none is overdue.",
  })
  reportedPct!: string | null;

  @Extensions({ label })
  @Field(() => FigureBasis, { description: "指标口径 What was counted, when, over whose rows." })
  basis!: FigureBasis;
}
