import { identifier, sql, sqlFalse, sqlTrue, trusted, value, type Sql } from "../database/sql";
import type { OrganisationType } from "./organisation-type";
import type { Words } from "./words";

/** Our own SQL, and what it says: without words nobody could be told which rows those are. */
export interface WrittenReach {
  where: string;
  words: Words;
}

/**
 * Which rows a party reaches: all, none, those whose column holds its id, or our own SQL over
 * `{t}` (the table), `{id}` (the party's registry entry) and `{region}` (LIKE its region).
 */
export type Reach = "everyone" | "nobody" | { column: string } | WrittenReach;

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
  /** Over `{t}` and `{organisation}`: rows an organisation reaches as itself, besides. */
  organisation?: WrittenReach;
  /** Rows of one claim (`{id}`), for grants; without it, those of the claim's enterprise. */
  claim?: Reach;
}

/** Dictionaries and other public tables. */
export const publicScope: RowScope = {
  authority: "everyone",
  insurer: "everyone",
  serviceAgency: "everyone",
  enterprise: "everyone",
};

/** The rows of the table that `id` reaches. */
export function reachSql(to: Reach, id: string | null, alias: string, regionPrefix: string): Sql {
  if (to === "everyone") return sqlTrue;
  if (to === "nobody" || id === null) return sqlFalse;
  if ("column" in to) return sql`${trusted(alias)}.${identifier(to.column)} = ${value(id)}`;
  const values: string[] = [];
  const text = to.where.replaceAll("{t}", alias).replace(/\{(id|region)\}/g, (_, name) => {
    values.push(name === "id" ? id : `${regionPrefix}%`);
    return "?";
  });
  return { text: `(${text})`, values };
}
