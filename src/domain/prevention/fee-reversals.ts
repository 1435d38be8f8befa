import type { FindingSource } from "../../submission/findings/finding-rule";

/** The entry under this alias stands: none reverses it. */
export function stands(alias: string): string {
  return `NOT EXISTS (SELECT 1 FROM fee_entry z WHERE z.reverses_id = ${alias}.id)`;
}

/** A reversal changes what it reverses. */
export const reversals: FindingSource = {
  table: "fee_entry",
  subjects: "SELECT c.reverses_id AS id FROM fee_entry c WHERE c.id IN ({ids})",
};
