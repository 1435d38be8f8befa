import type { Rule } from "../../submission/rule";
import { requiredFields } from "../../submission/rules/record-shape.rules";
import { Severity } from "../../submission/severity";
import { exampleUscc, validUscc } from "./identifiers/uscc.rules";
import { RosterEntryRecordInput, type RosterEntryStatement } from "./roster-entry.record-input";
import { Sector } from "./sector";

/** An entry that meets every rule. */
export const exampleRosterEntry: RosterEntryStatement = {
  sourceKey: "Y-2026-0001",
  enterpriseUscc: exampleUscc,
  sector: Sector.HAZARDOUS_CHEMICALS,
  listedOn: "2026-01-01",
  source: "安全生产许可证台账",
};
const entry = (change: Partial<RosterEntryStatement>): RosterEntryStatement => ({
  ...exampleRosterEntry,
  ...change,
});

const listedBeforeDelisted: Rule<RosterEntryStatement> = {
  id: "SUB-26",
  severity: Severity.REJECT,
  legalBasis: "ENG",
  zh: "移出日期不得早于列入日期",
  en: "The day of removal does not come before the day of listing",
  breaches: ({ listedOn, delistedOn }) =>
    listedOn && delistedOn && delistedOn < listedOn ? ["$.delistedOn"] : [],
  examples: {
    meet: [
      ["still listed", entry({})],
      ["removed on the day", entry({ delistedOn: "2026-01-01" })],
    ],
    break: [["removed the day before", entry({ delistedOn: "2025-12-31" })]],
  },
};

/** What an entry of the roster is judged by when it arrives. */
export const rosterEntryRules: readonly Rule<RosterEntryStatement>[] = [
  requiredFields("SUB-20", RosterEntryRecordInput, exampleRosterEntry, "ENG"),
  validUscc("ENT-01", "enterpriseUscc", exampleRosterEntry),
  listedBeforeDelisted,
];
