import type { OracleHolder } from "../../test/oracle/visible-cells";
import type { StoredRow, World } from "../../test/oracle/visible-rows";

/**
 * The submission engine's own tables are published to nobody, but an insurer's receipts tell of its
 * own part of them: heads and versions of its records, what waits, its receipts.
 */
export function* ownBookkeeping(world: World, holder: OracleHolder): Generator<[string, string]> {
  const own = holder.insurerId;
  if (own === null) return;
  const organisations = new Set(
    rowsOf(world, "organisation").flatMap((row) => (row["insurer_id"] === own ? [row["id"]] : [])),
  );
  for (const row of rowsOf(world, "submission"))
    if (organisations.has(row["organisation_id"] ?? null))
      yield [`submission ${String(row["id"])}`, JSON.stringify(row)];
  const owned = ownedRecords(world, own);
  for (const row of rowsOf(world, "record_head"))
    if (owned.has(row["record_id"]))
      yield [`record_head ${String(row["record_id"])}`, JSON.stringify(row)];
  for (const table of ["record_version", "pending_record"])
    for (const row of rowsOf(world, table))
      if (row["owner_id"] === own)
        yield [`${table} ${String(row["sequence"])}`, JSON.stringify(row)];
}

/** Ids of everything that is, was or will be the insurer's. */
function ownedRecords(world: World, own: string): Set<unknown> {
  const ids = new Set<unknown>();
  for (const rows of Object.values(world))
    for (const row of rows) {
      if (row["insurer_id"] === own && "id" in row) ids.add(row["id"]);
      if (row["owner_id"] === own && "record_id" in row) {
        ids.add(row["record_id"]);
        ids.add(row["waits_for_id"]);
      }
    }
  return ids;
}

function rowsOf(world: World, table: string): readonly StoredRow[] {
  return world[table] ?? [];
}
