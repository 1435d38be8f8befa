import { scopeFor } from "../../access/scope-predicate";
import { snakeCase } from "../../database/names";
import {
  identifier,
  joinSql,
  sql,
  sqlFalse,
  trusted,
  type Sql,
  type SqlValue,
} from "../../database/sql";
import { modelOf, type EntityModel } from "../entity-model";
import { storedOperand } from "../filter/operand";
import type { WhereContext } from "../filter/where-sql";
import { alias, valueOf } from "../select";
import type { OrderKey } from "./order-key";

/** The alias of the table whose field a list is ordered by. */
const through = "o";

/**
 * The value of a key in each row. Of a row that the caller does not see there is none: it is read
 * within the caller's scope and the limits of the operation, like any other row.
 */
export function keySql(model: EntityModel, key: OrderKey, context: WhereContext): Sql {
  const { caller, clock, rowLimits } = context;
  if (!key.through) return valueOf(model, key.field.name, clock);
  const target = modelOf(key.through.target());
  const [t, o] = [trusted(alias), trusted(through)];
  const scope = scopeFor(target.scope, caller, through, rowLimits.get(target.name));
  const wanted = valueOf(target, key.field.name, clock, through);
  const link = sql`${o}.id = ${t}.${identifier(snakeCase(key.through.by))}`;
  return sql`(SELECT ${wanted} FROM ${identifier(target.table)} ${o} WHERE ${link} AND ${scope})`;
}

/** `ORDER BY` these keys, or their reverse. Rows without a value come first, or last when DESC. */
export function orderSql(
  model: EntityModel,
  keys: readonly OrderKey[],
  reverse: boolean,
  context: WhereContext,
): Sql {
  const parts = keys.map(
    (key) => sql`${keySql(model, key, context)} ${trusted(directionOf(key, reverse))}`,
  );
  return sql`ORDER BY ${joinSql(parts, ", ")}`;
}

/** Rows strictly after a position in the order of these keys, or before it. */
export function beyond(
  model: EntityModel,
  keys: readonly OrderKey[],
  at: readonly SqlValue[],
  reverse: boolean,
  context: WhereContext,
): Sql {
  const [key, ...rest] = keys;
  if (!key) return sqlFalse;
  const isNullable = key.through !== null || key.field.nullable;
  const value = keySql(model, key, context);
  const stands = at[0] ?? null;
  const further = after(value, key, stands, isNullable, reverse);
  if (rest.length === 0) return further;
  const next = beyond(model, rest, at.slice(1), reverse, context);
  const position = storedOperand(key.field.kind, stands);
  const level = stands === null ? sql`${value} IS NULL` : sql`${value} = ${position}`;
  const either = sql`(${further} OR (${level} AND ${next}))`;
  // Implied by the rest; it lets an index begin where the page does.
  if (isNullable || stands === null) return either;
  const sign = trusted(directionOf(key, reverse) === "ASC" ? ">=" : "<=");
  return sql`(${value} ${sign} ${position} AND ${either})`;
}

function after(
  value: Sql,
  key: OrderKey,
  stands: SqlValue,
  isNullable: boolean,
  reverse: boolean,
): Sql {
  const ascends = directionOf(key, reverse) === "ASC";
  if (stands === null) return ascends ? sql`${value} IS NOT NULL` : sqlFalse;
  const position = storedOperand(key.field.kind, stands);
  if (ascends) return sql`${value} > ${position}`;
  return isNullable
    ? sql`(${value} < ${position} OR ${value} IS NULL)`
    : sql`${value} < ${position}`;
}

function directionOf({ direction }: OrderKey, reverse: boolean): OrderKey["direction"] {
  if (!reverse) return direction;
  return direction === "ASC" ? "DESC" : "ASC";
}
