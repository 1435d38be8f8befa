import { Arg, Ctx, Extensions, Query, Resolver } from "type-graphql";
import type { Caller } from "../../access/caller";
import type { Label } from "../../access/label";
import { instantFromDatabase } from "../../database/calendar";
import type { Row } from "../../database/database";
import { sql, trusted, value, type Sql } from "../../database/sql";
import { declareArgument } from "../../graph/argument-labels";
import type { HubContext } from "../../graph/context";
import { DayScalar } from "../../graph/scalars";
import { Enterprise } from "../registry/enterprise.entity";
import { RosterEntry } from "../registry/roster-entry.entity";
import { Policy } from "../underwriting/policy.entity";
import { CoverageFigure, type RegionCoverage } from "./coverage.figure";
import type { FigureBasis } from "./figure-basis";
import { percentText } from "./percent-text";
import type { Plain } from "./plain";
import { digitsBelow, figureRegion, inRegion } from "./region-prefix";
import { scopeWords } from "./scope-words";
import { visibleRows } from "./visible-rows";

declareArgument("Query.coverage.regionPrefix", {
  field: "Enterprise.regionCode",
  mention: "FILTER",
});
declareArgument("Query.coverage.on", { label: "public" });

/** Insured must-insure units / must-insure units, over the caller's rows. */
@Resolver()
export class CoverageResolver {
  @Extensions({ label: "policy" satisfies Label, scans: ["Enterprise", "Policy"] })
  @Query(() => CoverageFigure, {
    description: "参保覆盖率 Coverage of must-insure units on a day (today unless given).",
  })
  async coverage(
    @Arg("regionPrefix", () => String, {
      nullable: true,
      description: "行政区划代码前缀 Region: 2, 4, 6 or 9 digits; the caller's unless given.",
    })
    regionPrefix: string | null | undefined,
    @Arg("on", () => DayScalar, { nullable: true, description: "统计日 Day; today unless given." })
    on: string | null | undefined,
    @Ctx() context: HubContext,
  ): Promise<Plain<CoverageFigure>> {
    const { caller, clock, database } = context;
    const region = figureRegion(caller, regionPrefix);
    const day = on ?? clock.today;
    const rows = await database.read(coverageSql(context, region, day));
    const byRegion = rows.map((row) => regionCoverage(row));
    const obligated = byRegion.reduce((sum, each) => sum + each.obligatedUnits, 0);
    const insured = byRegion.reduce((sum, each) => sum + each.insuredUnits, 0);
    const basis = { ...wordsOn(day), scope: scopeWords(caller, region) };
    return {
      ...counts(obligated, insured),
      byRegion,
      basis: { ...basis, computedAt: instantFromDatabase(clock.now) },
    };
  }
}

/** One row per region of the next lower level; as many as a region has parts. */
function coverageSql({ caller }: HubContext, region: string | null, day: string): Sql {
  const insured = sql`EXISTS (SELECT 1 FROM ${visibleRows(Policy, caller)} p
    WHERE p.enterprise_id = e.id AND p.start_date <= ${value(day)} AND p.end_date >= ${value(day)}
      AND (p.cancelled_on IS NULL OR p.cancelled_on > ${value(day)}))`;
  const below = trusted(`LEFT(e.region_code, ${String(digitsBelow(region))})`);
  return sql`SELECT ${below} AS region, COUNT(*) AS obligated, SUM(${insured}) AS insured
    FROM ${visibleRows(Enterprise, caller)} e
    WHERE ${inRegion("e", region)} AND ${obligatedOn(caller, day)}
    GROUP BY ${below} ORDER BY region`;
}

/** The roster decides for the day; a unit without any entry is judged by its present flag. */
function obligatedOn(caller: Caller, day: string): Sql {
  const entries = sql`SELECT 1 FROM ${visibleRows(RosterEntry, caller)} r
    WHERE r.enterprise_id = e.id`;
  return sql`CASE WHEN EXISTS (${entries}) THEN EXISTS (${entries}
      AND r.listed_on <= ${value(day)}
      AND (r.delisted_on IS NULL OR r.delisted_on > ${value(day)}))
    ELSE e.obligated = 1 END`;
}

function regionCoverage(row: Row): Plain<RegionCoverage> {
  const regionCode = String(row["region"]);
  return { regionCode, ...counts(Number(row["obligated"]), Number(row["insured"])) };
}

function counts(
  obligatedUnits: number,
  insuredUnits: number,
): Pick<CoverageFigure, "obligatedUnits" | "insuredUnits" | "uninsuredUnits" | "ratePct"> {
  const ratePct = percentText(BigInt(insuredUnits), BigInt(obligatedUnits));
  return { obligatedUnits, insuredUnits, uninsuredUnits: obligatedUnits - insuredUnits, ratePct };
}

function wordsOn(day: string): Pick<Plain<FigureBasis>, "numerator" | "denominator" | "period"> {
  return {
    numerator: {
      zh: "应保单位中统计日有有效保单者（起保日≤统计日≤终保日，且未退保）",
      en: "Must-insure units with a policy in force that day: started, not ended, not cancelled",
    },
    denominator: {
      zh: "统计日在应保底数台账中的单位（无台账条目者按其现行应保标识）",
      en: "Units in the roster of must-insure units that day (without entries: their present flag)",
    },
    period: { zh: `${day}（北京时间）当日`, en: `The day ${day}, Asia/Shanghai` },
  };
}
