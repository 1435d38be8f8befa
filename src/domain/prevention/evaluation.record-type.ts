import { defineRecordType } from "../../submission/record-type";
import { toRegion } from "../registry/references";
import { waitingDeadline } from "../registry/waiting-deadline";
import { EvaluationIndicator } from "./evaluation-indicator.entity";
import { Evaluation } from "./evaluation.entity";
import { EvaluationRecordInput, type EvaluationStatement } from "./evaluation.record-input";
import { evaluationRules, exampleEvaluation } from "./evaluation.rules";

/** How insurers report the annual evaluations of their prevention services (AQ 9010-2019). */
export const evaluationRecordType = defineRecordType<EvaluationStatement>({
  name: "evaluation",
  mutation: "submitEvaluations",
  submitters: ["INSURER"],
  entity: Evaluation,
  input: EvaluationRecordInput,
  sums: [],
  rules: evaluationRules,
  example: exampleEvaluation,
  references: [
    toRegion(
      "ENT-03",
      ({ regionCode }) => regionCode,
      ({ year }) => (year == null ? null : `${String(year)}-12-31`),
    ),
  ],
  parts: [
    {
      entity: () => EvaluationIndicator,
      property: "evaluationId",
      copies: ["regionCode"],
      rows: ({ indicators }) =>
        (indicators ?? []).map(({ code, name, value, score }) => ({
          code: code ?? null,
          name: name ?? null,
          value: value ?? null,
          score: score ?? null,
        })),
    },
  ],
  waitsUntil: waitingDeadline,
});
