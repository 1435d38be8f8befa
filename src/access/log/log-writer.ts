import { setTimeout as sleep } from "node:timers/promises";
import type { Database } from "../../database/database";
import { sql, trusted, value, valueList } from "../../database/sql";
import { HubError } from "../../error/hub-error";
import type { AccessLog } from "./access-log";
import { AnchorFile, type Anchor } from "./anchor-file";
import { Appender, prepareEntry, type PreparedEntry } from "./append-entries";
import type { ChainKey, LogEnds } from "./chain-key";
import type { LogEntry } from "./log-entry";
import { refusedEntry, type SystemEntries } from "./system-entries";

/** Entries of one commit. */
const batchMax = 500;
/** What may wait while the log cannot be written. */
const queueLimits = {
  entries: 10_000,
  /** Subject ids in all waiting entries: what their memory is made of. */
  subjects: 2_000_000,
};
/** The longest an answer waits for its entry. */
const recordWaitMs = 10_000;
/** Under load: how long entries gather for one commit, and how many need not wait. */
const gatherMs = 2;
const gatheredMin = 100;
const retryMs = 500;
/** How long a stopping hub tries to write what is left. */
const stopWaitMs = 5_000;

/** What a writer needs besides the database. */
export interface LogSurroundings {
  /** The directory of the anchors. */
  readonly anchorsIn: string;
  readonly report: (error: unknown) => void;
  readonly limits?: typeof queueLimits;
}

interface Waiting {
  prepared: PreparedEntry;
  /** Present where an answer waits for the entry. */
  settle: { done: () => void; failed: () => void } | null;
}

/**
 * Writes entries in group commits: while one is on its way to the disk, the next gathers. A request
 * waits for one commit, or for the rest of one and the next; the disk works once for all of them.
 */
export class LogWriter implements AccessLog {
  private queue: Waiting[] = [];
  private queuedSubjects = 0;
  private running: Promise<void> | null = null;
  private retry: NodeJS.Timeout | null = null;
  private isFailing = false;
  private lastBatch = 0;
  /** Entries there was no room for since the log could last be written. */
  private lost = 0;
  private readonly appender: Appender;
  private readonly anchors: AnchorFile;
  private readonly limits: typeof queueLimits;

  /** `database` is the log's own: it never waits for a connection behind a large submission. */
  constructor(
    private readonly database: Database,
    key: ChainKey,
    private readonly system: SystemEntries,
    private readonly on: LogSurroundings,
  ) {
    this.appender = new Appender(key, (details) => system.restart(details));
    this.limits = on.limits ?? queueLimits;
    this.anchors = new AnchorFile(on.anchorsIn, (anchor) => this.holds(anchor), on.report);
  }

  record(entry: LogEntry): Promise<void> {
    return new Promise((resolve, reject) => {
      const failed = (): void => {
        clearTimeout(timer);
        reject(new HubError("AUDIT_UNAVAILABLE"));
      };
      const done = (): void => {
        clearTimeout(timer);
        resolve();
      };
      const timer = setTimeout(failed, recordWaitMs);
      if (this.add({ prepared: prepareEntry(entry), settle: { done, failed } })) this.run();
      else failed();
    });
  }

  note(entry: LogEntry): void {
    // While it fails, entries that nobody waits for wait for the next try.
    if (this.add({ prepared: prepareEntry(entry), settle: null }) && !this.isFailing) this.run();
  }

  async stop(): Promise<void> {
    const until = performance.now() + stopWaitMs;
    while (this.queue.length > 0 && performance.now() < until) {
      this.run();
      await this.running;
      if (this.isFailing) break;
    }
    if (this.retry) clearTimeout(this.retry);
    if (this.queue.length > 0)
      this.on.report(new Error(`${String(this.queue.length)} access log entries were not written`));
    await this.anchors.stop();
    await this.database.close();
  }

  private add(waiting: Waiting): boolean {
    const subjects = waiting.prepared.entry.subjects?.count ?? 0;
    const { limits } = this;
    if (this.queue.length >= limits.entries || this.queuedSubjects + subjects > limits.subjects) {
      this.lost++;
      return false;
    }
    this.queue.push(waiting);
    this.queuedSubjects += subjects;
    return true;
  }

  private run(): void {
    this.running ??= this.writeAll().finally(() => {
      this.running = null;
    });
  }

  private async writeAll(): Promise<void> {
    while (this.queue.length > 0) {
      await this.gather();
      const batch = this.queue.slice(0, batchMax);
      const { lost } = this;
      try {
        const ends = await this.commit(batch, lost);
        this.lastBatch = batch.length;
        if (ends) {
          this.lost -= lost;
          this.anchors.note(ends);
        }
        this.isFailing = false;
      } catch (error) {
        this.failed(error);
        return;
      }
    }
  }

  /**
   * Under load a commit that waits a moment takes more entries along, and the fewer commits leave
   * the processors to the answers. Who asks alone never waits.
   */
  private async gather(): Promise<void> {
    if (this.lastBatch > 1 && this.queue.length < gatheredMin) await sleep(gatherMs);
  }

  /** Null when only part of the batch turned out to be there already: the rest is still to do. */
  private async commit(batch: readonly Waiting[], lost: number): Promise<LogEnds | null> {
    const entries = batch.map(({ prepared }) => prepared);
    const before = lost > 0 ? [prepareEntry(this.system.gap(lost))] : [];
    let written: ReadonlySet<string> | null = null;
    let ends: LogEnds | null = null;
    try {
      const all = [...before, ...entries];
      if (!this.isFailing) ends = await this.appender.appendOn(this.database, all);
      ends ??= await this.database.transaction((transaction) =>
        this.appender.append(transaction, all, this.isFailing),
      );
    } catch (error) {
      // A connection lost at the commit leaves open whether it happened; ids say so, and since each
      // is stored once, what did happen is never done again.
      written = await this.stored(entries.map(({ row }) => String(row.id)));
      if (written.size === 0) throw error;
    }
    const settled = batch.filter(({ prepared }) => written?.has(prepared.entry.id) ?? true);
    this.leave(new Set(settled));
    if (ends) this.appender.remember(entries, ends);
    for (const { settle } of settled) settle?.done();
    return ends;
  }

  private leave(settled: ReadonlySet<Waiting>): void {
    this.queue = this.queue.filter((waiting) => !settled.has(waiting));
    for (const { prepared } of settled) this.queuedSubjects -= prepared.entry.subjects?.count ?? 0;
  }

  /** Whoever waits is told; what nobody waits for is kept for the next try. */
  private failed(error: unknown): void {
    if (!this.isFailing) this.on.report(error);
    this.isFailing = true;
    for (const waiting of this.queue) {
      const { settle, prepared } = waiting;
      if (!settle) continue;
      settle.failed();
      waiting.settle = null;
      // The answer did not leave: the entry says so.
      waiting.prepared = prepareEntry(refusedEntry(prepared.entry));
      this.queuedSubjects -= prepared.entry.subjects?.count ?? 0;
    }
    this.retry ??= setTimeout(() => {
      this.retry = null;
      this.run();
    }, retryMs).unref();
  }

  private async stored(ids: readonly string[]): Promise<ReadonlySet<string>> {
    const rows = await this.database.read(
      sql`SELECT id FROM access_log_entry WHERE id IN (${valueList(ids)})`,
    );
    return new Set(rows.map((row) => String(row["id"])));
  }

  private async holds({ seq, hash }: Anchor): Promise<boolean | null> {
    const [entry] = await this.database.read(
      sql`SELECT hash FROM access_log_entry WHERE seq = ${value(seq)}`,
    );
    if (entry) return entry["hash"] === hash;
    const [head] = await this.database.read(trusted("SELECT first_seq FROM access_log_head"));
    return head && Number(head["first_seq"]) > seq ? null : false;
  }
}
