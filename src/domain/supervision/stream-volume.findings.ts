import type { Row } from "../../database/database";
import type { FindingRule } from "../../submission/findings/finding-rule";
import { RuleClass } from "../../submission/rule-class";
import { Severity } from "../../submission/severity";
import { added, daySilent, nilOf, records, thursday, usual, world } from "./stream-day.example";
import { dueDays, isOver, isSilent, streamDay, usualDays } from "./stream-day.subject";

const complete = "皖应急安责险通知第四条（完整）";

const enough = records("2026-05-26", 22);

const fallsSilent: FindingRule = {
  id: "REC-08",
  severity: Severity.EXPLAIN,
  class: RuleClass.COMPLETENESS,
  legalBasis: complete,
  zh: "日均报送较多的报送流突然中断，且未申明无数据",
  en: "A stream of many records a day fell silent, and no nil was declared",
  subject: streamDay,
  paths: ["$.day"],
  parameters: { ...dueDays, silentWorkingDays: 2, silentUsualMin: 20 },
  broken: `${isSilent} AND ${isOver}`,
  columns: "s.recent, {silentWorkingDays} AS silentDays, {silentUsualMin} AS usualMin",
  judges: isUnusuallySilent,
  reads: [],
  examples: {
    // 27 May is silent, and the nineteen working days before have 399 records.
    given: { ...world, ...usual(21, "2026-05-27") },
    subjects: daySilent,
    meet: [
      ["fewer than twenty a day", {}],
      ["the first day of silence", records("2026-05-27", 1)],
      ["nil was declared of the day before", { ...enough, ...nilOf("2026-05-27") }],
      ["nil was declared of the day", { ...enough, ...nilOf(thursday) }],
    ],
    break: [["the second day", enough]],
  },
};

const unusualVolume: FindingRule = {
  id: "SUB-10",
  severity: Severity.INFO,
  class: RuleClass.COMPLETENESS,
  legalBasis: complete,
  zh: "当日报送量明显偏离近 20 个工作日的中位数",
  en: "The day's volume is far from the median of the 20 working days before",
  subject: streamDay,
  paths: ["$.records"],
  parameters: { ...dueDays, volumeMedianMin: 50, volumeFactorMin: 0.3, volumeFactorMax: 3 },
  broken: `s.working = 1 AND ${isOver}`,
  columns: `s.recent, s.records, {volumeMedianMin} AS medianMin, {volumeFactorMin} AS least,
    {volumeFactorMax} AS most`,
  judges: isUnusualVolume,
  reads: [],
  examples: {
    given: { ...world, ...usual(49, thursday) },
    subjects: daySilent,
    meet: [
      ["of a smaller median", records(thursday, 1)],
      ["three tenths", added(usual(50, thursday), records(thursday, 15))],
      ["three times", added(usual(50, thursday), records(thursday, 150))],
    ],
    break: [
      ["less than three tenths", added(usual(50, thursday), records(thursday, 14))],
      ["more than three times", added(usual(50, thursday), records(thursday, 151))],
    ],
  },
};

/** Records of the working days before, the last one last; 0 where nil was declared. */
function recentOf({ recent }: Row): string[] {
  return typeof recent === "string" ? recent.split(",") : [];
}

function isUnusuallySilent(row: Row): boolean {
  const recent = recentOf(row);
  const silence = recent.length - recent.findLastIndex((said) => said !== "0");
  const sum = recent.reduce((total, said) => total + (said === "n" ? 0 : Number(said)), 0);
  return silence >= Number(row["silentDays"]) && sum >= usualDays * Number(row["usualMin"]);
}

function isUnusualVolume(row: Row): boolean {
  const sorted = recentOf(row)
    .map((said) => (said === "n" ? 0 : Number(said)))
    .sort((a, b) => a - b);
  if (sorted.length < usualDays) return false;
  const median = ((sorted[usualDays / 2 - 1] ?? 0) + (sorted[usualDays / 2] ?? 0)) / 2;
  const records = Number(row["records"]);
  const isFar = records < Number(row["least"]) * median || records > Number(row["most"]) * median;
  return median >= Number(row["medianMin"]) && isFar;
}

/** What the days of an insurer's streams are judged by in comparison with the days before. */
export const streamVolumeFindings: readonly FindingRule[] = [fallsSilent, unusualVolume];
