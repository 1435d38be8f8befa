import { sql, trusted, valueList } from "../../../database/sql";
import { rowsOf, type FindingSubject } from "../../../submission/findings/finding-subject";

/** What a reversal reverses decides what it is; it counts on the day it was booked itself. */
const kind = "COALESCE(o.kind, e.kind)";
const amount = "CASE e.kind WHEN 'REVERSAL' THEN -e.amount_fen ELSE e.amount_fen END";
const moved = (of: string): string => `SUM(CASE ${kind} WHEN '${of}' THEN ${amount} ELSE 0 END)`;
const kinds = { extracted: "EXTRACT", spent: "SPEND", refunded: "REFUND" } as const;
const names = Object.keys(kinds) as (keyof typeof kinds)[];

const byMonth = names.map((name) => `${moved(kinds[name])} AS ${name}`).join(", ");
const ofYear = names
  .map((name) => `COALESCE(SUM(CASE WHEN x.year = f.year THEN x.${name} END), 0) AS ${name}`)
  .join(", ");
const said = ["extracted", "spent", "refunded", "balance", "gl_control_balance"]
  .map((name) => `f.${name}_fen`)
  .join(", ");

/**
 * Statements with the ledger replayed: what its entries, as the hub has them now, came to at the
 * end of the month; of the ledger's year, and for the balance of all years.
 */
export const feeStatementSubject: FindingSubject = rowsOf("FeeStatement", "fee_statement", {
  businessDay: "s.month_end",
  enterprise: "NULL",
  sector: "NULL",
  from: (ids) => {
    const which = valueList(ids);
    return sql`(SELECT f.id, f.insurer_id, f.region_code, f.month_end, f.voided, ${trusted(said)},
        ${trusted(ofYear)}, COALESCE(SUM(x.extracted - x.spent + x.refunded), 0) AS balance
      FROM fee_statement f LEFT JOIN (
        SELECT e.insurer_id, LEFT(e.region_code, 4) AS city, e.year, LAST_DAY(e.booked_on) AS month,
          ${trusted(byMonth)}
        FROM fee_entry e LEFT JOIN fee_entry o ON o.id = e.reverses_id
        WHERE e.insurer_id IN (SELECT g.insurer_id FROM fee_statement g WHERE g.id IN (${which}))
          AND LEFT(e.region_code, 4) IN (
            SELECT g.region_code FROM fee_statement g WHERE g.id IN (${which}))
        GROUP BY e.insurer_id, city, e.year, month
      ) x ON x.insurer_id = f.insurer_id AND x.city = f.region_code AND x.month <= f.month_end
      WHERE f.id IN (${which})
      GROUP BY f.id) s`;
  },
});
