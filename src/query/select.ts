import type { RowLimit } from "../access/rights";
import { limitedRows, scopeFor, type ScopePredicate } from "../access/scope-predicate";
import type { Caller } from "../access/caller";
import { snakeCase } from "../database/names";
import { identifier, joinSql, sql, trusted, type Sql, type SqlValue } from "../database/sql";
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

/** A column or expression of the table known as `of`, which is the read table unless said. */
export function valueOf(
  model: EntityModel,
  property: string,
  clock: RequestClock,
  of: string = alias,
): Sql {
  const expression = model.fields.get(property)?.expression;
  if (!expression) return sql`${trusted(of)}.${identifier(snakeCase(property))}`;
  return expressionSql(expression, clock, of);
}

/** SQL of an entity's declaration over `{t}`, `{today}` and `{now}`. */
export function expressionSql(expression: string, clock: RequestClock, of: string): Sql {
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
