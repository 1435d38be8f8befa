import { modelOf, type EntityModel, type FieldKind } from "../../src/query/entity-model";
import { snakeCase } from "../../src/database/names";
import { reaches, type OracleCaller, type StoredRow, type World } from "./visible-rows";

/*
 * What filters and orders mean, written by hand as plain JavaScript over all rows: what the SQL of
 * the hub is held against. Of the models it takes names, kinds and keys, nothing of their SQL.
 */

type Where = Record<string, unknown>;
type Value = bigint | number | string | boolean | readonly unknown[] | null;

/** Rows as one caller sees them on one day. */
export class FilteredRows {
  private readonly seen = new Map<string, StoredRow[]>();
  private readonly byKey = new Map<string, Map<unknown, StoredRow[]>>();

  constructor(
    private readonly world: World,
    private readonly caller: OracleCaller,
    private readonly today: string,
  ) {}

  /** The ids of all rows of an entity that the caller sees and for which the filter holds. */
  ids(model: EntityModel, where: Where, orderBy: readonly OrderOf[]): string[] {
    const rows = this.visible(model).filter((row) => this.holds(model, row, where));
    return rows.sort((a, b) => this.compare(model, a, b, orderBy)).map((row) => String(row["id"]));
  }

  holds(model: EntityModel, row: StoredRow, where: Where): boolean {
    return Object.entries(where).every(([name, given]) => {
      if (name === "and") return (given as Where[]).every((part) => this.holds(model, row, part));
      if (name === "or") return (given as Where[]).some((part) => this.holds(model, row, part));
      if (name === "not") return !this.holds(model, row, given as Where);
      const relation = model.relations.get(name);
      if (relation) return this.related(model, name, row, given as Where);
      const kind = model.fields.get(name)?.kind;
      if (!kind) throw new Error(`${model.name}.${name} is no field`);
      const value = this.value(model, row, name);
      return Object.entries(given as Where).every(([operator, operand]) =>
        fulfils(kind, value, operator, operand),
      );
    });
  }

  private related(model: EntityModel, name: string, row: StoredRow, given: Where): boolean {
    const relation = model.relations.get(name);
    if (!relation) throw new Error(name);
    const target = modelOf(relation.target());
    const key = snakeCase(relation.by);
    if (!relation.many)
      return this.with(target, "id", row[key]).some((other) => this.holds(target, other, given));
    const rows = this.with(target, key, row["id"]);
    return Object.entries(given).every(([quantifier, where]) => {
      const holds = (other: StoredRow): boolean => this.holds(target, other, where as Where);
      if (quantifier === "some") return rows.some(holds);
      return quantifier === "none" ? !rows.some(holds) : rows.every(holds);
    });
  }

  private visible({ table }: EntityModel): StoredRow[] {
    const rows =
      this.seen.get(table) ??
      (this.world[table] ?? []).filter((row) => reaches(table, row, this.caller, this.world));
    this.seen.set(table, rows);
    return [...rows];
  }

  /** The visible rows whose column holds this. */
  private with(model: EntityModel, column: string, key: StoredRow[string] | undefined) {
    const name = `${model.table}.${column}`;
    let by = this.byKey.get(name);
    if (!by) {
      by = new Map<unknown, StoredRow[]>();
      for (const row of this.visible(model)) {
        const rows = by.get(row[column]) ?? [];
        rows.push(row);
        by.set(row[column], rows);
      }
      this.byKey.set(name, by);
    }
    return key === null || key === undefined ? [] : (by.get(key) ?? []);
  }

  private compare(
    model: EntityModel,
    a: StoredRow,
    b: StoredRow,
    orderBy: readonly OrderOf[],
  ): number {
    for (const { path, direction } of orderBy) {
      const compared = compareValues(this.at(model, a, path), this.at(model, b, path));
      if (compared !== 0) return direction === "ASC" ? compared : -compared;
    }
    return 0;
  }

  private at(model: EntityModel, row: StoredRow, path: readonly string[]): Value {
    const [first = "", second] = path;
    if (second === undefined) return this.value(model, row, first);
    const relation = model.relations.get(first);
    if (!relation) throw new Error(`${model.name}.${first} is no relation`);
    const target = modelOf(relation.target());
    const key = row[snakeCase(relation.by)];
    const [other] = this.with(target, "id", key);
    return other ? this.value(target, other, second) : null;
  }

  private value(model: EntityModel, row: StoredRow, name: string): Value {
    const derived = this.derived(`${model.name}.${name}`, row);
    if (derived !== undefined) return derived;
    const field = model.fields.get(name);
    if (!field || field.expression) throw new Error(`the oracle does not know ${name}`);
    return valueOf(field.kind, row[snakeCase(name)] ?? null);
  }

  private derived(coordinate: string, row: StoredRow): Value | undefined {
    const { today } = this;
    if (coordinate === "Hazard.overdue")
      return row["status"] !== "CLOSED" && String(row["deadline"]) < today;
    if (coordinate !== "Policy.status") return undefined;
    if (row["cancelled_on"] !== null && String(row["cancelled_on"]) <= today) return "CANCELLED";
    if (String(row["start_date"]) > today) return "PENDING";
    return String(row["end_date"]) < today ? "EXPIRED" : "IN_FORCE";
  }
}

/** One key of an order: a field, or a relation and a field of what it leads to. */
export interface OrderOf {
  readonly path: readonly string[];
  readonly direction: "ASC" | "DESC";
}

/** A value as it is compared: money and decimals as whole numbers, instants as UTC text. */
export function valueOf(kind: FieldKind, stored: unknown): Value {
  if (stored === null) return null;
  if (Array.isArray(stored)) return stored as unknown[];
  // What a driver answers: text, numbers.
  const text = typeof stored === "string" ? stored : JSON.stringify(stored);
  switch (kind) {
    case "fen":
      return BigInt(text);
    case "decimal": {
      const [whole = "0", part = ""] = text.replace("-", "").split(".");
      const scaled = BigInt(whole + part.padEnd(8, "0"));
      return text.startsWith("-") ? -scaled : scaled;
    }
    case "boolean":
      return stored === 1 || stored === true;
    case "int":
      return Number(text);
    case "textList":
      return listOf(text);
    case "instant":
      return text.replace("T", " ").replace("Z", "");
    default:
      return text;
  }
}

/** Lists are stored as JSON. */
function listOf(text: string): unknown[] {
  return JSON.parse(text) as unknown[];
}

type Holds = (value: Value, given: readonly Value[]) => boolean;

const less = (a: Value, b: Value): boolean => a !== null && compareValues(a, b) < 0;
const least: Holds = (value, [of = null]) => value !== null && !less(value, of);
const most: Holds = (value, [, of = null]) => value !== null && !less(of, value);
const begins: Holds = (value, [of]) => value !== null && String(value).startsWith(String(of));

/** What each operator means of a value; no value is equal to nothing and less than nothing. */
const operators: Readonly<Record<string, Holds>> = {
  eq: (value, [of]) => value === of,
  ne: (value, [of]) => value !== of,
  in: (value, given) => value !== null && given.includes(value),
  notIn: (value, given) => value === null || !given.includes(value),
  lt: (value, [of = null]) => less(value, of),
  lte: (value, [of = null]) => most(value, [null, of]),
  gt: (value, [of = null]) => value !== null && less(of, value),
  gte: least,
  between: (value, given) => least(value, given) && most(value, given),
  startsWith: begins,
  within: begins,
  contains: (value, [of]) => value !== null && String(value).includes(String(of)),
};

function fulfils(kind: FieldKind, value: Value, operator: string, operand: unknown): boolean {
  if (operator === "isNull") return (value === null) === operand;
  if (kind === "textList")
    return value !== null && listFulfils(value as unknown[], operator, operand);
  const holds = operators[operator];
  if (!holds) throw new Error(`the oracle does not know ${operator}`);
  const given = operator === "between" ? rangeOf(operand) : [operand].flat();
  return holds(
    value,
    given.map((each) => valueOf(kind, each)),
  );
}

function rangeOf(operand: unknown): unknown[] {
  const { from, to } = operand as { from: unknown; to: unknown };
  return [from, to];
}

function listFulfils(value: readonly unknown[], operator: string, operand: unknown): boolean {
  if (operator === "has") return value.includes(operand);
  if (operator === "hasSome") return (operand as unknown[]).some((v) => value.includes(v));
  if (operator === "hasEvery") return (operand as unknown[]).every((v) => value.includes(v));
  if (operator === "isEmpty") return (value.length === 0) === operand;
  throw new Error(`the oracle does not know ${operator}`);
}

/** Nothing comes before everything; text is compared byte by byte. */
function compareValues(a: Value, b: Value): number {
  if (a === b) return 0;
  if (a === null) return -1;
  if (b === null) return 1;
  if (typeof a === "string") return Buffer.compare(Buffer.from(a), Buffer.from(String(b)));
  return a < b ? -1 : 1;
}
