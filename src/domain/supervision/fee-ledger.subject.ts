import {
  joinSql,
  sql,
  sqlFalse,
  sqlTrue,
  trusted,
  value,
  valueList,
  type Sql,
} from "../../database/sql";
import { rowsOf, type FindingSubject } from "../../submission/findings/finding-subject";

/** Digits of a city's code: ledgers are judged per insurer, city and year. */
const cityDigits = 4;
/** An insurer chooses whom it pays in a province as a whole: a city often has one agency only. */
const provinceDigits = 2;

/** The id of the ledger that a row under the alias `c` belongs to. */
export function ledgerId(year: string, digits = cityDigits): string {
  return `CONCAT(c.insurer_id, ':', LEFT(c.region_code, ${String(digits)}), ':', ${year})`;
}

/** The id of the ledger of a province that an entry under the alias `c` belongs to. */
export const provinceLedgerId = ledgerId("c.year", provinceDigits);

/** Ledgers by id; the rows of nothing else are read. */
interface Ledgers {
  readonly insurers: readonly string[];
  readonly regions: readonly string[];
  /** Null: of all years. */
  readonly years: readonly number[] | null;
}

const amount = "CASE e.kind WHEN 'REVERSAL' THEN -e.amount_fen ELSE e.amount_fen END";
const kind = "COALESCE(o.kind, e.kind)";
const spent = `CASE ${kind} WHEN 'SPEND' THEN ${amount} WHEN 'REFUND' THEN -(${amount}) ELSE 0 END`;

/** What each part of the sums adds; the same columns in each. */
const columns = ["written", "received", "extracted", "spent", "december", "entries", "round"];
const parts: readonly {
  table: string;
  alias: string;
  year: string;
  sums: Record<string, string>;
}[] = [
  {
    table: "policy e",
    alias: "e.voided = 0",
    year: "YEAR(e.signed_on)",
    sums: { written: "e.written_premium_fen" },
  },
  {
    table: "premium_receipt e",
    alias: "e.voided = 0",
    year: "YEAR(e.received_on)",
    sums: { received: "CASE e.kind WHEN 'REFUND' THEN -e.amount_fen ELSE e.amount_fen END" },
  },
  {
    table: "fee_entry e LEFT JOIN fee_entry o ON o.id = e.reverses_id",
    alias: "TRUE",
    year: "e.year",
    sums: {
      extracted: `CASE ${kind} WHEN 'EXTRACT' THEN ${amount} ELSE 0 END`,
      spent,
      december: `CASE WHEN MONTH(e.booked_on) = 12 THEN ${spent} ELSE 0 END`,
      entries: "CASE WHEN e.kind = 'SPEND' THEN 1 ELSE 0 END",
      round: "CASE WHEN e.kind = 'SPEND' AND MOD(e.amount_fen, 100000) = 0 THEN 1 ELSE 0 END",
    },
  },
];

/** Sums of the ledgers of closed years: before the year is over, floor and cap judge nothing. */
export const closedLedger: FindingSubject = {
  ...ledgerOf((ids, today) => {
    const closed = closedOf(ids, today);
    const sums = columns.map((name) => `SUM(x.${name}) AS ${name}`).join(", ");
    const union = joinSql(
      parts.map((part) => {
        const own = columns.map((name) => `${part.sums[name] ?? "0"} AS ${name}`).join(", ");
        return sql`SELECT e.insurer_id, LEFT(e.region_code, ${trusted(String(cityDigits))}) AS city,
            ${trusted(part.year)} AS year, ${trusted(own)}
          FROM ${trusted(part.table)} WHERE ${trusted(part.alias)}
            AND ${within(ledgersOf(closed), part.year)}`;
      }),
      " UNION ALL ",
    );
    return sql`(SELECT CONCAT(x.insurer_id, ':', x.city, ':', x.year) AS id, x.insurer_id,
        x.city AS region_code, x.year, ${trusted(sums)}
      FROM (${union}) x GROUP BY x.insurer_id, x.city, x.year) s`;
  }),
  tables: ["policy", "premium_receipt", "fee_entry"],
  byDay: true,
};

const balance = `CASE ${kind} WHEN 'EXTRACT' THEN ${amount} ELSE -(${spent}) END`;

/** Ledgers with entries, of any year, with what the fund held at the end of it. */
export const openLedger: FindingSubject = ledgerOf((ids) => {
  const { insurers, regions } = ledgersOf(ids);
  return sql`(SELECT CONCAT(x.insurer_id, ':', x.city, ':', x.year) AS id, x.insurer_id,
      x.city AS region_code, x.year,
      SUM(x.net) OVER (PARTITION BY x.insurer_id, x.city ORDER BY x.year) AS balance
    FROM (SELECT e.insurer_id, LEFT(e.region_code, ${trusted(String(cityDigits))}) AS city, e.year,
        SUM(${trusted(balance)}) AS net
      FROM fee_entry e LEFT JOIN fee_entry o ON o.id = e.reverses_id
      WHERE ${within({ insurers, regions, years: null }, "e.year")}
      GROUP BY e.insurer_id, city, e.year) x) s`;
});

/** What was spent in the ledgers of a province, in closed years, and the most of it for one agency. */
export const provinceLedger: FindingSubject = {
  ...ledgerOf((ids, today) => {
    const ledgers = ledgersOf(closedOf(ids, today));
    return sql`(SELECT CONCAT(x.insurer_id, ':', x.province, ':', x.year) AS id, x.insurer_id,
        x.province AS region_code, x.year, SUM(x.spent) AS spent, SUM(x.entries) AS entries,
        MAX(IF(x.agency IS NULL, 0, x.spent)) AS largest
      FROM (SELECT e.insurer_id, LEFT(e.region_code, ${trusted(String(provinceDigits))}) AS province,
          e.year, r.service_agency_id AS agency, SUM(${trusted(spent)}) AS spent,
          SUM(e.kind = 'SPEND') AS entries
        FROM fee_entry e LEFT JOIN fee_entry o ON o.id = e.reverses_id
          LEFT JOIN service_record r ON r.id = e.service_record_id
        WHERE ${within(ledgers, "e.year", provinceDigits)}
        GROUP BY e.insurer_id, province, e.year, agency) x
      GROUP BY x.insurer_id, x.province, x.year) s`;
  }),
  tables: ["fee_entry", "service_record"],
  byDay: true,
  page: (after, size) => sql`SELECT DISTINCT ${trusted(provinceLedgerId)} AS id FROM fee_entry c
    HAVING id > ${value(after)} ORDER BY id LIMIT ${trusted(String(size))}`,
};

/** A ledger per insurer, city and year, with what `from` reads of it. */
export function ledgerOf(from: (ids: readonly string[], today: string) => Sql): FindingSubject {
  return {
    ...rowsOf("FeeLedger", "fee_entry", { businessDay: "CONCAT(s.year, '-12-31')" }),
    own: false,
    existing: "TRUE",
    enterprise: "NULL",
    sector: "NULL",
    from: (ids, { today }) => from(ids, today),
    page: (after, size) => sql`SELECT id FROM (
        SELECT ${trusted(ledgerId("YEAR(c.signed_on)"))} AS id FROM policy c
        UNION SELECT ${trusted(ledgerId("YEAR(c.received_on)"))} FROM premium_receipt c
        UNION SELECT ${trusted(ledgerId("c.year"))} FROM fee_entry c
        UNION SELECT f.subject_id FROM finding f WHERE f.subject_type = 'FeeLedger') x
      WHERE id > ${value(after)} ORDER BY id LIMIT ${trusted(String(size))}`,
  };
}

function closedOf(ids: readonly string[], today: string): string[] {
  return ids.filter((id) => Number(id.split(":")[2]) < Number(today.slice(0, 4)));
}

/** The ledgers of these ids. */
export function ledgersOf(ids: readonly string[]): Ledgers {
  const split = ids.map((id) => id.split(":"));
  const each = (at: number): string[] => [...new Set(split.map((parts) => parts[at] ?? ""))];
  return { insurers: each(0), regions: each(1), years: each(2).map(Number) };
}

/** The rows `e` of an insurer that these ledgers may hold. */
export function within(
  { insurers, regions, years }: Ledgers,
  year: string,
  digits = cityDigits,
): Sql {
  if (insurers.length === 0) return sqlFalse;
  const ofYears = years ? sql`${trusted(year)} IN (${valueList(years)})` : sqlTrue;
  return sql`e.insurer_id IN (${valueList(insurers)})
    AND LEFT(e.region_code, ${trusted(String(digits))}) IN (${valueList(regions)})
    AND ${ofYears}`;
}
