import type { Caller } from "../../access/caller";
import type { OrganisationType } from "../../access/organisation-type";
import { instantFromDatabase } from "../../database/calendar";
import type { Database } from "../../database/database";
import { sql, value, valueList } from "../../database/sql";
import { Organisation } from "../registry/organisation.entity";
import { visibleRows } from "../supervision/visible-rows";
import { AccessGrant } from "./access-grant.entity";

const grantersMax = 20;

type Reads = Pick<Database, "read">;

/**
 * The organisations of these types whose jurisdiction covers the caller's, nearest first. Only
 * others: a grant takes two organisations.
 */
export async function grantersFor(
  database: Reads,
  caller: Caller,
  types: readonly OrganisationType[],
): Promise<Map<OrganisationType, string[]>> {
  const codes = new Map<OrganisationType, string[]>();
  if (types.length === 0) return codes;
  const rows = await database.read(
    sql`SELECT o.type, o.code FROM ${visibleRows(Organisation, caller)} o
      WHERE o.active = 1 AND o.type IN (${valueList(types)}) AND o.id <> ${value(caller.organisationId)}
      AND o.region_prefix = LEFT(${value(caller.regionPrefix)}, CHAR_LENGTH(o.region_prefix))
      ORDER BY CHAR_LENGTH(o.region_prefix) DESC, o.code`,
  );
  for (const row of rows) {
    const type = row["type"] as OrganisationType;
    const known = codes.get(type) ?? [];
    if (known.length < grantersMax) codes.set(type, [...known, row["code"] as string]);
  }
  return codes;
}

/** When the grants the caller's rights rest on end, by id; null: when they are revoked. */
export async function grantEnds(
  database: Reads,
  caller: Caller,
): Promise<Map<string, string | null>> {
  const ids = caller.rights.grants.map(({ id }) => id);
  if (ids.length === 0) return new Map();
  const rows = await database.read(
    sql`SELECT g.id, g.valid_to FROM ${visibleRows(AccessGrant, caller)} g
      WHERE g.id IN (${valueList(ids)})`,
  );
  return new Map(
    rows.map(({ id, valid_to: end }) => [
      id as string,
      end === null ? null : instantFromDatabase(end as string),
    ]),
  );
}
