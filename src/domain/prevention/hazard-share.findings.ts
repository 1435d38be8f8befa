import type { Row } from "../../database/database";
import { defineDailyFigure, figureId, whenRenewed } from "../../submission/findings/daily-figure";
import { dayOf } from "../../submission/findings/day-sql";
import type { FindingRule } from "../../submission/findings/finding-rule";
import { cellsOf } from "../../submission/findings/finding-subject";
import { wilsonInterval } from "../../submission/findings/wilson-interval";
import { RuleClass } from "../../submission/rule-class";
import { Severity } from "../../submission/severity";

const sectorAndYear = `CONCAT(h.sector, ':', YEAR(${dayOf("h.found_at")}))`;

/** Of a sector and year, in the whole hub. */
const majorShare = defineDailyFigure({
  name: "majorHazardShare",
  rows: `SELECT ${sectorAndYear} AS cell, SUM(h.level = 'MAJOR') * 1.000000 / COUNT(*) AS value, COUNT(*) AS cases
    FROM hazard h WHERE h.voided = 0 GROUP BY cell`,
});

/** Of these, those that one insurer, or one agency, found in a province. */
const majorCount = defineDailyFigure({
  name: "majorHazards",
  rows: ["insurer_id", "service_agency_id"]
    .map(
      (finder) => `SELECT CONCAT(h.${finder}, ':', LEFT(h.region_code, 2), ':', ${sectorAndYear})
        AS cell, SUM(h.level = 'MAJOR') AS value, COUNT(*) AS cases
      FROM hazard h WHERE h.voided = 0 AND h.${finder} IS NOT NULL GROUP BY cell`,
    )
    .join(" UNION ALL "),
});

const part = (n: number): string => `SUBSTRING_INDEX(SUBSTRING_INDEX(f.cell, ':', ${n}), ':', -1)`;
const sharesSubject = cellsOf(
  "HazardShare",
  majorCount,
  { finder: part(1), region: part(2), peers: "SUBSTRING_INDEX(f.cell, ':', -2)" },
  {
    insurer: "IF(LEFT(s.finder, 4) = 'ins_', s.finder, NULL)",
    agency: "IF(LEFT(s.finder, 4) = 'ins_', NULL, s.finder)",
    region: "s.region",
  },
);

const own = "ins_A:34:FIREWORKS:2026";
const world = (major: number, found: number, share: string, cases = 1_000) => ({
  daily_figure: {
    [`majorHazards ${own}`]: { name: "majorHazards", cell: own, value: major, cases: found },
    "majorHazardShare FIREWORKS:2026": { name: "majorHazardShare", value: share, cases },
  },
});

const fewMajor: FindingRule = {
  id: "HAZ-12",
  severity: Severity.INFO,
  class: RuleClass.FABRICATION,
  legalBasis: "应急厅函〔2024〕322号第二条",
  zh: "重大事故隐患占比远低于同行业（威尔逊区间上限）",
  en: "Far fewer of the hazards are major than in the sector (upper end of the Wilson interval)",
  subject: sharesSubject,
  paths: ["$.level"],
  parameters: { peerCasesMin: 30, peerMajorShareFactor: 0.5 },
  broken: `s.cases >= {peerCasesMin} AND EXISTS (SELECT 1 FROM daily_figure f
    WHERE f.id = ${figureId(majorShare, "s.peers")} AND f.cases >= {peerCasesMin})`,
  columns: `s.value AS major, s.cases AS found, {peerMajorShareFactor} * (
    SELECT f.value FROM daily_figure f WHERE f.id = ${figureId(majorShare, "s.peers")}) AS least`,
  judges: isFarBelow,
  reads: [
    whenRenewed(majorCount, "SELECT f.cell AS id FROM daily_figure f"),
    whenRenewed(
      majorShare,
      `SELECT c.cell AS id FROM daily_figure f JOIN daily_figure c
        ON c.name = '${majorCount.name}' AND SUBSTRING_INDEX(c.cell, ':', -2) = f.cell`,
    ),
  ],
  examples: {
    given: {},
    subjects: [own],
    // None of 35 may still be up to 9.89 per cent.
    meet: [
      ["as far above half of the peers' share as can be told", world(0, 35, "0.1978")],
      ["of too few", world(0, 29, "0.9")],
      ["compared with too few", world(0, 35, "0.9", 29)],
    ],
    break: [
      ["below half of it", world(0, 35, "0.1980")],
      ["of thirty", world(0, 30, "0.9", 30)],
    ],
  },
};

function isFarBelow({ major, found, least }: Row): boolean {
  const interval = wilsonInterval(Number(major), Number(found));
  return interval !== null && interval.high < Number(least);
}

/** What the hazards of an insurer or agency are judged by, taken together. */
export const hazardShareFindings: readonly FindingRule[] = [fewMajor];
