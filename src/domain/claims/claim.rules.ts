import { instantFromDatabase } from "../../database/calendar";
import type { Rule } from "../../submission/rule";
import { requiredFields } from "../../submission/rules/record-shape.rules";
import { Severity } from "../../submission/severity";
import { AccidentGrade } from "./accident-grade";
import { ClaimStatus } from "./claim-status";
import { ClaimRecordInput, type ClaimStatement } from "./claim.record-input";
import { gradeAccident } from "./grade-accident";

/** A claim that meets every rule. */
export const exampleClaim: ClaimStatement = {
  sourceKey: "C-2026-0001",
  claimNo: "34AZC2026000001",
  policyKey: "P-2026-0001",
  status: ClaimStatus.REGISTERED,
  accidentAt: "2026-06-01T01:00:00.000000Z",
  placeRegionCode: "340104",
  placeAddress: "某路1号",
  accidentType: "03",
  deaths: 0,
  seriousInjuries: 1,
  minorInjuries: 0,
  reportedAt: "2026-06-01T02:00:00.000000Z",
  registeredAt: "2026-06-01T03:00:00.000000Z",
  reserveFen: "10000000",
};
const claim = (change: Partial<ClaimStatement>): ClaimStatement => ({
  ...exampleClaim,
  ...change,
});

const clockToleranceMs = 5 * 60_000;

const timesInOrder: Rule<ClaimStatement> = {
  id: "CLM-03",
  severity: Severity.REJECT,
  legalBasis: "ENG",
  zh: "出险时间不得晚于报案时间，报案时间不得晚于平台时间 5 分钟以上",
  en: "The accident comes before its report, and the report not over 5 minutes after hub time",
  breaches: ({ accidentAt, reportedAt }, { clock }) => {
    const paths: string[] = [];
    // Instants are read into one canonical form, so their order is that of their text.
    if (accidentAt && reportedAt && accidentAt > reportedAt) paths.push("$.accidentAt");
    if (reportedAt && reportedAt > latest(clock.now)) paths.push("$.reportedAt");
    return paths;
  },
  examples: {
    meet: [
      ["reported at once", claim({ accidentAt: exampleClaim.reportedAt ?? null })],
      ["reported 5 minutes ahead", claim({ reportedAt: "2026-06-01T04:05:00.000000Z" })],
    ],
    break: [
      ["reported before it happened", claim({ accidentAt: "2026-06-01T02:00:00.000001Z" })],
      ["reported over 5 minutes ahead", claim({ reportedAt: "2026-06-01T04:05:00.000001Z" })],
    ],
  },
};

const coherentCase: Rule<ClaimStatement> = {
  id: "CLM-04",
  severity: Severity.REJECT,
  legalBasis: "ENG",
  zh: "伤亡人数不得为负；事故类别为两位数字代码",
  en: "Numbers of casualties are not negative; the accident type is a two-digit code",
  breaches: (record) => [
    ...(["deaths", "seriousInjuries", "minorInjuries"] as const).flatMap((name) =>
      (record[name] ?? 0) < 0 ? [`$.${name}`] : [],
    ),
    ...(record.accidentType == null || /^\d{2}$/.test(record.accidentType)
      ? []
      : ["$.accidentType"]),
  ],
  examples: {
    meet: [
      ["nobody hurt", claim({ seriousInjuries: 0 })],
      ["the last code of GB/T 6441-1986", claim({ accidentType: "20" })],
    ],
    break: [
      ["minus one death", claim({ deaths: -1 })],
      ["minus one injury", claim({ minorInjuries: -1 })],
      ["a name instead of a code", claim({ accidentType: "机械伤害" })],
      ["one digit", claim({ accidentType: "3" })],
    ],
  },
};

const { GENERAL, LARGER, MAJOR, ESPECIALLY_MAJOR } = AccidentGrade;

const gradeAsComputed: Rule<ClaimStatement> = {
  id: "CLM-19",
  severity: Severity.REJECT,
  legalBasis: "国务院令第493号第三条",
  zh: "所报事故等级与按死亡、重伤人数和直接经济损失计算的等级不符",
  en: "The stated accident grade is not the one that deaths, injuries and loss give",
  breaches: (record) =>
    record.grade == null || record.grade === gradeOf(record) ? [] : ["$.grade"],
  examples: {
    meet: [
      ["not stated", claim({ deaths: 30 })],
      ["2 deaths, general", claim({ deaths: 2, grade: GENERAL })],
      ["3 deaths, larger", claim({ deaths: 3, grade: LARGER })],
      ["9 deaths, larger", claim({ deaths: 9, grade: LARGER })],
      ["10 deaths, major", claim({ deaths: 10, grade: MAJOR })],
      ["29 deaths, major", claim({ deaths: 29, grade: MAJOR })],
      ["30 deaths, especially major", claim({ deaths: 30, grade: ESPECIALLY_MAJOR })],
      ["9 seriously injured", claim({ seriousInjuries: 9, grade: GENERAL })],
      ["10 seriously injured", claim({ seriousInjuries: 10, grade: LARGER })],
      ["49 seriously injured", claim({ seriousInjuries: 49, grade: LARGER })],
      ["50 seriously injured", claim({ seriousInjuries: 50, grade: MAJOR })],
      ["99 seriously injured", claim({ seriousInjuries: 99, grade: MAJOR })],
      ["100 seriously injured", claim({ seriousInjuries: 100, grade: ESPECIALLY_MAJOR })],
      ["¥1亿", claim({ directLossFen: "10000000000", grade: ESPECIALLY_MAJOR })],
      ["a fen less than ¥1亿", claim({ directLossFen: "9999999999", grade: MAJOR })],
      ["a fen less than ¥5000万", claim({ directLossFen: "4999999999", grade: LARGER })],
      ["a fen less than ¥1000万", claim({ directLossFen: "999999999", grade: GENERAL })],
      ["the highest criterion wins", claim({ deaths: 3, seriousInjuries: 50, grade: MAJOR })],
    ],
    break: [
      ["3 deaths, general", claim({ deaths: 3, grade: GENERAL })],
      ["2 deaths, larger", claim({ deaths: 2, grade: LARGER })],
      ["30 deaths, major", claim({ deaths: 30, grade: MAJOR })],
    ],
  },
};

/** The grade the hub computes; the stated one is only compared with it. */
export function gradeOf(record: ClaimStatement): AccidentGrade {
  return gradeAccident({
    deaths: record.deaths ?? 0,
    seriousInjuries: record.seriousInjuries ?? 0,
    directLossFen: record.directLossFen ?? null,
  });
}

/** What a claim is judged by when it arrives. */
export const claimRules: readonly Rule<ClaimStatement>[] = [
  requiredFields("SUB-20", ClaimRecordInput, exampleClaim, "ENG"),
  timesInOrder,
  coherentCase,
  gradeAsComputed,
];

function latest(now: string): string {
  const later = new Date(Date.parse(instantFromDatabase(now)) + clockToleranceMs).toISOString();
  return `${later.slice(0, 19)}.${now.slice(20)}Z`;
}
