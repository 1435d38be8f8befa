import { LRUCache } from "lru-cache";
import type { Transaction } from "../../database/database";
import { insertSql, updateColumns } from "../../database/insert";
import { trusted, type SqlValue } from "../../database/sql";
import type { ChainKey, LogEnds } from "./chain-key";
import { entryFormat, entryRow, hashedColumns, type EntryRow } from "./entry-row";
import type { LogEntry } from "./log-entry";
import { beginLog, lockHead, moveHead, moveHeadFrom, type StoredHead } from "./log-head";
import type { SubjectSet } from "./subject-set";

/** Subject sets that this process knows to be stored. */
const knownSetsMax = 20_000;
/**
 * For how long: a set was used by an entry when it became known, and no entry that young is ever
 * removed, so neither is the set.
 */
const knownSetsMs = 24 * 3_600_000;

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
   * Appends them in order and moves the head. To be followed by {@link remember} once committed.
   * `careful`, after a failure, also looks whether the head is still the end.
   */
  async append(
    transaction: Transaction,
    entries: readonly PreparedEntry[],
    careful: boolean,
  ): Promise<LogEnds> {
    // Usually nobody else appended meanwhile; then one statement locks, checks and moves the head.
    const known = careful ? null : this.ends;
    this.ends = null;
    if (known) {
      const chained = this.chained(known, entries);
      if (await moveHeadFrom(transaction, this.key, known, chained.ends)) {
        await this.store(transaction, entries, chained.rows);
        return chained.ends;
      }
    }
    const { head, before } = await this.head(transaction, careful);
    const all = [...before, ...entries];
    const { ends, rows } = this.chained(head, all);
    await moveHead(transaction, this.key, ends);
    await this.store(transaction, all, rows);
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

  private async store(
    transaction: Transaction,
    entries: readonly PreparedEntry[],
    rows: readonly (readonly SqlValue[])[],
  ): Promise<void> {
    const columns = [...hashedColumns, ...placeColumns];
    for (const statement of insertSql({ table: "access_log_entry", columns, rows }))
      await transaction.execute(statement);
    await this.storeSets(transaction, entries);
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

  private async storeSets(
    transaction: Transaction,
    entries: readonly PreparedEntry[],
  ): Promise<void> {
    const sets = new Map<string, SubjectSet>();
    for (const { subjects } of entries.map(({ entry }) => entry))
      if (subjects && !this.knownSets.has(subjects.digest)) sets.set(subjects.digest, subjects);
    if (sets.size === 0) return;
    // In a fixed order: hubs that store the same sets wait for each other, and never both.
    const ordered = [...sets].sort(([a], [b]) => (a < b ? -1 : 1));
    const packed = ordered.map(([digest, set]) => [digest, set.packed()]);
    const members = ordered.flatMap(([digest, set]) => [...set.ids()].map((id) => [id, digest]));
    const tables = [
      { table: "access_log_subject_set", columns: ["digest", "ids"], rows: packed },
      { table: "access_log_subject", columns: ["subject_id", "digest"], rows: members },
    ];
    for (const into of tables)
      for (const statement of insertSql(into, updateColumns(["digest"])))
        await transaction.execute(statement);
  }
}
