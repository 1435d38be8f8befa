import type { Caller } from "../../access/caller";
import { identifier, sql, trusted, type Sql } from "../../database/sql";
import { modelOf, type EntityClass } from "../../query/entity-model";
import { noRowLimits } from "../../query/row-limits";
import { alias, scopeOf } from "../../query/select";

/**
 * The caller's rows of a table, to stand in a FROM: figures name tables in no other way, so none
 * can count a row its caller may not see. The database merges it into the statement around it.
 */
export function visibleRows(entity: EntityClass, caller: Caller): Sql {
  const model = modelOf(entity);
  const t = trusted(alias);
  return sql`(SELECT ${t}.* FROM ${identifier(model.table)} ${t} WHERE ${scopeOf(model, caller, noRowLimits)})`;
}
