import { entityId } from "../../database/entity-id";
import { identifier, joinSql, sql, trusted, value, type SqlValue } from "../../database/sql";
import { insertSql } from "../../database/insert";
import type { Transaction } from "../../database/database";
import type { Caller } from "../../access/caller";
import type { HubContext } from "../../graph/context";
import { nameOfRight, type GrantTerms } from "./grant-terms";
import { appendEvent } from "./stored-grant";

/** Grants one organisation may have asked for, for one receiver, that are not over. */
const openMax = 200;

/** A request whose terms and parties are right. */
export interface GrantRequest {
  readonly terms: GrantTerms;
  readonly receiver: Caller;
  /** What the request says yes for besides: the receiver accepts, or an owner narrows at once. */
  readonly agrees: "RECEIVER" | "OWNER" | null;
}

/**
 * Stores a request and answers its id; an equal one that is not over is answered instead. Null
 * when too many are open. Requests for one receiver are stored one after the other.
 */
export async function storeRequest(
  transaction: Transaction,
  request: GrantRequest,
  context: Pick<HubContext, "caller" | "clock" | "person">,
): Promise<string | null> {
  const { terms, receiver } = request;
  const { caller, clock } = context;
  const receiverId = value(receiver.organisationId);
  await transaction.query(sql`SELECT id FROM organisation WHERE id = ${receiverId} FOR UPDATE`);
  const says = contentOf(terms);
  const equal = Object.entries(says).map(
    ([name, said]) => sql`${identifier(name)} <=> ${value(said)}`,
  );
  const isOpen = sql`revoked_at IS NULL AND (valid_to IS NULL OR valid_to > ${value(clock.now)})`;
  const earlier = await transaction.query(
    sql`SELECT id, ${isOpen} AS open, ${joinSql(equal, " AND ")} AS same FROM access_grant
      WHERE organisation_id = ${receiverId} AND requested_by_id = ${value(caller.organisationId)}
      AND effect = ${value(terms.effect)}`,
  );
  const same = earlier.filter((row) => Number(row["same"]) === 1);
  const open = earlier.filter((row) => Number(row["open"]) === 1);
  const known = same.find((row) => open.includes(row));
  if (known) return known["id"] as string;
  if (open.length >= openMax) return null;
  const parties = [caller.organisationId, receiver.organisationId];
  const id = entityId("grt", ...parties, JSON.stringify(says), String(same.length));
  await insert(transaction, id, request, context);
  return id;
}

/** What a request says, by the columns of its row. */
function contentOf(terms: GrantTerms): Record<string, SqlValue> {
  const { effect, label, field, right, rows, purpose, legalBasis, validFrom, validTo } = terms;
  return {
    ...{ effect, label, field, right: nameOfRight(right) },
    ...{ rows_kind: rows.kind, rows_value: rows.value, purpose, legal_basis: legalBasis },
    ...{ valid_from: validFrom, valid_to: validTo },
  };
}

async function insert(
  transaction: Transaction,
  id: string,
  { terms, receiver, agrees }: GrantRequest,
  context: Pick<HubContext, "caller" | "clock" | "person">,
): Promise<void> {
  const { caller, clock, person } = context;
  const isOwner = agrees === "OWNER";
  const isReceiver = agrees === "RECEIVER";
  const row: Record<string, SqlValue> = {
    id,
    organisation_id: receiver.organisationId,
    region_code: receiver.regionPrefix,
    ...contentOf(terms),
    requested_by_id: caller.organisationId,
    requested_person: person,
    requested_at: clock.now,
    owner_id: isOwner ? caller.organisationId : null,
    owner_person: isOwner ? person : null,
    owner_approved_at: isOwner ? clock.now : null,
    receiver_person: isReceiver ? person : null,
    receiver_accepted_at: isReceiver ? clock.now : null,
  };
  const table = { table: "access_grant", columns: Object.keys(row), rows: [Object.values(row)] };
  for (const statement of insertSql(table, trusted(""))) await transaction.execute(statement);
  await appendEvent(transaction, context, id, "REQUESTED");
  if (isOwner) await appendEvent(transaction, context, id, "OWNER_APPROVED");
  if (isReceiver) await appendEvent(transaction, context, id, "RECEIVER_ACCEPTED");
}
