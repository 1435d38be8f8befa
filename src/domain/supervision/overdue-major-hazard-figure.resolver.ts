import { Arg, Ctx, Extensions, Query, Resolver } from "type-graphql";
import type { Label } from "../../access/label";
import { instantFromDatabase } from "../../database/calendar";
import { sql, valueList, type Sql } from "../../database/sql";
import { declareArgument } from "../../graph/argument-labels";
import type { HubContext } from "../../graph/context";
import { HazardEvent } from "../prevention/hazard-event.entity";
import { HazardState } from "../prevention/hazard-state";
import { Hazard } from "../prevention/hazard.entity";
import type { FigureBasis } from "./figure-basis";
import { isMajor, isOverdue } from "./overdue-hazard";
import { OverdueMajorHazardFigure } from "./overdue-major-hazard.figure";
import { percentText } from "./percent-text";
import type { Plain } from "./plain";
import { figureRegion, inRegion } from "./region-prefix";
import { scopeWords } from "./scope-words";
import { visibleRows } from "./visible-rows";

declareArgument("Query.overdueMajorHazardFigure.regionPrefix", {
  field: "Enterprise.regionCode",
  mention: "FILTER",
});

/** Reported overdue major hazards / overdue major hazards, over the caller's rows. */
@Resolver()
export class OverdueMajorHazardFigureResolver {
  @Extensions({ label: "hazard" satisfies Label, scans: ["Hazard"] })
  @Query(() => OverdueMajorHazardFigure, {
    description: "逾期重大事故隐患统计 Overdue major hazards today, and how many were reported.",
  })
  async overdueMajorHazardFigure(
    @Arg("regionPrefix", () => String, {
      nullable: true,
      description: "行政区划代码前缀 Region: 2, 4, 6 or 9 digits; the caller's unless given.",
    })
    regionPrefix: string | null | undefined,
    @Ctx() context: HubContext,
  ): Promise<Plain<OverdueMajorHazardFigure>> {
    const { caller, clock, database } = context;
    const region = figureRegion(caller, regionPrefix);
    const [row] = await database.read(countsSql(context, region));
    const [major, overdue, reported] = ["major", "overdue", "reported"].map((name) =>
      Number(row?.[name] ?? 0),
    ) as [number, number, number];
    const computedAt = instantFromDatabase(clock.now);
    return {
      major,
      overdue,
      reported,
      reportedPct: percentText(BigInt(reported), BigInt(overdue)),
      basis: { ...wordsOn(clock.today), scope: scopeWords(caller, region), computedAt },
    };
  }
}

/** A hazard stays reported when work on it goes on, so its events decide, not its last state. */
function countsSql({ caller, clock }: HubContext, region: string | null): Sql {
  const states = valueList([HazardState.REPORTED, HazardState.SUPERVISED]);
  const overdue = isOverdue("h", clock);
  const reported = sql`(h.status IN (${states}) OR EXISTS (
    SELECT 1 FROM ${visibleRows(HazardEvent, caller)} v
    WHERE v.hazard_id = h.id AND v.kind IN (${states})))`;
  return sql`SELECT COUNT(*) AS major, SUM(${overdue}) AS overdue,
      SUM(${overdue} AND ${reported}) AS reported
    FROM ${visibleRows(Hazard, caller)} h WHERE ${isMajor("h")} AND ${inRegion("h", region)}`;
}

function wordsOn(today: string): Pick<Plain<FigureBasis>, "numerator" | "denominator" | "period"> {
  return {
    numerator: {
      zh: "逾期重大事故隐患中已上报或已挂牌督办者",
      en: "Overdue major hazards that were reported or put under supervision",
    },
    denominator: {
      zh: "整改期限早于当日且未销号的重大事故隐患",
      en: "Major hazards whose deadline is before the day and which are not closed",
    },
    period: { zh: `截至${today}（北京时间）`, en: `As of ${today}, Asia/Shanghai` },
  };
}
