import type { RowLimit } from "../access/rights";
import { limitedRows, scopeFor, type ScopePredicate } from "../access/scope-predicate";
import type { Caller } from "../access/caller";
import { snakeCase } from "../database/names";
import { identifier, joinSql, sql, trusted, value, type Sql, type SqlValue } from "../database/sql";
import type { EntityModel } from "./entity-model";
import type { RowLimits } from "./row-limits";

/** The alias of the read table in every statement of the query layer. */
export const alias = "t";
const t = trusted(alias);

/** What the hub calls now and today; comes with the request. */
export interface RequestClock {
  /** UTC, `YYYY-MM-DD HH:MM:SS.ffffff`. */
  now: string;
  /** `YYYY-MM-DD` in Asia/Shanghai. */
  today: string;
}

/**
 * The caller's rows of a table, within what its operation may use there; there is no other way to
 * get a predicate for {@link selectSql}.
 */
export function scopeOf(model: EntityModel, caller: Caller, rowLimits: RowLimits): ScopePredicate {
  return scopeFor(model.scope, caller, alias, rowLimits.get(model.name));
}

/** True for the rows of one limit, as a column of the statement. */
export function withinLimit(model: EntityModel, caller: Caller, limit: RowLimit): Sql {
  return sql`(${limitedRows(model.scope, caller, alias, limit)})`;
}

/** A column or expression of the read table, or of one that stands under another alias. */
export function valueOf(
  model: EntityModel,
  property: string,
  clock: RequestClock,
  of: string = alias,
): Sql {
  const expression = model.fields.get(property)?.expression;
  if (!expression) return sql`${trusted(of)}.${identifier(snakeCase(property))}`;
  const values: SqlValue[] = [];
  const text = expression.replaceAll("{t}", of).replace(/\{(now|today)\}/g, (_, name) => {
    values.push(name === "now" ? clock.now : clock.today);
    return "?";
  });
  return { text: `(${text})`, values };
}

/** `SELECT properties FROM table WHERE scope AND …`; `rest` is ORDER BY and LIMIT. */
export function selectSql(statement: {
  model: EntityModel;
  properties: Iterable<string>;
  /** Columns that are not properties. */
  extra?: readonly Sql[];
  scope: ScopePredicate;
  where: readonly Sql[];
  rest: Sql;
  clock: RequestClock;
}): Sql {
  const { model, scope, where, rest, clock } = statement;
  const columns = [...statement.properties].map(
    (property) => sql`${valueOf(model, property, clock)} AS ${identifier(property)}`,
  );
  columns.push(...(statement.extra ?? []));
  if (columns.length === 0) columns.push(trusted("1 AS present"));
  const from = sql`FROM ${identifier(model.table)} ${t}`;
  const conditions = joinSql([scope, ...where], " AND ");
  return sql`SELECT ${joinSql(columns, ", ")} ${from} WHERE ${conditions} ${rest}`;
}

/** Rows strictly after (or before) a position in an order that ends with `id`. */
export function beyond(
  model: EntityModel,
  at: readonly SqlValue[],
  direction: "ASC" | "DESC",
  clock: RequestClock,
): Sql {
  const sign = trusted(direction === "ASC" ? ">" : "<");
  const [first, id] = [value(at[0] ?? null), value(at[1] ?? null)];
  const key = sql`${t}.${identifier("id")}`;
  if (model.order.by === "id") return sql`${key} ${sign} ${id}`;
  const column = valueOf(model, model.order.by, clock);
  return sql`(${column} ${sign}= ${first} AND (${column} ${sign} ${first} OR ${key} ${sign} ${id}))`;
}

/** `ORDER BY` the model's order, or its reverse. */
export function orderSql(model: EntityModel, reverse: boolean, clock: RequestClock): Sql {
  const direction = trusted(directionOf(model, reverse));
  const key = sql`${t}.${identifier("id")} ${direction}`;
  if (model.order.by === "id") return sql`ORDER BY ${key}`;
  return sql`ORDER BY ${valueOf(model, model.order.by, clock)} ${direction}, ${key}`;
}

/** The direction rows are read in. */
export function directionOf(model: EntityModel, reverse: boolean): "ASC" | "DESC" {
  if (!reverse) return model.order.direction;
  return model.order.direction === "ASC" ? "DESC" : "ASC";
}
