import { Extensions, Field, Int, ObjectType } from "type-graphql";
import type { Label } from "../../access/label";
import { DecimalScalar, FenScalar } from "../../graph/scalars";
import { FeeRatioState } from "./fee-ratio-state";
import { FigureBasis } from "./figure-basis";

const label: Label = "fee";

/** Extraction and use of the prevention fee of one insurer in one year, with both bases. */
@ObjectType({
  description:
    "费用提取使用比例 Fee extracted and spent by one insurer in a year, with both bases.",
})
export class FeeRatioFigure {
  @Extensions({ label })
  @Field(() => String, { description: "机构编码 Institution code of the insurer." })
  insurerOrgCode!: string;

  @Extensions({ label })
  @Field(() => String, { description: "机构名称 Name of the insurer." })
  insurerName!: string;

  @Extensions({ label })
  @Field(() => Int, { description: "年度 Year." })
  year!: number;

  @Extensions({ label })
  @Field(() => FenScalar, { description: "保费总额（分） Written premium, in fen." })
  writtenPremiumFen!: string;

  @Extensions({ label })
  @Field(() => FenScalar, { description: "实收保费（分） Premium received less refunds, in fen." })
  receivedPremiumFen!: string;

  @Extensions({ label })
  @Field(() => FenScalar, { description: "提取费用（分） Fee extracted, in fen." })
  extractedFen!: string;

  @Extensions({ label })
  @Field(() => FenScalar, { description: "支出费用（分） Fee spent less refunds, in fen." })
  spentFen!: string;

  @Extensions({ label })
  @Field(() => DecimalScalar, {
    nullable: true,
    description: "提取比例（%） Extracted per hundred written; null without written premium.",
  })
  floorRatioPct!: string | null;

  @Extensions({ label })
  @Field(() => DecimalScalar, {
    nullable: true,
    description: "投入比例（%） Spent per hundred received; null without received premium.",
  })
  capRatioPct!: string | null;

  @Extensions({ label })
  @Field(() => DecimalScalar, {
    nullable: true,
    description: "提取下限（%） Floor in force in this region; null when none is.",
  })
  floorPct!: string | null;

  @Extensions({ label })
  @Field(() => DecimalScalar, {
    nullable: true,
    description: "投入上限（%） Cap in force; null when none is.",
  })
  capPct!: string | null;

  @Extensions({ label })
  @Field(() => FeeRatioState, {
    description: "状态 How the rows counted (see the bases) stand against floor and cap.",
  })
  state!: FeeRatioState;

  @Extensions({ label })
  @Field(() => FigureBasis, {
    description: "提取比例口径 What floorRatioPct counts, when, over whose rows.",
  })
  floorBasis!: FigureBasis;

  @Extensions({ label })
  @Field(() => FigureBasis, {
    description: "投入比例口径 What capRatioPct counts, when, over whose rows.",
  })
  capBasis!: FigureBasis;
}
