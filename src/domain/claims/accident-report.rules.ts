import type { Rule } from "../../submission/rule";
import { requiredFields } from "../../submission/rules/record-shape.rules";
import { happened } from "../../submission/rules/value.rules";
import { Severity } from "../../submission/severity";
import { exampleUscc, validUscc } from "../registry/identifiers/uscc.rules";
import { AccidentGrade } from "./accident-grade";
import {
  AccidentReportRecordInput,
  type AccidentReportStatement,
} from "./accident-report.record-input";
import { gradeAccident } from "./grade-accident";

/** A report that meets every rule. */
export const exampleAccidentReport: AccidentReportStatement = {
  sourceKey: "T-2026-0001",
  enterpriseUscc: exampleUscc,
  placeRegionCode: "340104",
  occurredAt: "2026-06-01T01:00:00.000000Z",
  deaths: 0,
  injuries: 1,
  seriousInjuries: 1,
};
const report = (change: Partial<AccidentReportStatement>): AccidentReportStatement => ({
  ...exampleAccidentReport,
  ...change,
});

const coherentCounts: Rule<AccidentReportStatement> = {
  id: "CLM-04",
  severity: Severity.REJECT,
  legalBasis: "ENG",
  zh: "伤亡人数不得为负，重伤人数不得多于受伤人数",
  en: "Numbers of casualties are not negative, and no more are seriously injured than injured",
  breaches: (record) => {
    const { injuries, seriousInjuries } = record;
    const negative = (["deaths", "injuries", "seriousInjuries"] as const).filter(
      (name) => (record[name] ?? 0) < 0,
    );
    const beyond = injuries != null && seriousInjuries != null && seriousInjuries > injuries;
    return [...negative.map((name) => `$.${name}`), ...(beyond ? ["$.seriousInjuries"] : [])];
  },
  examples: {
    meet: [
      ["nobody hurt", report({ injuries: 0, seriousInjuries: 0 })],
      ["all seriously", report({ injuries: 2, seriousInjuries: 2 })],
    ],
    break: [
      ["minus one death", report({ deaths: -1 })],
      ["minus one injury", report({ injuries: -1, seriousInjuries: -1 })],
      ["more seriously than at all", report({ injuries: 1, seriousInjuries: 2 })],
    ],
  },
};

const { GENERAL, LARGER, MAJOR, ESPECIALLY_MAJOR } = AccidentGrade;

const gradeAsComputed: Rule<AccidentReportStatement> = {
  id: "CLM-19",
  severity: Severity.REJECT,
  legalBasis: "国务院令第493号第三条",
  zh: "所报事故等级与按死亡、重伤人数和直接经济损失计算的等级不符",
  en: "The stated accident grade is not the one that deaths, injuries and loss give",
  breaches: (record) =>
    record.grade == null || record.grade === reportedGrade(record) ? [] : ["$.grade"],
  examples: {
    meet: [
      ["not stated", report({ deaths: 30 })],
      ["2 deaths, general", report({ deaths: 2, grade: GENERAL })],
      ["3 deaths, larger", report({ deaths: 3, grade: LARGER })],
      ["10 deaths, major", report({ deaths: 10, grade: MAJOR })],
      ["30 deaths, especially major", report({ deaths: 30, grade: ESPECIALLY_MAJOR })],
      [
        "50 injured, 9 of them seriously",
        report({ injuries: 50, seriousInjuries: 9, grade: GENERAL }),
      ],
      ["10 seriously injured", report({ injuries: 10, seriousInjuries: 10, grade: LARGER })],
      ["¥5000万", report({ directLossFen: "5000000000", grade: MAJOR })],
      ["a fen less than ¥5000万", report({ directLossFen: "4999999999", grade: LARGER })],
    ],
    break: [
      ["3 deaths, general", report({ deaths: 3, grade: GENERAL })],
      ["2 deaths, larger", report({ deaths: 2, grade: LARGER })],
      ["9 seriously injured, larger", report({ injuries: 9, seriousInjuries: 9, grade: LARGER })],
    ],
  },
};

/** The grade the hub computes; the stated one is only compared with it. */
export function reportedGrade(record: AccidentReportStatement): AccidentGrade {
  return gradeAccident({
    deaths: record.deaths ?? 0,
    seriousInjuries: record.seriousInjuries ?? 0,
    directLossFen: record.directLossFen ?? null,
  });
}

/** What an accident report is judged by when it arrives. */
export const accidentReportRules: readonly Rule<AccidentReportStatement>[] = [
  requiredFields("SUB-20", AccidentReportRecordInput, exampleAccidentReport, "ENG"),
  validUscc("ENT-01", "enterpriseUscc", exampleAccidentReport),
  happened(exampleAccidentReport, "occurredAt"),
  coherentCounts,
  gradeAsComputed,
];
