import type { Words } from "../../access/words";
import { answered, fieldCell, type Cell } from "./cell";
import { divide, exactText } from "./exact";
import { incomplete, suppressed, whole, type Figure } from "./figure";
import { figureLimits } from "./figure-limits";
import type { Measure } from "./measure";

/**
 * One figure of one group, or why it is kept back. Rows without a value are left out of it and said to be: of a field that
 * is held for aggregates only (`isControlled`), without their number.
 */
export function figureOf(
  cell: Cell,
  measure: Measure,
  keptBack: Words | null,
  isControlled: boolean,
): Figure {
  if (keptBack) return suppressed(keptBack);
  const { kind, field } = measure;
  if (kind === "count") return whole(cell.rows);
  const { present, sum, min, max, distinct } = fieldCell(cell, field.name);
  if (kind === "countDistinct" && distinct === null) return incomplete(null, notAdded);
  const missing = cell.rows - present;
  const value = {
    sum: () => (present === 0 && missing > 0 ? null : exactText(sum)),
    avg: () => average(sum, present),
    min: () => (min === null ? null : answered(field, min)),
    max: () => (max === null ? null : answered(field, max)),
    countDistinct: () => distinct,
  }[kind]();
  if (missing > 0) return incomplete(value, isControlled ? someLeftOut : leftOut(missing));
  return value === null ? incomplete(null, noRows) : whole(value);
}

function average(sum: Parameters<typeof divide>[0], present: number): string | null {
  if (present === 0) return null;
  return exactText(divide(sum, BigInt(present), figureLimits.averageScale));
}

function leftOut(rows: number): Words {
  return {
    zh: `${String(rows)} 条记录没有该值，未计入`,
    en: `${String(rows)} rows have no value and are left out`,
  };
}

const someLeftOut: Words = {
  zh: "部分记录没有该值，未计入",
  en: "Some rows have no value and are left out",
};

const noRows: Words = { zh: "没有记录", en: "There are no rows" };

const notAdded: Words = {
  zh: "不同值的个数不能由各组相加；请单独查询",
  en: "Numbers of distinct values do not add up; ask for this part on its own",
};
