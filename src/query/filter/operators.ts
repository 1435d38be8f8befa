import type { FieldKind, FieldModel } from "../entity-model";

/**
 * What an operator is given: one value, several, a pair `{ from, to }`, yes or no, part of a text,
 * or the code of a region.
 */
export type OperandShape = "value" | "values" | "range" | "flag" | "pattern" | "region";

type Operators = Readonly<Record<string, OperandShape>>;

const equality = { eq: "value", ne: "value", in: "values", notIn: "values" } as const;
const comparison = {
  ...equality,
  lt: "value",
  lte: "value",
  gt: "value",
  gte: "value",
  between: "range",
} as const;

const byKind: Readonly<Record<FieldKind, Operators>> = {
  id: equality,
  enum: equality,
  text: { ...equality, startsWith: "pattern", contains: "pattern" },
  boolean: { eq: "value" },
  int: comparison,
  fen: comparison,
  decimal: comparison,
  day: comparison,
  instant: comparison,
  textList: { has: "value", hasSome: "values", hasEvery: "values", isEmpty: "flag" },
};

/** The ways in which a field can be filtered: the truth of input types, checks and SQL alike. */
export function operatorsOf({ kind, isRegion, nullable }: FieldModel): Operators {
  return {
    ...byKind[kind],
    ...(isRegion ? { within: "region" } : {}),
    ...(nullable ? { isNull: "flag" } : {}),
  };
}
