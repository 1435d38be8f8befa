import { sql, value } from "../../database/sql";
import type { HubContext } from "../../graph/context";
import { RegionParameter } from "../registry/region-parameter.entity";
import { visibleRows } from "./visible-rows";

/** The whole country in the parameter table; counts as a prefix of length 0. */
const nationwide = "CN";

/**
 * The value of a parameter for a region on a day, or null when none is in force: that of the
 * longest prefix of the region, else the nationwide one. `region` null is the whole country.
 */
export async function parameterInForce(
  { caller, database }: HubContext,
  key: string,
  region: string | null,
  day: string,
): Promise<string | null> {
  const all = value(nationwide);
  const rows = await database.read(
    sql`SELECT p.value FROM ${visibleRows(RegionParameter, caller)} p
      WHERE p.\`key\` = ${value(key)}
        AND (p.region_prefix = ${all} OR ${value(region ?? "")} LIKE CONCAT(p.region_prefix, '%'))
        AND p.effective_from <= ${value(day)}
        AND (p.effective_to IS NULL OR p.effective_to >= ${value(day)})
      ORDER BY p.region_prefix = ${all}, CHAR_LENGTH(p.region_prefix) DESC, p.effective_from DESC
      LIMIT 1`,
  );
  const stored = rows[0]?.["value"] as string | undefined;
  return stored === undefined ? null : withoutTrailingZeros(stored);
}

/** `10` of the `10.0000` a DECIMAL column answers. */
function withoutTrailingZeros(decimal: string): string {
  return decimal.includes(".") ? decimal.replace(/\.?0+$/, "") : decimal;
}
