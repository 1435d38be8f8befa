import type { Label } from "./label";
import { organisationTypes, type OrganisationType } from "./organisation-type";
import type { Right } from "./right";

type Row = readonly [Right, Right, Right, Right, Right, Right, Right, Right, Right];

/**
 * Who may do what with which kind of data: the one table, laid out as in the specification
 * (access.md). A label without a row, or a row with a missing cell, does not compile.
 * Rows are limited further by row scope (row-scope.ts).
 */
// prettier-ignore
const table = {
  //                 EMERGENCY SECTOR FINANCIAL LOCAL_FINANCE INSURER AGENCY ENTERPRISE ASSOCIATION AUDITOR
  public:            ["R",     "R",   "R",      "R",          "R",    "R",   "R",       "R",        "R"],
  enterprise:        ["RW",    "RW",  "R",      "R",          "RW",   "R",   "R",       "A",        "R"],
  enterpriseContact: ["R",     "R",   "M",      "-",          "RW",   "R",   "RW",      "-",        "M"],
  policy:            ["R",     "R",   "R",      "R",          "RW",   "R",   "R",       "A",        "R"],
  price:             ["A",     "A",   "R",      "A",          "RW",   "-",   "R",       "A",        "R"],
  claim:             ["R",     "R",   "R",      "A",          "RW",   "-",   "R",       "A",        "R"],
  claimMoney:        ["A",     "A",   "R",      "-",          "RW",   "-",   "R",       "A",        "R"],
  claimant:          ["M",     "M",   "M",      "-",          "RW",   "-",   "R",       "-",        "M"],
  claimSensitive:    ["-",     "-",   "M",      "-",          "RW",   "-",   "-",       "-",        "-"],
  service:           ["R",     "R",   "R",      "R",          "RW",   "RW",  "RW",      "A",        "R"],
  serviceEvidence:   ["R",     "R",   "-",      "-",          "RW",   "RW",  "R",       "-",        "R"],
  hazard:            ["RW",    "RW",  "A",      "A",          "RW",   "RW",  "RW",      "A",        "R"],
  hazardDetail:      ["R",     "R",   "-",      "-",          "RW",   "RW",  "RW",      "-",        "-"],
  fee:               ["R",     "R",   "R",      "R",          "RW",   "-",   "R",       "A",        "R"],
  feeDetail:         ["-",     "-",   "R",      "-",          "RW",   "-",   "-",       "-",        "R"],
  expert:            ["R",     "R",   "M",      "-",          "RW",   "RW",  "R",       "-",        "R"],
  supervision:       ["RW",    "RW",  "RW",     "RW",         "RW",   "R",   "R",       "-",        "R"],
  solvency:          ["A",     "A",   "RW",     "A",          "R",    "-",   "-",       "A",        "R"],
  audit:             ["R",     "R",   "R",      "R",          "R",    "R",   "R",       "-",        "R"],
  quality:           ["R",     "R",   "R",      "A",          "R",    "-",   "-",       "A",        "R"],
} as const satisfies Record<Label, Row>;

/** The right an organisation type starts from. Grants (later) narrow or widen it. */
export function rightOf(type: OrganisationType, label: Label): Right {
  return table[label][organisationTypes.indexOf(type)] ?? "-";
}
