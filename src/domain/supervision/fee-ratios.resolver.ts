import { Arg, Ctx, Extensions, Int, Query, Resolver } from "type-graphql";
import type { Label } from "../../access/label";
import { instantFromDatabase } from "../../database/calendar";
import type { Row } from "../../database/database";
import { HubError } from "../../error/hub-error";
import { declareArgument } from "../../graph/argument-labels";
import type { HubContext } from "../../graph/context";
import { FeeRatioFigure } from "./fee-ratio.figure";
import { feeRatioWords as words } from "./fee-ratio-words";
import { feeSumsSql } from "./fee-sums";
import { judgeFeeRatio, type FeeSums } from "./judge-fee-ratio";
import { parameterInForce } from "./parameter-in-force";
import { percentText } from "./percent-text";
import type { Plain } from "./plain";
import { figureRegion } from "./region-prefix";
import { scopeWords } from "./scope-words";

declareArgument("Query.feeRatios.year", { label: "public" });
declareArgument("Query.feeRatios.insurerOrgCode", { field: "Insurer.orgCode", mention: "FILTER" });
declareArgument("Query.feeRatios.regionPrefix", {
  field: "Enterprise.regionCode",
  mention: "FILTER",
});

const yearMin = 2000;
const yearMax = 2100;

/** Fee extracted / written premium, and fee spent / received premium, per insurer. */
@Resolver()
export class FeeRatiosResolver {
  @Extensions({ label: "fee" satisfies Label, scans: ["FeeEntry", "PremiumReceipt"] })
  @Query(() => [FeeRatioFigure], {
    description: "费用提取使用比例 Fee extracted and spent, per insurer with any, by its code.",
  })
  async feeRatios(
    @Arg("year", () => Int, { description: "年度 Calendar year." }) year: number,
    @Arg("insurerOrgCode", () => String, {
      nullable: true,
      description: "机构编码 Only this insurer.",
    })
    insurerOrgCode: string | null | undefined,
    @Arg("regionPrefix", () => String, {
      nullable: true,
      description: "行政区划代码前缀 Region: 2, 4, 6 or 9 digits; the caller's unless given.",
    })
    regionPrefix: string | null | undefined,
    @Ctx() context: HubContext,
  ): Promise<Plain<FeeRatioFigure>[]> {
    if (year < yearMin || year > yearMax)
      throw new HubError("BAD_USER_INPUT", {
        reason: `year: ${String(yearMin)}–${String(yearMax)}`,
      });
    const { caller, clock, database } = context;
    const region = figureRegion(caller, regionPrefix);
    // The last day of the year, or today while it runs: what was in force then judges the year.
    const yearEnd = `${String(year)}-12-31`;
    const day = yearEnd < clock.today ? yearEnd : clock.today;
    const floorPct = await parameterInForce(context, "feeFloorPct", region, day);
    const capPct = await parameterInForce(context, "feeCapPct", region, day);
    const rows = await database.read(feeSumsSql(caller, year, insurerOrgCode ?? null, region));
    const basis = {
      period: {
        zh: `${String(year)}年1月1日至12月31日`,
        en: `1 January to 31 December ${String(year)}`,
      },
      scope: scopeWords(caller, region),
      computedAt: instantFromDatabase(clock.now),
    };
    const floorBasis = { ...basis, numerator: words.extracted, denominator: words.written };
    const capBasis = { ...basis, numerator: words.spent, denominator: words.received };
    return rows.map((row) => ({
      ...ratiosOf(row, floorPct, capPct),
      year,
      floorPct,
      capPct,
      floorBasis,
      capBasis,
    }));
  }
}

function ratiosOf(
  row: Row,
  floorPct: string | null,
  capPct: string | null,
): Omit<Plain<FeeRatioFigure>, "year" | "floorPct" | "capPct" | "floorBasis" | "capBasis"> {
  const sums: FeeSums = {
    written: fen(row["written"]),
    received: fen(row["received"]),
    extracted: fen(row["extracted"]),
    spent: fen(row["spent"]),
  };
  return {
    insurerOrgCode: String(row["orgCode"]),
    insurerName: String(row["name"]),
    writtenPremiumFen: String(sums.written),
    receivedPremiumFen: String(sums.received),
    extractedFen: String(sums.extracted),
    spentFen: String(sums.spent),
    floorRatioPct: percentText(sums.extracted, sums.written),
    capRatioPct: percentText(sums.spent, sums.received),
    state: judgeFeeRatio(sums, floorPct, capPct),
  };
}

/** Sums arrive as decimal text without a fraction. */
function fen(sum: unknown): bigint {
  return BigInt(String(sum));
}
