import { instantFromDatabase } from "../../database/calendar";
import { add, compare, exact, zero, type Exact } from "./exact";
import type { FieldModel } from "../entity-model";

/** What was computed of one field over the rows of one group. */
export interface FieldCell {
  /** Rows that have a value. */
  readonly present: number;
  readonly sum: Exact;
  /** As stored; null without values. */
  readonly min: string | null;
  readonly max: string | null;
  /** Null where it does not follow from parts. */
  readonly distinct: number | null;
}

/** One group of rows: its keys, how many rows, and their fields' values taken together. */
export interface Cell {
  readonly keys: readonly (string | null)[];
  readonly rows: number;
  readonly fields: ReadonlyMap<string, FieldCell>;
}

const nothing: FieldCell = { present: 0, sum: zero, min: null, max: null, distinct: 0 };

export function fieldCell(cell: Cell, name: string): FieldCell {
  return cell.fields.get(name) ?? nothing;
}

/** The group that all these make up together; distinct values do not add up. */
export function merged(cells: readonly Cell[], fields: readonly FieldModel[]): Cell {
  const together = new Map(
    fields.map((field) => [
      field.name,
      cells.map((cell) => fieldCell(cell, field.name)).reduce((a, b) => both(field, a, b), nothing),
    ]),
  );
  return { keys: [], rows: cells.reduce((rows, cell) => rows + cell.rows, 0), fields: together };
}

function both(field: FieldModel, a: FieldCell, b: FieldCell): FieldCell {
  return {
    present: a.present + b.present,
    sum: add(a.sum, b.sum),
    min: furthest(field, a.min, b.min, -1),
    max: furthest(field, a.max, b.max, 1),
    distinct: a.present === 0 ? b.distinct : b.present === 0 ? a.distinct : null,
  };
}

function furthest(
  field: FieldModel,
  a: string | null,
  b: string | null,
  way: 1 | -1,
): string | null {
  if (a === null || b === null) return a ?? b;
  return compareStored(field, a, b) * way > 0 ? a : b;
}

/** How two stored values of a field stand in its order. */
export function compareStored({ kind }: FieldModel, a: string, b: string): number {
  if (kind === "fen" || kind === "decimal" || kind === "int") return compare(exact(a), exact(b));
  return a < b ? -1 : a > b ? 1 : 0;
}

/** A stored value as it is answered. */
export function answered({ kind }: FieldModel, stored: string): string {
  return kind === "instant" ? instantFromDatabase(stored) : stored;
}

/** A stored value as text; null when there is none. */
export function storedText(stored: unknown): string | null {
  if (typeof stored === "string") return stored;
  return typeof stored === "number" || typeof stored === "bigint" ? String(stored) : null;
}
