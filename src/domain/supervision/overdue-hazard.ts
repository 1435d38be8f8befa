import { sql, trusted, value, valueList, type Sql } from "../../database/sql";
import type { RequestClock } from "../../query/select";
import { HazardLevel } from "../prevention/hazard-level";
import { HazardState } from "../prevention/hazard-state";

/** Listed, not negated, so that the index (level, status, deadline) serves. */
const openStates = Object.values(HazardState).filter((state) => state !== HazardState.CLOSED);

/** The hazard (of this alias) is major. */
export function isMajor(alias: string): Sql {
  return sql`${trusted(alias)}.level = ${value(HazardLevel.MAJOR)}`;
}

/** Its deadline is before today and it is not closed: the same as `Hazard.overdue`. */
export function isOverdue(alias: string, { today }: RequestClock): Sql {
  const h = trusted(alias);
  return sql`(${h}.status IN (${valueList(openStates)}) AND ${h}.deadline < ${value(today)})`;
}
