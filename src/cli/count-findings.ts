import type { Database } from "../database/database";
import { trusted } from "../database/sql";

/** How many subjects break a rule now. */
export interface FindingCount {
  readonly key: string;
  readonly count: number;
  readonly shadow: boolean;
}

/** Counts what is found now, by rule; leads in SHADOW as well, which nobody else sees. */
export async function countFindings(database: Database): Promise<FindingCount[]> {
  const rows = await database.read(
    trusted(`SELECT rule_key, shadow, COUNT(DISTINCT subject_id) AS n FROM finding
      WHERE cleared_at IS NULL GROUP BY rule_key, shadow ORDER BY rule_key`),
  );
  return rows.map((row) => ({
    key: row["rule_key"] as string,
    count: Number(row["n"]),
    shadow: row["shadow"] === 1,
  }));
}
