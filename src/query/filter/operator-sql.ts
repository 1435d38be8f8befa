import { joinSql, sql, sqlFalse, sqlTrue, trusted, value, type Sql } from "../../database/sql";
import type { FieldModel } from "../entity-model";
import { operand } from "./operand";
import { isWhere } from "./where-input";

/** How the conditions of one field are written in one statement. */
export interface FieldSql {
  readonly field: FieldModel;
  /** The column, or the expression over columns. */
  readonly column: Sql;
  /** A condition that an index serves and that is true where the field has this value; or null. */
  is(given: unknown): Sql | null;
}

const signs = { lt: "<", lte: "<=", gt: ">", gte: ">=" } as const;

/**
 * One operator as SQL. Null is no value: it is equal to nothing, less than nothing, and what is
 * "not" is everything else, rows without a value included (`IS NOT TRUE`).
 */
export function operatorSql(of: FieldSql, operator: string, given: unknown): Sql {
  const { column, field } = of;
  const list = Array.isArray(given) ? (given as unknown[]) : [];
  switch (operator) {
    case "eq":
      return equal(of, given);
    case "ne":
      return different(of, given);
    case "in":
      return oneOf(of, list);
    case "notIn":
      return notTrue(oneOf(of, list));
    case "lt":
    case "lte":
    case "gt":
    case "gte":
      return sql`${column} ${trusted(signs[operator])} ${operand(field.kind, given)}`;
    case "between":
      return between(of, given);
    case "startsWith":
    case "within":
      return sql`${column} LIKE ${value(`${pattern(given)}%`)} ESCAPE '!'`;
    case "contains":
      return sql`${column} LIKE ${value(`%${pattern(given)}%`)} ESCAPE '!'`;
    case "isNull":
      return given === true ? sql`${column} IS NULL` : sql`${column} IS NOT NULL`;
    case "has":
      return has(column, given);
    case "hasSome":
      return some(list.map((each) => has(column, each)));
    case "hasEvery":
      return every([...list.map((each) => has(column, each)), sql`${column} IS NOT NULL`]);
    case "isEmpty":
      return sql`JSON_LENGTH(${column}) ${trusted(given === true ? "=" : ">")} 0`;
    default:
      throw new Error(`no operator ${operator}`);
  }
}

/** True for every row for which this is not: two-valued, whatever is null in it. */
export function notTrue(condition: Sql): Sql {
  return sql`((${condition}) IS NOT TRUE)`;
}

/** True where all are; of none, everywhere. */
export function every(conditions: readonly Sql[]): Sql {
  return conditions.length ? sql`(${joinSql(conditions, " AND ")})` : sqlTrue;
}

/** True where one is; of none, nowhere. */
export function some(conditions: readonly Sql[]): Sql {
  return conditions.length ? sql`(${joinSql(conditions, " OR ")})` : sqlFalse;
}

function equal(of: FieldSql, given: unknown): Sql {
  return of.is(given) ?? sql`${of.column} = ${operand(of.field.kind, given)}`;
}

/** Of what always has a value, in words that an index serves. */
function different(of: FieldSql, given: unknown): Sql {
  const { field, column } = of;
  if (field.nullable || field.expression !== null) return notTrue(equal(of, given));
  return sql`${column} <> ${operand(field.kind, given)}`;
}

function oneOf(of: FieldSql, list: readonly unknown[]): Sql {
  if (list.length === 0) return sqlFalse;
  const conditions = list.map((given) => of.is(given));
  if (conditions.every((condition) => condition !== null)) return some(conditions);
  const operands = list.map((given) => operand(of.field.kind, given));
  return sql`${of.column} IN (${joinSql(operands, ", ")})`;
}

function between({ column, field }: FieldSql, given: unknown): Sql {
  if (!isWhere(given)) throw new Error("a range was not coerced");
  const [from, to] = [operand(field.kind, given["from"]), operand(field.kind, given["to"])];
  return sql`${column} BETWEEN ${from} AND ${to}`;
}

function has(column: Sql, given: unknown): Sql {
  return sql`JSON_CONTAINS(${column}, ${value(JSON.stringify(given))})`;
}

/** Text that LIKE takes as it is. */
function pattern(given: unknown): string {
  return String(given).replace(/[!%_]/g, "!$&");
}
