import type { ExampleRows, FindingRule } from "../../submission/findings/finding-rule";
import { RuleClass } from "../../submission/rule-class";
import { Severity } from "../../submission/severity";
import { provinceLedger, provinceLedgerId } from "./fee-ledger.subject";

const own = { insurer_id: "A", kind: "SPEND", year: 2025, amount_fen: "100" };

/** Thirty spendings in two cities, of which the agency G takes the first ones, H and teams the rest. */
function spendings(ofG: number): ExampleRows {
  const numbers = Array.from({ length: 30 }, (_, n) => n);
  const region = (n: number) => (n % 2 ? "340104" : "340202");
  const service = (n: number) => (n < ofG ? "RG" : n % 3 ? "RH" : n % 2 ? "RT" : null);
  const row = (n: number) => ({ ...own, region_code: region(n), service_record_id: service(n) });
  return {
    fee_entry: Object.fromEntries(numbers.map((n) => [`F${String(n)}`, row(n)])),
    service_record: {
      RG: { service_agency_id: "G" },
      RH: { service_agency_id: "H" },
      RT: { service_agency_id: null },
    },
  };
}

/**
 * Of all that an insurer spent in a province and a year that is over, on agencies, own teams and
 * anything else: what was spent on services of one agency.
 */
const oneAgency: FindingRule = {
  id: "ORG-08",
  severity: Severity.EXPLAIN,
  class: RuleClass.FABRICATION,
  aspect: "share",
  legalBasis: "应急厅函〔2024〕322号第四条；皖应急安责险通知第三条",
  zh: "一家服务机构占保险机构全年事故预防服务支出的比例过高",
  en: "One agency takes too much of what an insurer spent on prevention in a year",
  subject: provinceLedger,
  paths: ["$.agencyUscc"],
  parameters: { agencySharePctMax: 80, agencyShareEntriesMin: 30 },
  broken: `s.year < YEAR({today}) AND s.entries >= {agencyShareEntriesMin} AND s.spent > 0
    AND 100 * s.largest > {agencySharePctMax} * s.spent`,
  reads: [
    {
      table: "fee_entry",
      subjects: `SELECT DISTINCT ${provinceLedgerId} AS id FROM fee_entry c WHERE c.id IN ({ids})`,
    },
    {
      table: "service_record",
      subjects: `SELECT DISTINCT ${provinceLedgerId} AS id FROM fee_entry c
        WHERE c.service_record_id IN ({ids})`,
    },
  ],
  examples: {
    given: spendings(24),
    subjects: ["A:34:2025"],
    meet: [
      ["eighty per cent", {}],
      [
        "too few to tell",
        { ...spendings(30), fee_entry: { ...spendings(29)["fee_entry"], F29: null } },
      ],
      ["own teams", { ...spendings(30), service_record: { RG: { service_agency_id: null } } }],
      [
        "more, but reversed",
        {
          fee_entry: {
            X: { ...own, region_code: "340104", service_record_id: "RG" },
            Y: {
              ...{ ...own, region_code: "340104", service_record_id: "RG" },
              ...{ kind: "REVERSAL", reverses_id: "X" },
            },
          },
        },
      ],
      [
        "this year, which is not over",
        {
          fee_entry: Object.fromEntries(
            Object.entries(spendings(30)["fee_entry"] ?? {}).map(([id, row]) => [
              id,
              { ...row, year: 2026 },
            ]),
          ),
        },
      ],
    ],
    break: [
      ["one more", spendings(25)],
      ["one fen more", { fee_entry: { F0: { amount_fen: "101" } } }],
    ],
  },
};

/** Whom insurers pay. */
export const agencyShareFindings: readonly FindingRule[] = [oneAgency];
