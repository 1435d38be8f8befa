import { identifier, sql, sqlFalse, sqlTrue, trusted, value, type Sql } from "../database/sql";
import type { Caller } from "./caller";
import type { GrantRows } from "./grant";
import { reachSql, type RowScope } from "./row-scope";

/**
 * The rows of a table that a grant is about. A table that cannot say to which region, sector,
 * enterprise or claim its rows belong has none; dictionaries and the like have all.
 */
export function grantRowsSql(scope: RowScope, caller: Caller, alias: string, rows: GrantRows): Sql {
  switch (rows.kind) {
    case "OWN":
      // Resolved to "own rows" when the rights are compiled.
      throw new Error("own rows are no rows of a grant");
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
  return kind === "REGION" ? sql`${name} LIKE ${value(`${asked}%`)}` : sql`${name} = ${value(asked)}`;
}

/** Rows without a claim of their own: those of the enterprise the claim is about. */
function claimedEnterpriseRows({ enterprise }: RowScope, alias: string, claim: string): Sql {
  if (enterprise === "everyone") return sqlTrue;
  if (enterprise === "nobody" || !("column" in enterprise)) return sqlFalse;
  const name = sql`${trusted(alias)}.${identifier(enterprise.column)}`;
  return sql`${name} = (SELECT c.enterprise_id FROM claim c WHERE c.id = ${value(claim)})`;
}
