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
import type { OrganisationType } from "./organisation-type";

/**
 * Which rows a party reaches: all, none, those whose column holds its id, or our own SQL over
 * `{t}` (the table), `{id}` (the party's registry entry) and `{region}` (LIKE its region).
 */
type Reach = "everyone" | "nobody" | { column: string } | { where: string };

/**
 * Which rows of a table each kind of caller reaches. Every table has one; without it the class
 * does not compile. Column names are those of the database.
 */
export interface RowScope {
  /** Our own SQL over `{t}`: which rows exist for anybody at all. Without it, all of them. */
  existing?: string;
  /**
   * Authorities reach region prefix × supervised sectors. `null` = the table has no such column
   * and is not limited by it. `except` names authorities that reach no row.
   */
  authority:
    | "everyone"
    | "nobody"
    | { region: string | null; sector: string | null; except?: readonly OrganisationType[] };
  insurer: Reach;
  serviceAgency: Reach;
  enterprise: Reach;
}

declare const scoped: unique symbol;
/** A row predicate made for one caller and one table. Only `scopeFor` makes it. */
export type ScopePredicate = Sql & { readonly [scoped]: true };

/** Dictionaries and other public tables. */
export const publicScope: RowScope = {
  authority: "everyone",
  insurer: "everyone",
  serviceAgency: "everyone",
  enterprise: "everyone",
};

/** The rows of a table (known as `alias` in the statement) that this caller may see. */
export function scopeFor(scope: RowScope, caller: Caller, alias: string): ScopePredicate {
  const reached = predicate(scope, caller, alias);
  // The brand exists in types only: it makes a read without a scope a compile error.
  if (!scope.existing) return reached as ScopePredicate;
  const existing = trusted(scope.existing.replaceAll("{t}", alias));
  return sql`${existing} AND ${reached}` as ScopePredicate;
}

function predicate(scope: RowScope, caller: Caller, alias: string): Sql {
  switch (caller.type) {
    case "INSURER":
      return reach(scope.insurer, caller, caller.insurerId, alias);
    case "SERVICE_AGENCY":
      return reach(scope.serviceAgency, caller, caller.serviceAgencyId, alias);
    case "ENTERPRISE":
      return reach(scope.enterprise, caller, caller.enterpriseId, alias);
    default:
      return jurisdiction(scope.authority, caller, alias);
  }
}

function reach(to: Reach, caller: Caller, id: string | null, alias: string): Sql {
  if (to === "everyone") return sqlTrue;
  if (to === "nobody" || id === null) return sqlFalse;
  if ("column" in to) return sql`${trusted(alias)}.${identifier(to.column)} = ${value(id)}`;
  const values: string[] = [];
  const text = to.where.replaceAll("{t}", alias).replace(/\{(id|region)\}/g, (_, name) => {
    values.push(name === "id" ? id : `${caller.regionPrefix}%`);
    return "?";
  });
  return { text: `(${text})`, values };
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
