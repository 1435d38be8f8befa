import type { Caller } from "../../access/caller";
import type { Row, Transaction } from "../../database/database";
import { sql, trusted, value, valueList } from "../../database/sql";
import type { HubContext } from "../../graph/context";
import { modelOf } from "../../query/entity-model";
import { scopeOf, selectSql } from "../../query/select";
import { noRowLimits } from "../../query/row-limits";
import { AccessGrant } from "./access-grant.entity";
import type { grantActValues } from "./grant-history-entry";
import { reasonFor, type GrantReason } from "./grant-refusals";
import { rightOfName, type GrantTerms } from "./grant-terms";

/** A grant as stored, with the persons that are never published. */
export interface StoredGrant extends GrantTerms {
  readonly id: string;
  readonly receiverId: string;
  /** Region prefixes of the receiver, and of the owner who approved (until then the receiver's). */
  readonly receiverRegion: string;
  readonly ownerRegion: string;
  readonly requestedById: string;
  readonly requestedPerson: string;
  readonly ownerId: string | null;
  readonly ownerPerson: string | null;
  readonly receiverPerson: string | null;
  readonly approved: boolean;
  readonly accepted: boolean;
  readonly revoked: boolean;
}

const properties = [
  ...["id", "organisationId", "effect", "label", "field", "right", "rowsKind", "rowsValue"],
  ...["purpose", "legalBasis", "validFrom", "validTo", "requestedById", "requestedPerson"],
  ...["ownerId", "ownerPerson", "ownerApprovedAt", "receiverPerson", "receiverAcceptedAt"],
  "revokedAt",
];

const regions = trusted(
  "t.region_code AS receiverRegion, COALESCE((SELECT o.region_prefix FROM organisation o " +
    "WHERE o.id = t.owner_id), t.region_code) AS ownerRegion",
);

/** The grant of this id if the caller may see it, else null: then there is none for the caller. */
export async function visibleGrant(
  { caller, clock, database }: Pick<HubContext, "caller" | "clock" | "database">,
  id: string,
): Promise<StoredGrant | null> {
  const model = modelOf(AccessGrant);
  const [row] = await database.read(
    selectSql({
      ...{ model, properties, clock, rest: trusted("") },
      extra: [regions],
      scope: scopeOf(model, caller, noRowLimits),
      where: [sql`t.id = ${value(id)}`],
    }),
  );
  return row ? readGrant(row) : null;
}

function readGrant(row: Row): StoredGrant {
  const { organisationId, right, rowsKind, rowsValue } = row;
  return {
    ...(row as unknown as StoredGrant),
    receiverId: organisationId as string,
    right: rightOfName(right as string),
    // Written by the hub's own mutations, from closed lists.
    rows: { kind: rowsKind as GrantTerms["rows"]["kind"], value: rowsValue as string },
    approved: row["ownerApprovedAt"] !== null,
    accepted: row["receiverAcceptedAt"] !== null,
    revoked: row["revokedAt"] !== null,
  };
}

/** Why nothing more can be agreed about a grant; `now` in database form. */
export function endedFaults({ revoked, validTo }: StoredGrant, now: string): GrantReason[] {
  if (revoked) return [reasonFor("GRANT_REVOKED", "id")];
  return validTo !== null && validTo <= now ? [reasonFor("GRANT_EXPIRED", "id")] : [];
}

/** What can be done about a grant. */
export type GrantActName = keyof typeof grantActValues;

/** Who does it, and when. */
export interface Actor {
  readonly caller: Pick<Caller, "organisationId">;
  readonly person: string;
  readonly clock: HubContext["clock"];
}

/**
 * Notes what was done. The first event is locked until the transaction ends, so that events are
 * committed in the order of their numbers: the highest number then names one state of all grants.
 */
export async function appendEvent(
  transaction: Transaction,
  { caller, person, clock }: Actor,
  grantId: string,
  act: GrantActName,
  note: string | null = null,
): Promise<void> {
  await transaction.query(sql`SELECT seq FROM access_grant_event ORDER BY seq LIMIT 1 FOR UPDATE`);
  const row = [grantId, act, caller.organisationId, person, note, clock.now];
  await transaction.execute(
    sql`INSERT INTO access_grant_event (grant_id, act, organisation_id, person, note, at)
      VALUES (${valueList(row)})`,
  );
}
