import type { Row } from "../../database/database";
import { sql, trusted, value, type Sql } from "../../database/sql";
import type { Anchor } from "./anchor-file";
import { hashOfNothing, type ChainKey, type LogEnds } from "./chain-key";
import type { LogFault } from "./log-fault";
import { headOf, type StoredHead } from "./log-head";
import { misplaced, type Misfit } from "./misplaced";
import { SubjectCheck } from "./verify-subjects";

const batchEntries = 2_000;
/** Entries named one by one; more of the same kind are not what somebody reads. */
const namedMax = 1_000;

/** How far something outside the database says the log was. */
export interface OutsideNote extends Anchor {
  /** Where it stands, for the words. */
  readonly place: string;
}

/** What a verification is made with. */
export interface Verification {
  readonly read: (statement: Sql) => Promise<Row[]>;
  /** The hub's present key first; former keys after it. */
  readonly keys: readonly ChainKey[];
  readonly notes: readonly OutsideNote[];
  readonly progress: (done: number, of: number) => void;
}

/** What was found; without faults the log is what the hub wrote, from `firstSeq` to `seq`. */
export interface LogReport {
  readonly ends: LogEnds;
  readonly entries: number;
  readonly subjectSets: number;
  readonly faults: readonly LogFault[];
}

/** Checks all of a log: every entry and its place, both ends, and every set of subjects. */
export async function verifyLog(verification: Verification): Promise<LogReport> {
  return new LogVerifier(verification).verify();
}

class LogVerifier {
  private readonly faults: LogFault[] = [];
  private readonly misfits: Misfit[] = [];
  private readonly unknownKeys = new Set<string>();
  private readonly keys: ReadonlyMap<string, ChainKey>;
  private readonly subjects: SubjectCheck;
  private entries = 0;

  constructor(private readonly on: Verification) {
    this.keys = new Map(on.keys.map((key) => [key.id, key]));
    this.subjects = new SubjectCheck(on.read, (fault) => this.faults.push(fault));
  }

  async verify(): Promise<LogReport> {
    const [stored] = await this.on.read(
      trusted("SELECT seq, hash, first_seq, hash_before, key_id, mac FROM access_log_head"),
    );
    const head = stored ? headOf(stored) : null;
    const ends = head ?? (await this.endsWithoutHead());
    if (head && !this.fits(head)) this.faults.push({ kind: "HEAD", seq: head.seq });
    const last = await this.walk(ends);
    if (last.seq < ends.seq)
      this.faults.push({ kind: "TRUNCATED", from: last.seq + 1, to: ends.seq });
    else if (last.hash !== ends.hash) this.faults.push({ kind: "HEAD", seq: ends.seq });
    this.faults.push(...misplaced(this.misfits));
    await this.subjects.finish();
    for (const note of this.on.notes) await this.compare(note, ends);
    const { faults, entries } = this;
    return { ends, entries, subjectSets: this.subjects.sets, faults: withoutRepeats(faults) };
  }

  private async endsWithoutHead(): Promise<LogEnds> {
    const [row] = await this.on.read(
      trusted("SELECT COUNT(*) AS n, MIN(seq) AS a, MAX(seq) AS z FROM access_log_entry"),
    );
    const entries = Number(row?.["n"]);
    if (entries > 0) this.faults.push({ kind: "NO_HEAD", entries });
    const [last] = await this.on.read(
      trusted("SELECT hash FROM access_log_entry ORDER BY seq DESC LIMIT 1"),
    );
    return {
      seq: Number(row?.["z"] ?? 0),
      hash: last ? String(last["hash"]) : hashOfNothing,
      firstSeq: 1,
      hashBefore: hashOfNothing,
    };
  }

  private fits(head: StoredHead): boolean {
    return this.keys.get(head.keyId)?.isOfEnds(head, head.mac) ?? false;
  }

  /** Entry by entry; answers where the chain ends. */
  private async walk(ends: LogEnds): Promise<{ seq: number; hash: string }> {
    // Before the first that is kept there is nothing, or it was put there.
    let after = Number.MIN_SAFE_INTEGER;
    const last = { seq: ends.firstSeq - 1, hash: ends.hashBefore };
    for (;;) {
      const rows = await this.on.read(
        sql`SELECT * FROM access_log_entry WHERE seq > ${value(after)} ORDER BY seq
          LIMIT ${trusted(String(batchEntries))}`,
      );
      for (const row of rows) this.place(row, ends, last);
      await this.subjects.check(rows);
      this.entries += rows.length;
      this.on.progress(this.entries, ends.seq - ends.firstSeq + 1);
      if (rows.length < batchEntries) return last;
      after = Number(rows.at(-1)?.["seq"]);
    }
  }

  private place(row: Row, { firstSeq, seq: end }: LogEnds, last: Anchor & { seq: number }): void {
    const seq = Number(row["seq"]);
    const { seq: lastSeq, hash: previous } = last;
    if (seq < firstSeq || seq > end) {
      this.faults.push({ kind: "INSERTED", seq });
      return;
    }
    Object.assign(last, { seq, hash: String(row["hash"]) });
    const key = this.keyOf(row, seq);
    if (seq > lastSeq + 1)
      // What came before is gone, so nothing can be said of this one's own hash.
      this.faults.push({ kind: "MISSING", from: lastSeq + 1, to: seq - 1 });
    else if (key && key.entryHash(previous, seq, row) !== row["hash"])
      this.misfits.push({ seq, row, key, previous });
    if (row["kind"] === "RESTART" && !this.isKeyChange(row))
      this.faults.push({ kind: "RESTARTED", seq });
  }

  private keyOf(row: Row, seq: number): ChainKey | null {
    const id = String(row["key_id"]);
    const key = this.keys.get(id);
    if (key) return key;
    if (!this.unknownKeys.has(id)) this.faults.push({ kind: "UNKNOWN_KEY", seq });
    this.unknownKeys.add(id);
    return null;
  }

  /** The hub's secret changed: the head it went on from fits the key that was used before. */
  private isKeyChange(row: Row): boolean {
    const { head } = JSON.parse(String(row["details"])) as { head: StoredHead | null };
    return head !== null && this.fits(head) && head.seq === Number(row["seq"]) - 1;
  }

  private async compare({ seq, hash, place }: OutsideNote, ends: LogEnds): Promise<void> {
    if (seq < ends.firstSeq - 1) return;
    const [row] = await this.on.read(
      sql`SELECT hash FROM access_log_entry WHERE seq = ${value(seq)}`,
    );
    const here = seq === ends.firstSeq - 1 ? ends.hashBefore : row?.["hash"];
    if (here !== hash || seq > ends.seq) this.faults.push({ kind: "ROLLED_BACK", seq, place });
  }
}

function withoutRepeats(faults: readonly LogFault[]): LogFault[] {
  const unique = new Map(faults.map((fault) => [JSON.stringify(fault), fault]));
  return [...unique.values()].slice(0, namedMax);
}
