import { sql, value, valueList } from "../../database/sql";
import { defineRecordType } from "../../submission/record-type";
import { Enterprise } from "./enterprise.entity";
import { toEnterprise } from "./references";
import { RosterEntry } from "./roster-entry.entity";
import { RosterEntryRecordInput, type RosterEntryStatement } from "./roster-entry.record-input";
import { exampleRosterEntry, rosterEntryRules } from "./roster-entry.rules";
import { waitingDeadline } from "./waiting-deadline";

/**
 * How authorities keep the roster of must-insure units. Two of them may list one enterprise; it
 * must insure as long as one of them does.
 */
export const rosterEntryRecordType = defineRecordType<RosterEntryStatement>({
  name: "rosterEntry",
  mutation: "submitRosterEntries",
  submitters: ["EMERGENCY", "SECTOR_REGULATOR"],
  entity: RosterEntry,
  owner: "listedById",
  remit: { region: null, sector: "sector" },
  input: RosterEntryRecordInput,
  sums: [],
  businessDay: "listedOn",
  rules: rosterEntryRules,
  example: exampleRosterEntry,
  references: [
    toEnterprise(
      "SUB-22",
      { regionCode: "regionCode", enterpriseSector: "sector" },
      (owner) =>
        sql`EXISTS (SELECT 1 FROM roster_entry r WHERE r.enterprise_id = p.id
          AND r.listed_by_id = ${value(owner)})`,
    ),
  ],
  consequences: [
    {
      entity: () => Enterprise,
      of: (ids) =>
        sql`SELECT DISTINCT enterprise_id AS id FROM roster_entry WHERE id IN (${valueList(ids)})`,
      derive: async (transaction, ids) => {
        await transaction.execute(
          sql`UPDATE enterprise e SET e.obligated = EXISTS (SELECT 1 FROM roster_entry r
              WHERE r.enterprise_id = e.id AND r.voided = 0 AND r.delisted_on IS NULL)
            WHERE e.id IN (${valueList(ids)})`,
        );
      },
    },
  ],
  waitsUntil: waitingDeadline,
});
