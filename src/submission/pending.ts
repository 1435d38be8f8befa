import type { Row, Transaction } from "../database/database";
import { insertSql } from "../database/insert";
import { sql, trusted, value, valueList } from "../database/sql";
import type { RequestClock } from "../query/select";
import { applyChanges } from "./apply-changes";
import { businessDayOf } from "./business-day";
import type { Change, Content } from "./change";
import type { ChangeReason } from "./change-reason";
import type { RecordAction } from "./record-action";
import { RecordStatus } from "./record-status";
import { recordTypeNamed, type RecordType } from "./record-type";

/** Waiting records that are taken up at once. */
const batchMax = 1_000;

/** Keeps records that wait, each with what it waits for and until when. */
export async function storePending(
  transaction: Transaction,
  type: RecordType,
  changes: readonly Change[],
): Promise<void> {
  const rows = changes.map((change) => [
    change.recordId,
    type.name,
    change.owner,
    change.sourceKey,
    change.action,
    change.baseVersion,
    change.effectiveFrom,
    change.reason,
    change.payload,
    change.digest,
    businessDayOf(type, change.content, change.receivedAt),
    change.waitsForId,
    change.waitsUntil,
    change.submissionId,
    change.receivedAt,
  ]);
  const columns = [
    ...["record_id", "record_type", "owner_id", "source_key", "action", "base_version"],
    ...[
      "effective_from",
      "reason",
      "payload",
      "digest",
      "business_day",
      "waits_for_id",
      "waits_until",
    ],
    ...["submission_id", "received_at"],
  ];
  for (const statement of insertSql({ table: "pending_record", columns, rows }))
    await transaction.execute(statement);
}

/**
 * Takes up everything that waits for these records, and what waits for that, to the end. Their
 * heads are locked by this transaction, so nobody can begin to wait for them unseen. Whoever
 * stores rows that records refer to without the engine calls this after {@link lockHeads}.
 * Answers what no longer waits.
 */
export async function releaseWaiting(
  transaction: Transaction,
  arrived: readonly string[],
  clock: RequestClock,
): Promise<Change[]> {
  const settled: Change[] = [];
  const queue = [...new Set(arrived)];
  let rest: Page | null = null;
  while (queue.length > 0 || rest) {
    const page: Page = rest ?? { ids: queue.splice(0, batchMax), from: "" };
    const found = await waitingFor(transaction, page);
    const { first, later } = firstOfEachRecord(found);
    const moved = new Set<unknown>();
    for (const name of new Set(first.map((row) => String(row["record_type"])))) {
      const type = recordTypeNamed(name);
      const rows = first.filter((row) => row["record_type"] === name);
      const changes = rows.map(changeOfRow);
      queue.push(...(await applyChanges({ transaction, type, changes, clock })));
      await settle(transaction, changes, clock);
      settled.push(...changes.filter(({ status }) => status !== RecordStatus.PENDING));
      for (const id of movedOn(changes, rows)) moved.add(id);
    }
    const next = later.filter((row) => moved.has(row["record_id"]));
    queue.push(...new Set(next.map((row) => String(row["waits_for_id"]))));
    rest = found.length === batchMax ? restOf(page, found, moved) : null;
  }
  return settled;
}

/** More may wait than one batch takes, and of what was taken up some may still wait. */
interface Page {
  readonly ids: readonly string[];
  /** The record to begin with. */
  readonly from: string;
}

/** The next page begins with the last record of this one, unless that alone filled it in vain. */
function restOf({ ids }: Page, found: readonly Row[], moved: ReadonlySet<unknown>): Page {
  const [first, last] = [String(found[0]?.["record_id"]), String(found.at(-1)?.["record_id"])];
  return { ids, from: first === last && !moved.has(last) ? `${last}!` : last };
}

function waitingFor(transaction: Transaction, { ids, from }: Page): Promise<Row[]> {
  return transaction.query(
    sql`SELECT * FROM pending_record WHERE waits_for_id IN (${valueList(ids)})
      AND record_id >= ${value(from)}
      ORDER BY record_id, COALESCE(base_version, 0), sequence
      LIMIT ${trusted(String(batchMax))} FOR UPDATE`,
  );
}

/** Changes of one record are taken one after the other, by the version they build on. */
function firstOfEachRecord(rows: readonly Row[]): { first: Row[]; later: Row[] } {
  const seen = new Set<unknown>();
  const [first, later]: [Row[], Row[]] = [[], []];
  for (const row of rows) {
    (seen.has(row["record_id"]) ? later : first).push(row);
    seen.add(row["record_id"]);
  }
  return { first, later };
}

/** Records of which something was settled or waits elsewhere now. */
function movedOn(changes: readonly Change[], rows: readonly Row[]): string[] {
  const moved = changes.filter((change, i) => change.waitsForId !== rows[i]?.["waits_for_id"]);
  return moved.map(({ recordId }) => recordId);
}

function changeOfRow(row: Row): Change {
  return {
    place: row["sequence"] as string,
    recordId: row["record_id"] as string,
    owner: row["owner_id"] as string,
    sourceKey: row["source_key"] as string,
    action: row["action"] as RecordAction,
    baseVersion: row["base_version"] as number | null,
    effectiveFrom: row["effective_from"] as string | null,
    reason: row["reason"] as ChangeReason | null,
    content: JSON.parse(row["payload"] as string) as Content,
    payload: row["payload"] as string,
    digest: row["digest"] as string,
    submissionId: row["submission_id"] as string,
    receivedAt: row["received_at"] as string,
    findings: [],
    status: null,
    version: null,
    waitsForId: null,
    waitsUntil: null,
  };
}

/** Notes what became of records that waited; one statement. */
async function settle(
  transaction: Transaction,
  changes: readonly Change[],
  clock: RequestClock,
): Promise<void> {
  const news = changes.map(({ place, status, findings, waitsForId }) => {
    const waits = status === RecordStatus.PENDING;
    const said = waits || findings.length === 0 ? null : JSON.stringify(findings);
    return [place, waitsForId, waits ? null : status, said, waits ? null : clock.now];
  });
  await transaction.execute(
    sql`UPDATE pending_record p JOIN JSON_TABLE(${value(JSON.stringify(news))}, '$[*]' COLUMNS (
        sequence BIGINT PATH '$[0]',
        waits_for_id VARCHAR(24) PATH '$[1]',
        outcome VARCHAR(20) PATH '$[2]',
        findings LONGTEXT PATH '$[3]',
        settled_at DATETIME(6) PATH '$[4]'
      )) n ON n.sequence = p.sequence
      SET p.waits_for_id = n.waits_for_id, p.outcome = n.outcome, p.findings = n.findings,
        p.settled_at = n.settled_at`,
  );
}
