import { Extensions, Field, Int, ObjectType } from "type-graphql";
import type { Label } from "../../access/label";
import { DecimalScalar } from "../../graph/scalars";
import { FigureBasis } from "./figure-basis";

const label: Label = "policy";

/** The coverage of one region of the breakdown. */
@ObjectType({ description: "分地区参保覆盖 Coverage of one region of the next lower level." })
export class RegionCoverage {
  @Extensions({ label })
  @Field(() => String, { description: "行政区划代码 Region, GB/T 2260." })
  regionCode!: string;

  @Extensions({ label })
  @Field(() => Int, { description: "应保单位数 Must-insure units." })
  obligatedUnits!: number;

  @Extensions({ label })
  @Field(() => Int, { description: "已保单位数 Of these, units with a policy in force." })
  insuredUnits!: number;

  @Extensions({ label })
  @Field(() => Int, { description: "未保单位数 Of these, units without one." })
  uninsuredUnits!: number;

  @Extensions({ label })
  @Field(() => DecimalScalar, {
    nullable: true,
    description: "覆盖率（%） Insured per hundred obligated; null when there are none.",
  })
  ratePct!: string | null;
}

/** Coverage of must-insure units on one day (参保全覆盖, 安徽通知一). */
@ObjectType({ description: "参保覆盖率 How many must-insure units are insured on a day." })
export class CoverageFigure {
  @Extensions({ label })
  @Field(() => Int, { description: "应保单位数 Must-insure units." })
  obligatedUnits!: number;

  @Extensions({ label })
  @Field(() => Int, { description: "已保单位数 Of these, units with a policy in force." })
  insuredUnits!: number;

  @Extensions({ label })
  @Field(() => Int, { description: "未保单位数 Of these, units without one." })
  uninsuredUnits!: number;

  @Extensions({ label })
  @Field(() => DecimalScalar, {
    nullable: true,
    description: "覆盖率（%） Insured per hundred obligated; null when there are none.",
  })
  ratePct!: string | null;

  @Extensions({ label })
  @Field(() => [RegionCoverage], { description: "分地区 The same counts by city or county." })
  byRegion!: RegionCoverage[];

  @Extensions({ label })
  @Field(() => FigureBasis, { description: "指标口径 What was counted, when, over whose rows." })
  basis!: FigureBasis;
}
