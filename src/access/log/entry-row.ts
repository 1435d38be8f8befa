import type { SqlValue } from "../../database/sql";
import type { LogEntry } from "./log-entry";

/**
 * The columns that an entry is hashed over, in this order. The order is part of what is kept for
 * years: a new column goes to the end, under a new format.
 */
export const hashedColumns = [
  "id",
  "at",
  "part",
  "operation_id",
  "organisation_id",
  "organisation_code",
  "organisation_name",
  "organisation_type",
  "registry_id",
  "person",
  "purpose",
  "kind",
  "operation_digest",
  "variables_digest",
  "policy_version",
  "rights_key",
  "grants",
  "outcome",
  "error_codes",
  "denials",
  "level",
  "cells",
  "sensitive_cells",
  "fields",
  "labels",
  "subject_count",
  "subjects_digest",
  "duration_us",
  "details",
] as const;

/** An entry as it is stored, without its place in the chain. */
export type EntryRow = { readonly [C in (typeof hashedColumns)[number]]: SqlValue };

/** The form of the hashed text; stored with each entry, so that later forms leave earlier valid. */
export const entryFormat = 1;

const known = new WeakMap<readonly string[], string>();

/** Lists that many entries share become text once. */
function jsonOf(list: readonly string[]): string {
  let text = known.get(list);
  if (text === undefined) {
    text = JSON.stringify(list);
    known.set(list, text);
  }
  return text;
}

/** The stored form of an entry. */
export function entryRow(entry: LogEntry): EntryRow {
  const { caller, subjects } = entry;
  return {
    id: entry.id,
    at: entry.at,
    part: entry.part,
    operation_id: entry.operationId,
    organisation_id: caller.organisationId,
    organisation_code: caller.organisationCode,
    organisation_name: caller.organisationName,
    organisation_type: caller.organisationType,
    registry_id: caller.registryId,
    person: caller.person,
    purpose: entry.purpose,
    kind: entry.kind,
    operation_digest: entry.operationDigest,
    variables_digest: entry.variablesDigest,
    policy_version: entry.policyVersion,
    rights_key: entry.rightsKey,
    grants: JSON.stringify(entry.grants),
    outcome: entry.outcome,
    error_codes: JSON.stringify(entry.errorCodes),
    denials: JSON.stringify(entry.denials),
    level: entry.level,
    cells: JSON.stringify(entry.cells),
    sensitive_cells: JSON.stringify(entry.sensitiveCells),
    fields: jsonOf(entry.fields),
    labels: jsonOf(entry.labels),
    subject_count: subjects?.count ?? 0,
    subjects_digest: subjects?.digest ?? null,
    duration_us: entry.durationUs,
    details: entry.details,
  };
}

/**
 * What is hashed of an entry: its place and every column as text, the same whether it is about to
 * be stored or was read back. JSON keeps where one value ends and the next begins.
 */
export function hashedText(seq: number, row: Readonly<Record<string, unknown>>): string {
  const values = hashedColumns.map((column) => {
    // Columns of the driver are text, numbers or null.
    const value = row[column] as SqlValue | undefined;
    return value === null || value === undefined ? null : String(value);
  });
  return JSON.stringify([entryFormat, seq, ...values]);
}
