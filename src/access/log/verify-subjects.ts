import type { Row } from "../../database/database";
import { sql, trusted, value, valueList, type Sql } from "../../database/sql";
import type { LogFault } from "./log-fault";
import { digestOfPacked, unpackSubjects } from "./subject-set";

const setsPerStatement = 200;
const idsPerStatement = 1_000;

/** Checks the sets of subjects that entries refer to, and the index made of them. */
export class SubjectCheck {
  sets = 0;
  private readonly seen = new Set<string>();
  private members = 0;
  private isIndexFaulty = false;

  constructor(
    private readonly read: (statement: Sql) => Promise<Row[]>,
    private readonly fault: (fault: LogFault) => void,
  ) {}

  /** Those that these entries are the first to refer to. */
  async check(entries: readonly Row[]): Promise<void> {
    const fresh = new Map<string, number>();
    for (const { subjects_digest: digest, seq } of entries)
      if (typeof digest === "string" && !this.seen.has(digest)) {
        this.seen.add(digest);
        fresh.set(digest, Number(seq));
      }
    const digests = [...fresh.keys()];
    for (let from = 0; from < digests.length; from += setsPerStatement)
      await this.checkSets(digests.slice(from, from + setsPerStatement), fresh);
  }

  private async checkSets(
    digests: readonly string[],
    seqOf: ReadonlyMap<string, number>,
  ): Promise<void> {
    const rows = await this.read(
      sql`SELECT digest, ids FROM access_log_subject_set WHERE digest IN (${valueList(digests)})`,
    );
    const sets = new Map(rows.map((row) => [String(row["digest"]), String(row["ids"])]));
    for (const digest of digests) {
      const ids = sets.get(digest);
      const seq = seqOf.get(digest) ?? 0;
      if (ids === undefined) this.fault({ kind: "SUBJECTS_MISSING", seq, digest });
      else if (digestOfPacked(ids) !== digest)
        this.fault({ kind: "SUBJECTS_ALTERED", seq, digest });
      else await this.checkIndex(digest, unpackSubjects(ids));
    }
  }

  private async checkIndex(digest: string, subjects: readonly string[]): Promise<void> {
    this.sets++;
    this.members += subjects.length;
    let found = 0;
    for (let from = 0; from < subjects.length; from += idsPerStatement) {
      const [row] = await this.read(
        sql`SELECT COUNT(*) AS n FROM access_log_subject WHERE digest = ${value(digest)}
          AND subject_id IN (${valueList(subjects.slice(from, from + idsPerStatement))})`,
      );
      found += Number(row?.["n"]);
    }
    if (found === subjects.length) return;
    this.isIndexFaulty = true;
    this.fault({ kind: "SUBJECT_INDEX", digest });
  }

  /** After the last entry: the index holds nothing besides. */
  async finish(): Promise<void> {
    const [row] = await this.read(trusted("SELECT COUNT(*) AS n FROM access_log_subject"));
    if (!this.isIndexFaulty && Number(row?.["n"]) !== this.members)
      this.fault({ kind: "SUBJECT_INDEX", digest: "*" });
  }
}
