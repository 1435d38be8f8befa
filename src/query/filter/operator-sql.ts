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

/**
 * One operator as SQL. Null is no value: it is equal to nothing, less than nothing, and what is
 * "not" is everything else, rows without a value included (`IS NOT TRUE`).
 */
export function operatorSql(of: FieldSql, operator: string, given: unknown): Sql {
  const write = operators.get(operator);
  if (!write) throw new Error(`no operator ${operator}`);
  return write(of, given);
}

type Write = (of: FieldSql, given: unknown) => Sql;

const operators: ReadonlyMap<string, Write> = new Map<string, Write>([
  ["eq", equal],
  ["ne", different],
  ["in", oneOf],
  ["notIn", (of, given) => notTrue(oneOf(of, given))],
  ["lt", compared("<")],
  ["lte", compared("<=")],
  ["gt", compared(">")],
  ["gte", compared(">=")],
  ["between", between],
  ["startsWith", (of, given) => like(of, `${pattern(given)}%`)],
  ["within", (of, given) => like(of, `${pattern(given)}%`)],
  ["contains", (of, given) => like(of, `%${pattern(given)}%`)],
  ["isNull", ({ column }, given) => sql`${column} IS ${trusted(given === true ? "" : "NOT ")}NULL`],
  ["has", ({ column }, given) => has(column, given)],
  ["hasSome", ({ column }, given) => some(listOf(given).map((each) => has(column, each)))],
  [
    "hasEvery",
    ({ column }, given) =>
      every([...listOf(given).map((each) => has(column, each)), sql`${column} IS NOT NULL`]),
  ],
  [
    "isEmpty",
    ({ column }, given) => sql`JSON_LENGTH(${column}) ${trusted(given === true ? "=" : ">")} 0`,
  ],
]);

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

function compared(sign: "<" | "<=" | ">" | ">="): Write {
  return ({ column, field }, given) =>
    sql`${column} ${trusted(sign)} ${operand(field.kind, given)}`;
}

function like({ column }: FieldSql, text: string): Sql {
  return sql`${column} LIKE ${value(text)} ESCAPE '!'`;
}

function listOf(given: unknown): readonly unknown[] {
  return Array.isArray(given) ? (given as unknown[]) : [];
}

function oneOf(of: FieldSql, given: unknown): Sql {
  const list = listOf(given);
  if (list.length === 0) return sqlFalse;
  const conditions = list.map((each) => of.is(each));
  if (conditions.every((condition) => condition !== null)) return some(conditions);
  const operands = list.map((each) => operand(of.field.kind, each));
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
