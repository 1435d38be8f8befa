import type { Row } from "../../database/database";
import type { RowsTogether } from "./finding-rule";

/**
 * The subjects that break a rule together with another row: one row for each insurer, region and
 * sector of such others, as `others` of a rule answers them. Which row it is decides nothing, so
 * the first one ends the search: many policies of one enterprise are not compared in pairs.
 */
export function* rowsTogether(
  rows: readonly Row[],
  { breaks }: RowsTogether,
  ids: readonly string[],
): Generator<Row> {
  const subjects = new Set(ids);
  for (const company of grouped(rows, (row) => String(row["together"])))
    for (const others of grouped(company, partyOf))
      for (const own of company) {
        if (!subjects.has(own["id"] as string)) continue;
        const other = others.find((one) => one["id"] !== own["id"] && breaks(own, one));
        if (!other) continue;
        const { insurer, enterprise, region, sector } = other;
        const theirs = { o_insurer: insurer, o_enterprise: enterprise, o_region: region };
        yield { ...own, ...theirs, o_sector: sector };
      }
}

function partyOf({ insurer, enterprise, region, sector }: Row): string {
  return JSON.stringify([insurer, enterprise, region, sector]);
}

function grouped(rows: readonly Row[], by: (row: Row) => string): Row[][] {
  const groups = new Map<string, Row[]>();
  for (const row of rows) {
    const key = by(row);
    const group = groups.get(key);
    if (group) group.push(row);
    else groups.set(key, [row]);
  }
  return [...groups.values()];
}
