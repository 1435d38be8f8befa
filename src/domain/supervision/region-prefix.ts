import type { Caller } from "../../access/caller";
import { sql, sqlTrue, trusted, value, type Sql } from "../../database/sql";
import { HubError } from "../../error/hub-error";

/** Digits of a province, city, county and township code (GB/T 2260, GB/T 10114). */
const levels = [2, 4, 6, 9] as const;
const pattern = /^(?:\d{2}|\d{4}|\d{6}|\d{9})$/;

/**
 * The region a figure is about: the one asked for, else the caller's own, else (null) everywhere.
 * It only ever narrows: the row scope applies besides. BAD_USER_INPUT when malformed.
 */
export function figureRegion(caller: Caller, asked: string | null | undefined): string | null {
  if (asked != null) {
    if (pattern.test(asked)) return asked;
    throw new HubError("BAD_USER_INPUT", { reason: "regionPrefix: 2, 4, 6 or 9 digits" });
  }
  return pattern.test(caller.regionPrefix) ? caller.regionPrefix : null;
}

/** Rows (of this alias, from our own source) whose region lies in the region of the figure. */
export function inRegion(alias: string, region: string | null): Sql {
  if (region === null) return sqlTrue;
  return sql`${trusted(alias)}.region_code LIKE ${value(`${region}%`)}`;
}

/** Digits of the next lower level: what a figure of this region is broken down by. */
export function digitsBelow(region: string | null): number {
  const digits = region?.length ?? 0;
  return levels.find((level) => level > digits) ?? 9;
}
