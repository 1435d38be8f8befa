import { joinSql, sql, trusted, value } from "../../database/sql";
import type { FindingRule } from "../../submission/findings/finding-rule";
import { rowsOf } from "../../submission/findings/finding-subject";
import { RuleClass } from "../../submission/rule-class";
import { Severity } from "../../submission/severity";

const cityOf = (alias: string): string => `LEFT(${alias}.region_code, 4)`;
const presenceId = `CONCAT(c.insurer_id, ':', ${cityOf("c")})`;

/** An insurer in a prefecture-level city, as `insurer:city`: where it insures somebody. */
const presence = rowsOf("InsurerPresence", "policy", {
  own: false,
  existing: "CHAR_LENGTH(s.region_code) = 4",
  businessDay: "{today}",
  enterprise: "NULL",
  sector: "NULL",
  from: (ids) => {
    const rows = ids.map((id) => {
      const [insurer = "", city = ""] = id.split(":");
      return sql`SELECT ${value(id)} AS id, ${value(insurer)} AS insurer_id,
        ${value(city)} AS region_code`;
    });
    return sql`(${joinSql(rows, " UNION ALL ")}) s`;
  },
  page: (after, size) => sql`SELECT id FROM (
      SELECT DISTINCT ${trusted(presenceId)} AS id FROM policy c
      UNION SELECT f.subject_id FROM finding f WHERE f.subject_type = 'InsurerPresence') x
    WHERE id > ${value(after)} ORDER BY id LIMIT ${trusted(String(size))}`,
});

type Columns = Record<string, string | number | null>;
const P = (columns: Columns) => ({ policy: { P: columns } });
const B = (columns: Columns) => ({ insurer_branch: { B: columns } });

/**
 * A unit that serves is a branch at the level of the city or below. Who manages it the hub is not
 * told, so that is not judged.
 */
const noUnit: FindingRule = {
  id: "ORG-09",
  severity: Severity.WARN,
  class: RuleClass.COMPLETENESS,
  legalBasis: "AQ 9010-2019 第7.1条",
  zh: "保险机构在该市有有效保单，但未登记市级及以下服务机构",
  en: "The insurer has policies in force in the city, and no unit at its level or below",
  subject: presence,
  paths: ["$.level", "$.regionCode"],
  broken: `EXISTS (SELECT 1 FROM policy p WHERE p.insurer_id = s.insurer_id AND p.voided = 0
      AND p.region_code LIKE CONCAT(s.region_code, '%')
      AND {today} BETWEEN p.start_date AND p.end_date
      AND (p.cancelled_on IS NULL OR p.cancelled_on > {today}))
    AND NOT EXISTS (SELECT 1 FROM insurer_branch b WHERE b.insurer_id = s.insurer_id
      AND b.level IN ('CITY', 'COUNTY') AND ${cityOf("b")} = s.region_code)`,
  reads: ["policy", "insurer_branch"].map((table) => ({
    table,
    subjects: `SELECT DISTINCT ${presenceId} AS id FROM ${table} c WHERE c.id IN ({ids})`,
  })),
  examples: {
    given: {
      ...P({ insurer_id: "A", start_date: "2026-06-01", end_date: "2027-05-31" }),
      ...B({ insurer_id: "A", level: "CITY", region_code: "3402" }),
    },
    subjects: ["A:3401"],
    meet: [
      ["a unit of the city", B({ region_code: "3401" })],
      ["a unit in a county", B({ region_code: "340122", level: "COUNTY" })],
      ["from tomorrow", P({ start_date: "2026-06-02" })],
      ["until yesterday", P({ start_date: "2025-06-01", end_date: "2026-05-31" })],
      ["cancelled from today", P({ cancelled_on: "2026-06-01" })],
      ["taken back", P({ voided: 1 })],
      ["policies in another city", P({ region_code: "340202" })],
      ["policies of another insurer", P({ insurer_id: "B" })],
    ],
    break: [
      ["a unit of another city", {}],
      ["the insurer's branch of the province only", B({ region_code: "3401", level: "PROVINCE" })],
      ["another insurer's unit", B({ region_code: "3401", insurer_id: "B" })],
      ["until today", P({ start_date: "2025-06-02", end_date: "2026-06-01" })],
      ["cancelled from tomorrow", P({ cancelled_on: "2026-06-02" })],
    ],
  },
};

/** Where insurers insure, and whether they are there. */
export const insurerPresenceFindings: readonly FindingRule[] = [noUnit];
