import type { Rule } from "../../submission/rule";
import { requiredFields } from "../../submission/rules/record-shape.rules";
import { between } from "../../submission/rules/value.rules";
import { Severity } from "../../submission/severity";
import { EvaluationGrade } from "./evaluation-grade";
import { EvaluationRecordInput, type EvaluationStatement } from "./evaluation.record-input";

/** An evaluation that meets every rule. */
export const exampleEvaluation: EvaluationStatement = {
  sourceKey: "V-2025-3401",
  regionCode: "3401",
  year: 2025,
  grade: EvaluationGrade.GOOD,
  report: "服务覆盖率和回访率均达到约定",
  indicators: [{ code: "coverage", name: "服务覆盖率", value: "0.92", score: "92" }],
};
const named = (...codes: string[]): EvaluationStatement => ({
  ...exampleEvaluation,
  indicators: codes.map((code) => ({ code, name: "指标", score: "90" })),
});

const distinctIndicators: Rule<EvaluationStatement> = {
  id: "SUB-27",
  severity: Severity.REJECT,
  legalBasis: "ENG",
  zh: "同一评估中指标编码重复，请只保留一条",
  en: "An indicator's code is stated twice in one evaluation; state it once",
  breaches: ({ indicators }) => {
    const codes = (indicators ?? []).map(({ code }) => code);
    return codes.flatMap((code, n) => (codes.indexOf(code) < n ? [`$.indicators[${n}].code`] : []));
  },
  examples: {
    meet: [
      ["two codes", named("a", "b")],
      ["codes that differ in case", named("a", "A")],
      ["none", { ...exampleEvaluation, indicators: null }],
    ],
    break: [["one code twice", named("a", "b", "a")]],
  },
};

const yearMin = 2010;
const yearMax = 2100;

/** What an evaluation is judged by when it arrives. */
export const evaluationRules: readonly Rule<EvaluationStatement>[] = [
  requiredFields("SUB-20", EvaluationRecordInput, exampleEvaluation, "ENG"),
  between(exampleEvaluation, "year", yearMin, yearMax),
  distinctIndicators,
];
