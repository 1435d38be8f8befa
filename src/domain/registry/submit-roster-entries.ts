import { submissionMutation } from "../../submission/submission-mutation";
import { rosterEntryRecordType } from "./roster-entry.record-type";

/** The mutation `submitRosterEntries`. */
export const submitRosterEntries = submissionMutation(
  rosterEntryRecordType,
  "报送应保底数台账 Submits entries of the roster of must-insure units.",
);
