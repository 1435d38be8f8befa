import { LRUCache } from "lru-cache";
import type { Database, Transaction } from "../../database/database";
import { faultOf } from "../../database/fault";
import { insertSql, updateColumns } from "../../database/insert";
import { trusted, type Sql, type SqlValue } from "../../database/sql";
import type { ChainKey, LogEnds } from "./chain-key";
import { entryFormat, entryRow, hashedColumns, type EntryRow } from "./entry-row";
import type { LogEntry } from "./log-entry";
import {
  beginLog,
  lockHead,
  moveHead,
  headMustHaveMoved,
  moveHeadFrom,
  type StoredHead,
} from "./log-head";
import type { SubjectSet } from "./subject-set";

/** Subject sets that this process knows to be stored. */
const knownSetsMax = 20_000;
/**
 * For how long: a set was used by an entry when it became known, and no entry that young is ever
 * removed, so neither is the set.
 */
const knownSetsMs = 24 * 3_600_000;

/** Statements of one message: each may be as large as a quarter of what the server takes. */
const togetherMax = 3;

const placeColumns = ["seq", "format", "key_id", "hash"] as const;

/** An entry with the row it is stored as, made once however often it is tried. */
export interface PreparedEntry {
  readonly entry: LogEntry;
  readonly row: EntryRow;
}

/** Makes an entry ready to be appended. */
export function prepareEntry(entry: LogEntry): PreparedEntry {
  return { entry, row: entryRow(entry) };
}

/** Appends entries to the one chain of a database, inside a transaction. */
export class Appender {
  private readonly knownSets = new LRUCache<string, true>({ max: knownSetsMax, ttl: knownSetsMs });

  /** Where the log ended after this process's last commit. */
  private ends: LogEnds | null = null;

  /** `restarted` makes the entry that says from which head the log went on unverified. */
  constructor(
    private readonly key: ChainKey,
    private readonly restarted: (details: string) => LogEntry,
  ) {}

  /**
   * Appends them to where this process left the log, in one message to the database; null when the
   * log has gone on since, or nothing is known of it: then nothing was done. To be followed by
   * {@link remember}.
   */
  async appendOn(database: Database, entries: readonly PreparedEntry[]): Promise<LogEnds | null> {
    const known = this.ends;
    this.ends = null;
    if (!known) return null;
    const { ends, rows } = this.chained(known, entries);
    const stored = [...this.stored(rows), ...this.storedSets(entries)];
    if (stored.length > togetherMax) return null;
    const moved = [moveHeadFrom(this.key, known, ends), headMustHaveMoved];
    try {
      await database.commitTogether([...moved, ...stored]);
      return ends;
    } catch (error) {
      // Rolled back, usually as another hub appended; only of a lost connection nobody knows.
      if (faultOf(error) !== "UNAVAILABLE") return null;
      throw error;
    }
  }

  /**
   * Appends them in order and moves the head. To be followed by {@link remember} once committed.
   * `careful`, after a failure, also looks whether the head is still the end.
   */
  async append(
    transaction: Transaction,
    entries: readonly PreparedEntry[],
    careful: boolean,
  ): Promise<LogEnds> {
    this.ends = null;
    const { head, before } = await this.head(transaction, careful);
    const all = [...before, ...entries];
    const { ends, rows } = this.chained(head, all);
    await moveHead(transaction, this.key, ends);
    for (const statement of [...this.stored(rows), ...this.storedSets(all)])
      await transaction.execute(statement);
    return ends;
  }

  /** The rows of these entries after a head, and the head after them. */
  private chained(
    head: LogEnds,
    entries: readonly PreparedEntry[],
  ): { ends: LogEnds; rows: SqlValue[][] } {
    let { seq, hash } = head;
    const rows = entries.map(({ row }) => {
      seq++;
      hash = this.key.entryHash(hash, seq, row);
      const content = hashedColumns.map((column) => row[column]);
      return [...content, seq, entryFormat, this.key.id, hash];
    });
    const { firstSeq, hashBefore } = head;
    return { ends: { seq, hash, firstSeq, hashBefore }, rows };
  }

  private stored(rows: readonly (readonly SqlValue[])[]): Sql[] {
    const columns = [...hashedColumns, ...placeColumns];
    return insertSql({ table: "access_log_entry", columns, rows });
  }

  /** After the commit: where the log ends, and which sets need not be stored again. */
  remember(entries: readonly PreparedEntry[], ends: LogEnds): void {
    this.ends = ends;
    for (const { entry } of entries)
      if (entry.subjects) this.knownSets.set(entry.subjects.digest, true);
  }

  /** The head to go on from. One that cannot be verified is written down before it is lost. */
  private async head(
    transaction: Transaction,
    careful: boolean,
  ): Promise<{ head: LogEnds; before: PreparedEntry[] }> {
    const stored = await lockHead(transaction);
    const ours = stored && this.isOurs(stored) ? stored : null;
    if (ours && !careful) return { head: ours, before: [] };
    const [row] = await transaction.query(
      trusted("SELECT seq, hash FROM access_log_entry ORDER BY seq DESC LIMIT 1"),
    );
    const last = row && { seq: Number(row["seq"]), hash: String(row["hash"]) };
    // Entries missing at the end leave a gap for good; entries beyond it are in the way.
    if (ours && (last?.seq ?? 0) <= ours.seq) return { head: ours, before: [] };
    // Before the first entry; or somebody removed the head.
    const known = stored ?? (await beginLog(transaction, this.key));
    if (!stored && !last) return { head: known, before: [] };
    return {
      head: { ...known, ...last },
      before: [prepareEntry(this.restarted(JSON.stringify({ head: stored })))],
    };
  }

  private isOurs(head: StoredHead): boolean {
    return head.keyId === this.key.id && this.key.isOfEnds(head, head.mac);
  }

  private storedSets(entries: readonly PreparedEntry[]): Sql[] {
    const sets = new Map<string, SubjectSet>();
    for (const { subjects } of entries.map(({ entry }) => entry))
      if (subjects && !this.knownSets.has(subjects.digest)) sets.set(subjects.digest, subjects);
    if (sets.size === 0) return [];
    // In a fixed order: hubs that store the same sets wait for each other, and never both.
    const ordered = [...sets].sort(([a], [b]) => (a < b ? -1 : 1));
    const packed = ordered.map(([digest, set]) => [digest, set.packed()]);
    const members = ordered.flatMap(([digest, set]) => [...set.ids()].map((id) => [id, digest]));
    const tables = [
      { table: "access_log_subject_set", columns: ["digest", "ids"], rows: packed },
      { table: "access_log_subject", columns: ["subject_id", "digest"], rows: members },
    ];
    return tables.flatMap((into) => insertSql(into, updateColumns(["digest"])));
  }
}
