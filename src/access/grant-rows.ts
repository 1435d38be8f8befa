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
import type { GrantRows } from "./grant";
import { reachSql, type RowScope } from "./row-scope";

/**
 * The rows of a table that a grant is about. A table that cannot say to which region, sector,
 * enterprise or claim its rows belong has none; dictionaries and the like have all.
 */
export function grantRowsSql(scope: RowScope, caller: Caller, alias: string, rows: GrantRows): Sql {
  const named = namedRows(scope, caller, alias, rows);
  return rows.within ? sql`(${named} AND ${withinSql(scope, alias, rows.within)})` : named;
}

/** The rows of a jurisdiction; a table without region or sector is not divided by it. */
function withinSql(
  { authority }: RowScope,
  alias: string,
  { region, sectors }: NonNullable<GrantRows["within"]>,
): Sql {
  if (typeof authority === "string") return sqlTrue;
  const t = trusted(alias);
  const conditions = [sqlTrue];
  if (authority.region)
    conditions.push(sql`${t}.${identifier(authority.region)} LIKE ${value(`${region}%`)}`);
  if (authority.sector && sectors !== "ALL")
    conditions.push(sql`${t}.${identifier(authority.sector)} IN (${valueList(sectors)})`);
  return joinSql(conditions, " AND ");
}

function namedRows(scope: RowScope, caller: Caller, alias: string, rows: GrantRows): Sql {
  switch (rows.kind) {
    case "OWN":
      // Whoever reads them ties them to the rows the organisation reaches anyway.
      return sqlTrue;
    case "REGION":
    case "SECTOR":
      return jurisdictionRows(scope.authority, caller, alias, rows);
    case "ENTERPRISE":
      return reachSql(scope.enterprise, rows.value, alias, "");
    case "CLAIM":
      return scope.claim
        ? reachSql(scope.claim, rows.value, alias, "")
        : claimedEnterpriseRows(scope, alias, rows.value);
  }
}

function jurisdictionRows(
  to: RowScope["authority"],
  caller: Caller,
  alias: string,
  { kind, value: asked }: GrantRows,
): Sql {
  if (to === "everyone") return sqlTrue;
  if (to === "nobody" || to.except?.includes(caller.type)) return sqlFalse;
  const column = kind === "REGION" ? to.region : to.sector;
  if (!column) return sqlFalse;
  const name = sql`${trusted(alias)}.${identifier(column)}`;
  return kind === "REGION"
    ? sql`${name} LIKE ${value(`${asked}%`)}`
    : sql`${name} = ${value(asked)}`;
}

/** Rows without a claim of their own: those of the enterprise the claim is about. */
function claimedEnterpriseRows({ enterprise }: RowScope, alias: string, claim: string): Sql {
  if (enterprise === "everyone") return sqlTrue;
  if (enterprise === "nobody" || !("column" in enterprise)) return sqlFalse;
  const name = sql`${trusted(alias)}.${identifier(enterprise.column)}`;
  return sql`${name} = (SELECT c.enterprise_id FROM claim c WHERE c.id = ${value(claim)})`;
}
