import {
  identifier,
  joinSql,
  sql,
  sqlFalse,
  sqlTrue,
  trusted,
  value,
  valueList,
  type Sql,
} from "../database/sql";
import type { Caller } from "./caller";
import { grantRowsSql } from "./grant-rows";
import type { RowLimit } from "./rights";
import { reachSql, type RowScope } from "./row-scope";

declare const scoped: unique symbol;
/** A row predicate made for one caller and one table. Only `scopeFor` makes it. */
export type ScopePredicate = Sql & { readonly [scoped]: true };

/**
 * The rows of a table (known as `alias` in the statement) that this caller may see; with limits,
 * those on which every field its operation mentions may be used.
 */
export function scopeFor(
  scope: RowScope,
  caller: Caller,
  alias: string,
  limits: readonly RowLimit[] = [],
): ScopePredicate {
  const own = ownRows(scope, caller, alias);
  const limited = limits.map((limit) => limitedRows(scope, caller, alias, limit));
  const reached = limited.length ? joinSql(limited, " AND ") : own;
  // The brand exists in types only: it makes a read without a scope a compile error.
  if (!scope.existing) return reached as ScopePredicate;
  const existing = trusted(scope.existing.replaceAll("{t}", alias));
  return sql`${existing} AND ${reached}` as ScopePredicate;
}

/** The rows of one limit. A party's grants never reach beyond its own rows, an authority's may. */
export function limitedRows(scope: RowScope, caller: Caller, alias: string, limit: RowLimit): Sql {
  const own = ownRows(scope, caller, alias);
  const also = limit.also.map((rows) => {
    const granted = grantRowsSql(scope, caller, alias, rows);
    return isParty(caller) || rows.kind === "OWN" ? sql`(${own} AND ${granted})` : granted;
  });
  const reached = [...(limit.own ? [own] : []), ...also];
  const some = reached.length ? sql`(${joinSql(reached, " OR ")})` : sqlFalse;
  const taken = limit.except.map(
    (rows) => sql`NOT COALESCE(${grantRowsSql(scope, caller, alias, rows)}, FALSE)`,
  );
  return joinSql([some, ...taken], " AND ");
}

/** True for those whose rows are what they themselves do or have done to them. */
export function isParty({ type }: Pick<Caller, "type">): boolean {
  return type === "INSURER" || type === "SERVICE_AGENCY" || type === "ENTERPRISE";
}

function ownRows(scope: RowScope, caller: Caller, alias: string): Sql {
  const reached = partyRows(scope, caller, alias);
  if (!scope.organisation) return reached;
  const { where, words } = scope.organisation;
  const asOne = { where: where.replaceAll("{organisation}", "{id}"), words };
  const asItself = reachSql(asOne, caller.organisationId, alias, caller.regionPrefix);
  return sql`(${reached} OR ${asItself})`;
}

function partyRows(scope: RowScope, caller: Caller, alias: string): Sql {
  switch (caller.type) {
    case "INSURER":
      return reachSql(scope.insurer, caller.insurerId, alias, caller.regionPrefix);
    case "SERVICE_AGENCY":
      return reachSql(scope.serviceAgency, caller.serviceAgencyId, alias, caller.regionPrefix);
    case "ENTERPRISE":
      return reachSql(scope.enterprise, caller.enterpriseId, alias, caller.regionPrefix);
    default:
      return jurisdiction(scope.authority, caller, alias);
  }
}

function jurisdiction(to: RowScope["authority"], caller: Caller, alias: string): Sql {
  if (to === "everyone") return sqlTrue;
  if (to === "nobody" || !/^\d{2,9}$/.test(caller.regionPrefix)) return sqlFalse;
  if (to.except?.includes(caller.type)) return sqlFalse;
  const conditions: Sql[] = [];
  const t = trusted(alias);
  if (to.region)
    conditions.push(sql`${t}.${identifier(to.region)} LIKE ${value(`${caller.regionPrefix}%`)}`);
  if (to.sector && caller.sectors !== "ALL")
    conditions.push(sql`${t}.${identifier(to.sector)} IN (${valueList(caller.sectors)})`);
  return conditions.length ? joinSql(conditions, " AND ") : sqlTrue;
}
