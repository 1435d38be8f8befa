import { modelOf } from "../../src/query/entity-model";
import { recordTypes } from "../../src/submission/record-type";
import { sightOf, type OracleHolder } from "../../test/oracle/visible-cells";
import type { StoredRow, World } from "../../test/oracle/visible-rows";

/*
 * The submission engine's own tables are no entities of the graph, but receipts, streams, held
 * batches, reconciliations and histories tell of them: all of it to whose it is, and parts of it to
 * whoever supervises (submissions.md 6 to 10, label `quality`).
 */

type Line = [key: string, value: string];

const parties = ["INSURER", "SERVICE_AGENCY", "ENTERPRISE"];

/** What the tables of the submission engine tell the organisation. */
export function* bookkeepingOf(world: World, holder: OracleHolder): Generator<Line> {
  yield* ownActs(world, holder);
  yield* ownRecords(world, holder);
  if (!reads("quality", holder, world)) return;
  yield* histories(world, holder);
  if (parties.includes(holder.type)) return;
  yield* heldBatches(world, holder);
  yield* streams(world, holder);
}

/** Whose records an organisation states: its entry of the registry, or itself. */
function ownerIdOf(holder: OracleHolder): string | null {
  const { insurerId, serviceAgencyId, enterpriseId, organisationId } = holder;
  return insurerId ?? serviceAgencyId ?? enterpriseId ?? organisationId ?? null;
}

/** What its organisations did: submissions, receipts and their chain, held batches, statements. */
function* ownActs(world: World, holder: OracleHolder): Generator<Line> {
  const own = holder.insurerId;
  const organisations = new Set<unknown>([holder.organisationId]);
  for (const row of rowsOf(world, "organisation"))
    if (own !== null && row["insurer_id"] === own) organisations.add(row["id"]);
  for (const table of [
    ...["submission", "submission_receipt", "receipt_chain", "held_submission"],
    ...["nil_declaration", "reconciliation"],
  ])
    for (const row of rowsOf(world, table))
      if (organisations.has(row["organisation_id"])) yield lineOf(`own ${table}`, row);
}

/** Its records: versions, heads, what waits, what it stated of things that others state, too. */
function* ownRecords(world: World, holder: OracleHolder): Generator<Line> {
  const own = ownerIdOf(holder);
  if (own === null) return;
  for (const table of ["record_version", "pending_record", "joint_statement", "nil_declaration"])
    for (const row of rowsOf(world, table)) if (row["owner_id"] === own) yield lineOf(table, row);
  const owned = ownedRecords(world, holder);
  for (const row of rowsOf(world, "record_head"))
    if (owned.has(row["record_id"])) yield lineOf("record_head", row);
}

/** Ids of everything that is, was or will be the organisation's. */
function ownedRecords(world: World, holder: OracleHolder): Set<unknown> {
  const own = ownerIdOf(holder);
  const ids = new Set<unknown>();
  for (const rows of Object.values(world))
    for (const row of rows) {
      if (holder.insurerId !== null && row["insurer_id"] === own && "id" in row) ids.add(row["id"]);
      if (row["owner_id"] === own && "record_id" in row) {
        ids.add(row["record_id"]);
        ids.add(row["waits_for_id"]);
      }
    }
  return ids;
}

/** What was stated when about the records it reaches, those taken back included. */
function* histories(world: World, holder: OracleHolder): Generator<Line> {
  for (const type of recordTypes()) {
    const { table, name, label } = modelOf(type.entity);
    if (type.joint) continue;
    const versions = rowsOf(world, "record_version").filter((v) => v["record_type"] === type.name);
    const stated = new Set(versions.map((version) => version["record_id"]));
    const reached = new Set<unknown>();
    for (const row of rowsOf(world, table)) {
      if (!stated.has(row["id"] ?? null)) continue;
      const standing = { ...row, voided: 0 };
      const cell = { table, row: standing, coordinate: `${name}.id`, label };
      if (sightOf(cell, holder, world) !== "hidden") reached.add(row["id"]);
    }
    for (const version of versions)
      if (reached.has(version["record_id"]))
        yield lineOf("history", without(version, "payload", "digest"));
  }
}

/** Held batches of organisations seated in its region: what and why, not their records. */
function* heldBatches(world: World, { region }: OracleHolder): Generator<Line> {
  const held = rowsOf(world, "held_submission").filter((row) =>
    String(row["region_prefix"]).startsWith(region),
  );
  for (const row of held)
    yield lineOf("held", without(row, "changes", "decided_by_id", "decided_person"));
  const ids = new Set(held.map((row) => row["submission_id"]));
  for (const row of rowsOf(world, "submission"))
    if (ids.has(row["id"])) yield lineOf("held submission", row);
  for (const row of rowsOf(world, "submission_receipt"))
    if (ids.has(row["submission_id"])) yield lineOf("held receipt", row);
}

/** When insurers seated in its region reported what, and what waits or was declared to be nothing. */
function* streams(world: World, { region }: OracleHolder): Generator<Line> {
  const seated = new Set<unknown>();
  for (const row of rowsOf(world, "organisation"))
    if (row["type"] === "INSURER" && String(row["region_prefix"]).startsWith(region))
      seated.add(row["insurer_id"]);
  const hidden = ["payload", "digest", "findings", "reason", "source_key", "submission_id"];
  for (const table of ["record_version", "pending_record", "nil_declaration"])
    for (const row of rowsOf(world, table))
      if (seated.has(row["owner_id"]))
        yield lineOf(`stream ${table}`, without(row, ...hidden, "person"));
  for (const row of rowsOf(world, "held_submission"))
    if (seated.has(row["owner_id"])) {
      const { submission_id, record_type, decision } = row;
      yield lineOf("stream held", { submission_id, record_type, decision } as StoredRow);
    }
}

function reads(label: string, holder: OracleHolder, world: World): boolean {
  const at = { table: "region", row: {}, coordinate: `Query.${label}`, label };
  return sightOf(at, holder, world) !== "hidden";
}

/** Under the names of what identifies the row; with everything it holds. */
function lineOf(kind: string, row: StoredRow): Line {
  const names = ["id", "sequence", "submission_id", "kind", "record_id", "thing_id", "owner_id"];
  const identity = [...names, "record_type", "day", "organisation_id"].map((name) => row[name]);
  return [`${kind} ${identity.filter((value) => value !== undefined).join(" ")}`, text(row)];
}

function text(row: StoredRow): string {
  return JSON.stringify(row);
}

function without(row: StoredRow, ...names: string[]): StoredRow {
  return Object.fromEntries(Object.entries(row).filter(([name]) => !names.includes(name)));
}

function rowsOf(world: World, table: string): readonly StoredRow[] {
  return world[table] ?? [];
}
