import { dayOf } from "../../submission/findings/day-sql";
import type { ExampleRows, FindingRule } from "../../submission/findings/finding-rule";
import { RuleClass } from "../../submission/rule-class";
import { Severity } from "../../submission/severity";
import { serviceTeamId, serviceTeamSubject } from "./service-team.subject";

const rectifiedAtOnce = `EXISTS (SELECT 1 FROM hazard_event v WHERE v.hazard_id = h.id
  AND v.voided = 0 AND v.kind = 'RECTIFIED' AND ${dayOf("v.at")} <= ${dayOf("h.found_at")})`;

const own = { insurer_id: "A", region_code: "340104", service_agency_id: "X" };
const late = { at: "2026-05-01 16:00:00" };

/** So many hazards, of which the first ones were rectified in the last second of their day. */
function hazards(count: number, atOnce: number): ExampleRows {
  const ids = Array.from({ length: count }, (_, n) => n);
  return {
    hazard: Object.fromEntries(
      ids.map((n) => [`H${n}`, { ...own, found_at: "2026-05-01 02:00:00" }]),
    ),
    hazard_event: Object.fromEntries(
      ids.map((n) => {
        const event = { hazard_id: `H${n}`, kind: "RECTIFIED", at: "2026-05-01 15:59:59" };
        return [`V${n}`, n < atOnce ? event : { ...event, ...late }];
      }),
    ),
  };
}

const tooGood: FindingRule = {
  id: "HAZ-10",
  severity: Severity.WARN,
  class: RuleClass.FABRICATION,
  legalBasis: "皖应急安责险通知第三条（走形式、走过场）",
  zh: "近 12 个月当日发现当日整改完成的隐患占比异常高（样本不少于 30 项）",
  en: "Too many hazards of the last 12 months were rectified on the day they were found (of 30)",
  subject: serviceTeamSubject,
  paths: ["$.events"],
  parameters: { sameDayHazardsMin: 30, sameDayRectifiedPctMax: 90 },
  broken: `(SELECT COUNT(*) >= {sameDayHazardsMin}
      AND 100 * SUM(${rectifiedAtOnce}) > {sameDayRectifiedPctMax} * COUNT(*)
    FROM hazard h WHERE h.insurer_id = s.insurer_id AND h.voided = 0
      AND h.service_agency_id <=> s.service_agency_id
      AND h.region_code LIKE CONCAT(s.region_code, '%')
      AND h.found_at >= {today} - INTERVAL 12 MONTH - INTERVAL 8 HOUR)`,
  reads: [
    {
      table: "hazard",
      subjects: `SELECT DISTINCT ${serviceTeamId} AS id FROM hazard c WHERE c.id IN ({ids})`,
    },
    {
      table: "hazard_event",
      subjects: `SELECT DISTINCT ${serviceTeamId} AS id FROM hazard_event v
        JOIN hazard c ON c.id = v.hazard_id WHERE v.id IN ({ids})`,
    },
  ],
  examples: {
    given: hazards(30, 28),
    subjects: ["A:X:34"],
    meet: [
      ["ninety per cent", { hazard_event: { V27: late } }],
      ["too few to tell", { hazard: { H29: null } }],
      ["one longer ago", { hazard: { H29: { found_at: "2025-05-31 15:59:59" } } }],
      ["one by its insurer's own team", { hazard: { H29: { service_agency_id: null } } }],
    ],
    break: [
      ["one more", {}],
      ["one a year ago", { hazard: { H29: { found_at: "2025-05-31 16:00:00" } } }],
    ],
  },
};

/** Patterns in what one team found. */
export const serviceTeamFindings: readonly FindingRule[] = [tooGood];
