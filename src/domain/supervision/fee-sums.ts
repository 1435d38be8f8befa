import type { Caller } from "../../access/caller";
import { joinSql, sql, sqlTrue, trusted, value, valueList, type Sql } from "../../database/sql";
import { Insurer } from "../registry/insurer.entity";
import { FeeEntry } from "../prevention/fee-entry.entity";
import { Policy } from "../underwriting/policy.entity";
import { PremiumReceipt } from "../underwriting/premium-receipt.entity";
import { inRegion } from "./region-prefix";
import { visibleRows } from "./visible-rows";

/** More insurers than the country has in this line of business. */
const insurersMax = 500;

/**
 * The sums of one year per insurer, over the caller's rows, as one statement and so at one moment:
 * - `written`: premium of the policies signed in the year;
 * - `received`: receipts of the year less refunds of the year;
 * - `extracted`: extractions of that ledger year, reversed ones taken back;
 * - `spent`: spendings less refunds of that ledger year, reversed ones taken back.
 * Insurers with none of these have no row.
 */
export function feeSumsSql(
  caller: Caller,
  year: number,
  orgCode: string | null,
  region: string | null,
): Sql {
  const parts = [written, received, ledger].map((part) => part(caller, year, region));
  const named = orgCode === null ? sqlTrue : sql`i.org_code = ${value(orgCode)}`;
  return sql`SELECT i.org_code AS orgCode, i.name AS name, SUM(x.written) AS written,
      SUM(x.received) AS received, SUM(x.extracted) AS extracted, SUM(x.spent) AS spent
    FROM (${joinSql(parts, " UNION ALL ")}) x
    JOIN ${visibleRows(Insurer, caller)} i ON i.id = x.insurer_id
    WHERE ${named}
    GROUP BY i.id, i.org_code, i.name ORDER BY i.org_code LIMIT ${trusted(String(insurersMax))}`;
}

type Part = (caller: Caller, year: number, region: string | null) => Sql;

const written: Part = (caller, year, region) =>
  sql`SELECT p.insurer_id, SUM(p.written_premium_fen) AS written, 0 AS received, 0 AS extracted,
      0 AS spent
    FROM ${visibleRows(Policy, caller)} p
    WHERE p.signed_on ${within(year)} AND ${inRegion("p", region)}
    GROUP BY p.insurer_id`;

const received: Part = (caller, year, region) =>
  sql`SELECT r.insurer_id, 0, SUM(CASE r.kind WHEN 'REFUND' THEN -r.amount_fen
      ELSE r.amount_fen END), 0, 0
    FROM ${visibleRows(PremiumReceipt, caller)} r
    WHERE r.received_on ${within(year)} AND ${inRegion("r", region)}
    GROUP BY r.insurer_id`;

/** A reversal does the opposite of the entry it reverses, in the ledger year it is booked for. */
const ledger: Part = (caller, year, region) => {
  const kind = trusted("COALESCE(o.kind, e.kind)");
  const amount = trusted("CASE e.kind WHEN 'REVERSAL' THEN -e.amount_fen ELSE e.amount_fen END");
  return sql`SELECT e.insurer_id, 0, 0,
      SUM(CASE ${kind} WHEN 'EXTRACT' THEN ${amount} ELSE 0 END),
      SUM(CASE ${kind} WHEN 'SPEND' THEN ${amount} WHEN 'REFUND' THEN -(${amount}) ELSE 0 END)
    FROM ${visibleRows(FeeEntry, caller)} e
    LEFT JOIN ${visibleRows(FeeEntry, caller)} o ON e.kind = 'REVERSAL' AND o.id = e.reverses_id
    WHERE e.year = ${value(year)} AND ${inRegion("e", region)} AND ${inSectors(caller)}
    GROUP BY e.insurer_id`;
};

function within(year: number): Sql {
  return sql`BETWEEN ${value(`${String(year)}-01-01`)} AND ${value(`${String(year)}-12-31`)}`;
}

/**
 * The ledger is open to an authority across sectors, its policies are not: a ratio takes only
 * entries of the sectors whose premium it counts.
 */
function inSectors({ sectors }: Caller): Sql {
  return sectors === "ALL" ? sqlTrue : sql`e.sector IN (${valueList(sectors)})`;
}
