import {
  defineDailyFigure,
  figureId,
  percentile,
  whenRenewed,
} from "../../submission/findings/daily-figure";
import type { FindingRule } from "../../submission/findings/finding-rule";
import { RuleClass } from "../../submission/rule-class";
import { Severity } from "../../submission/severity";
import { claimSubject } from "./claim.subject";

const secondsToNotice = (alias: string): string =>
  `TIMESTAMPDIFF(SECOND, ${alias}.accident_at, ${alias}.reported_at)`;

const slowNotice = defineDailyFigure({
  name: "claimNoticeSeconds",
  rows: percentile(
    95,
    `SELECT c.sector AS cell, ${secondsToNotice("c")} AS value FROM claim c WHERE c.voided = 0`,
  ),
});

const reported = (at: string) => ({ claim: { S: { reported_at: at } } });
const slow = (value: number, cases: number) => ({
  daily_figure: { "claimNoticeSeconds FIREWORKS": { name: "claimNoticeSeconds", value, cases } },
});

/** One in twenty is always the slowest: to be one of them says something only after days. */
const lateNotice: FindingRule = {
  id: "CLM-10",
  severity: Severity.WARN,
  class: RuleClass.TIMELINESS,
  legalBasis: "应急厅函〔2024〕322号第五条（及时采集）",
  zh: "报案迟于同行业 95% 的案件，且超过规定天数",
  en: "Notified later than 95 % of the sector's claims, and later than the days allowed",
  subject: claimSubject,
  paths: ["$.accidentAt", "$.reportedAt"],
  parameters: { peerCasesMin: 30, claimNoticeDaysMax: 3 },
  broken: `s.reported_at > s.accident_at + INTERVAL {claimNoticeDaysMax} DAY
    AND EXISTS (SELECT 1 FROM daily_figure f WHERE f.id = ${figureId(slowNotice, "s.sector")}
      AND f.cases >= {peerCasesMin} AND ${secondsToNotice("s")} > f.value)`,
  reads: [
    whenRenewed(slowNotice, "SELECT c.id FROM daily_figure f JOIN claim c ON c.sector = f.cell"),
  ],
  examples: {
    given: {
      claim: {
        S: {
          sector: "FIREWORKS",
          accident_at: "2026-05-01 00:00:00",
          reported_at: "2026-05-05 00:00:00",
        },
      },
      ...slow(4 * 86_400, 30),
    },
    meet: [
      ["as late as the slowest of 95 %", {}],
      ["later, but within three days", { ...reported("2026-05-04 00:00:00"), ...slow(3_600, 30) }],
      ["of too few", { ...reported("2026-05-06 00:00:00"), ...slow(3_600, 29) }],
    ],
    break: [
      ["a second later than the slowest", reported("2026-05-05 00:00:01")],
      ["a second more than three days", { ...reported("2026-05-04 00:00:01"), ...slow(3_600, 30) }],
    ],
  },
};

/** What claims are judged by in comparison with those of their peers. */
export const claimNoticeFindings: readonly FindingRule[] = [lateNotice];
