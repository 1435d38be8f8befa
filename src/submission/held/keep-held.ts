import type { Caller } from "../../access/caller";
import { labels } from "../../access/label";
import type { OrganisationType } from "../../access/organisation-type";
import type { Transaction } from "../../database/database";
import { insertSql } from "../../database/insert";
import { modelOf } from "../../query/entity-model";
import type { RequestClock } from "../../query/select";
import type { Change } from "../change";
import type { RecordType } from "../record-type";
import type { Finding } from "../rule";
import { keepChanges } from "./held-changes";

/** What is kept of a submission that is held. */
export interface HeldAct {
  readonly type: RecordType;
  readonly owner: string;
  readonly submissionId: string;
  readonly context: { readonly caller: Caller; readonly clock: RequestClock };
}

/** Keeps the records of a held submission for the officer who decides about it. */
export async function keepHeld(
  transaction: Transaction,
  { type, owner, submissionId, context }: HeldAct,
  changes: readonly Change[],
  findings: readonly Finding[],
): Promise<void> {
  const { caller, clock } = context;
  const columns = [
    ...["submission_id", "organisation_id", "region_prefix", "owner_id", "record_type"],
    ...["regulator", "records", "findings", "changes", "held_at"],
  ];
  const row = [
    ...[submissionId, caller.organisationId, caller.regionPrefix, owner, type.name],
    ...[regulatorOf(type), changes.length],
    ...[JSON.stringify(findings), keepChanges(changes), clock.now],
  ];
  for (const statement of insertSql({ table: "held_submission", columns, rows: [row] }))
    await transaction.execute(statement);
}

/** Who decides about held records of a type: the owner of that class of data (label.ts). */
export function regulatorOf(type: RecordType): OrganisationType {
  return labels[modelOf(type.entity).label].owner;
}
