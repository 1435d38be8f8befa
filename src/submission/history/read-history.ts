import { scopeFor } from "../../access/scope-predicate";
import type { Row } from "../../database/database";
import { identifier, sql, trusted, value, type Sql } from "../../database/sql";
import { HubError } from "../../error/hub-error";
import type { HubContext } from "../../graph/context";
import { modelOf } from "../../query/entity-model";
import type { Content } from "../change";
import { ownerOf } from "../owner";
import type { RecordType } from "../record-type";

/** Versions of one record that are answered; none has come near it. */
const versionsMax = 1_000;

/** Which record, and as of when the hub knew it (database form; null: now). */
export interface HistoryAsked {
  readonly type: RecordType;
  readonly recordId: string;
  readonly knownAt: string | null;
}

/**
 * The versions of a record that the hub had then, oldest first. For whose record it is, and for
 * whoever reaches its row, also when it is void by now: that a statement was taken back is what
 * supervision must see. None for everyone else, as for a record that is not there.
 */
export async function readHistory(context: HubContext, asked: HistoryAsked): Promise<Row[]> {
  const { database } = context;
  const { recordId, knownAt } = asked;
  const known =
    knownAt === null ? sql`` : sql`AND COALESCE(v.recorded_at, v.received_at) <= ${value(knownAt)}`;
  return database.read(
    sql`SELECT v.version, v.action, v.effective_from, v.reason, v.received_at, v.submission_id,
        COALESCE(v.recorded_at, v.received_at) AS recorded_at, v.rule_set_version
      FROM record_version v WHERE v.record_id = ${value(recordId)} ${known}
      AND ${knownTo(context, asked)} ORDER BY v.version LIMIT ${trusted(String(versionsMax))}`,
  );
}

/** What a version states. To be asked only of a version that {@link readHistory} answered. */
export async function readContent(
  { database }: HubContext,
  recordId: string,
  version: number,
): Promise<Content> {
  const [row] = await database.read(
    sql`SELECT payload FROM record_version
      WHERE record_id = ${value(recordId)} AND version = ${value(version)}`,
  );
  return JSON.parse(row?.["payload"] as string) as Content;
}

/** A history says that there are such records, so it asks for the right to list them. */
function knownTo({ caller }: HubContext, { type }: HistoryAsked): Sql {
  const { name, label, table, scope } = modelOf(type.entity);
  const field = `${name}.id`;
  if (!caller.rights.permits(field, label, "SELECT"))
    throw new HubError("FORBIDDEN", { field, mention: "SELECT", label });
  const limit = caller.rights.rowsFor(field, label, "SELECT");
  const reached = scopeFor({ ...scope, existing: "TRUE" }, caller, "t", limit ? [limit] : []);
  // Of what several state, the row belongs to nobody: only whose statement it is has its history.
  if (type.joint) return sql`v.owner_id = ${value(ownerOf(caller))}`;
  return sql`EXISTS (SELECT 1 FROM ${identifier(table)} t
    WHERE t.id = v.record_id AND ${reached})`;
}
