import { sql, trusted, type Sql } from "../../database/sql";
import type { FieldModel } from "../entity-model";
import type { GroupField } from "./group-field";

/** What values are grouped by when not one by one: calendar periods, or levels of regions. */
export const groupSteps = [
  "DAY",
  "WEEK",
  "MONTH",
  "QUARTER",
  "YEAR",
  "PROVINCE",
  "CITY",
  "COUNTY",
] as const;

export type GroupStep = (typeof groupSteps)[number];

/** Digits of a region code (GB/T 2260) at each level. */
const regionDigits: Partial<Record<GroupStep, number>> = { PROVINCE: 2, CITY: 4, COUNTY: 6 };

/** ISO weeks, as `2026-W07`; all on the calendar of Asia/Shanghai. */
const formats: Partial<Record<GroupStep, string>> = {
  DAY: "%Y-%m-%d",
  WEEK: "%x-W%v",
  MONTH: "%Y-%m",
  YEAR: "%Y",
};

/** The steps in which a field can be grouped; empty when it is grouped value by value only. */
export function stepsOf(field: FieldModel): readonly GroupStep[] {
  if (field.isRegion) return ["PROVINCE", "CITY", "COUNTY"];
  const isTime = field.kind === "day" || field.kind === "instant";
  return isTime ? ["DAY", "WEEK", "MONTH", "QUARTER", "YEAR"] : [];
}

/** The step a key groups in: that asked for; days where it has to be some. */
export function stepIn({
  group,
  step,
}: {
  group: GroupField;
  step: GroupStep | null;
}): GroupStep | null {
  const isTime = group.field.kind === "day" || group.field.kind === "instant";
  return step ?? (isTime ? "DAY" : null);
}

/** The group a value belongs to, as text. */
export function steppedSql(field: FieldModel, value: Sql, step: GroupStep | null): Sql {
  const digits = step && regionDigits[step];
  if (digits) return sql`LEFT(${value}, ${trusted(String(digits))})`;
  if (field.kind === "boolean")
    return sql`IF(${value} = 1, 'true', IF(${value} = 0, 'false', NULL))`;
  if (field.kind === "int") return sql`CAST(${value} AS CHAR)`;
  if (field.kind !== "day" && field.kind !== "instant") return value;
  const day = field.kind === "day" ? value : sql`(${value} + INTERVAL 8 HOUR)`;
  if (step === "QUARTER") return sql`CONCAT(YEAR(${day}), '-Q', QUARTER(${day}))`;
  return sql`DATE_FORMAT(${day}, ${trusted(`'${formats[step ?? "DAY"] ?? ""}'`)})`;
}
