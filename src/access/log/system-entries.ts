import { databaseInstant } from "../../database/calendar";
import { baseRights } from "../rights";
import { newLogId } from "./new-log-id";
import type { LogEntry } from "./log-entry";

/** Entries that the log makes about itself. */
export interface SystemEntries {
  /** So many entries could not be kept while the log could not be written. */
  gap(lost: number): LogEntry;
  /** The log went on from a head that its key does not fit. */
  restart(details: string): LogEntry;
}

/** Makes the entries of one part of a deployment. */
export function systemEntries(part: string, now: () => Date): SystemEntries {
  const entry = (kind: LogEntry["kind"], details: string): LogEntry => {
    const moment = now();
    const id = newLogId(moment);
    const nobody = { organisationId: "", organisationCode: "", organisationName: "" };
    return {
      id,
      at: databaseInstant(moment),
      part,
      operationId: id,
      caller: { ...nobody, organisationType: "", registryId: "", person: "" },
      purpose: null,
      kind,
      operationDigest: "",
      variablesDigest: null,
      policyVersion: baseRights("AUDITOR").policyVersion,
      rightsKey: "",
      grants: [],
      outcome: "ALLOWED",
      errorCodes: [],
      denials: [],
      ...nothingDelivered,
      durationUs: 0,
      details,
    };
  };
  return {
    gap: (lost) => entry("GAP", JSON.stringify({ lost })),
    restart: (details) => entry("RESTART", details),
  };
}

/** What an entry says of the data of an answer that told of none. */
export const nothingDelivered = {
  level: 0,
  cells: [],
  sensitiveCells: [],
  fields: [],
  labels: [],
  subjects: null,
};

/** The entry of an operation whose answer was withheld because the log could not be written. */
export function refusedEntry(entry: LogEntry): LogEntry {
  const errorCodes = [...entry.errorCodes, "AUDIT_UNAVAILABLE"];
  return { ...entry, ...nothingDelivered, outcome: "FAILED", errorCodes };
}
