import { hasMany } from "../../graph/fields/relation";
import { Evaluation } from "./evaluation.entity";
import { preventionLists } from "./prevention-lists";

/** The indicators of an evaluation. */
export const evaluationIndicators = [
  hasMany({
    on: Evaluation,
    field: "indicators",
    list: preventionLists.evaluationIndicators,
    by: "evaluationId",
    label: "supervision",
    description: "评估指标 Its indicators.",
  }),
];
