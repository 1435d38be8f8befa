import { createHash } from "node:crypto";
import { entityId } from "../../database/entity-id";
import type { Transaction } from "../../database/database";
import { sql, value } from "../../database/sql";
import { HubError } from "../../error/hub-error";

/** Registered documents of one organisation, retired ones included. */
const documentsMax = 1_000;

/** Bytes of a registered document, as the column holds them. */
export const documentBytesMax = 60_000;

/** What is registered, by whom, when. */
export interface Registration {
  readonly organisationId: string;
  readonly name: string;
  readonly document: string;
  readonly person: string;
  /** As the database keeps instants. */
  readonly at: string;
}

/** What a document is asked for by: as in automatic persisted queries. */
export function documentDigest(document: string): string {
  return createHash("sha256").update(document).digest("hex");
}

/** The id of a registered document, whether it is there or not. */
export function documentId(organisationId: string, digest: string): string {
  return entityId("tdo", organisationId, digest);
}

/** Registers a document or, when it was before, brings it back under its new name; its id. */
export async function keepDocument(
  transaction: Transaction,
  { organisationId, name, document, person, at }: Registration,
): Promise<string> {
  const digest = documentDigest(document);
  const id = documentId(organisationId, digest);
  // The organisation's row is what two registrations at once wait for.
  await transaction.query(
    sql`SELECT id FROM organisation WHERE id = ${value(organisationId)} FOR UPDATE`,
  );
  const again = await transaction.execute(
    sql`UPDATE trusted_document SET name = ${value(name)}, retired_at = NULL
      WHERE id = ${value(id)}`,
  );
  if (again) return id;
  const [row] = await transaction.query(
    sql`SELECT COUNT(*) AS kept FROM trusted_document
      WHERE organisation_id = ${value(organisationId)}`,
  );
  if (Number(row?.["kept"]) >= documentsMax)
    throw new HubError("BAD_USER_INPUT", {
      reason: `an organisation registers at most ${String(documentsMax)} documents`,
    });
  await transaction.execute(
    sql`INSERT INTO trusted_document
        (id, organisation_id, digest, name, document, registered_at, registered_person)
      VALUES (${value(id)}, ${value(organisationId)}, ${value(digest)}, ${value(name)},
        ${value(document)}, ${value(at)}, ${value(person)})`,
  );
  return id;
}
