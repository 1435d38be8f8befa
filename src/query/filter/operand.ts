import { instantToDatabase } from "../../database/calendar";
import { sql, value, type Sql, type SqlValue } from "../../database/sql";
import type { FieldKind } from "../entity-model";

/**
 * A stored value as a parameter of its own type. Text beside a number would be compared as a float;
 * a cast of a constant is exact and leaves the index of the column in use.
 */
export function storedOperand(kind: FieldKind, stored: SqlValue): Sql {
  switch (kind) {
    case "fen":
      return sql`CAST(${value(stored)} AS SIGNED)`;
    case "decimal":
      return sql`CAST(${value(stored)} AS DECIMAL(20,8))`;
    case "day":
      return sql`CAST(${value(stored)} AS DATE)`;
    case "instant":
      return sql`CAST(${value(stored)} AS DATETIME(6))`;
    default:
      return value(stored);
  }
}

/** A value of a request, as coerced by its scalar, as a parameter. */
export function operand(kind: FieldKind, given: unknown): Sql {
  if (kind === "boolean") return value(given === true ? 1 : 0);
  if (typeof given === "number") return storedOperand(kind, given);
  if (typeof given !== "string") throw new Error(`a ${kind} was not coerced`);
  return storedOperand(kind, kind === "instant" ? instantToDatabase(given) : given);
}
