import { createHmac, hkdfSync, timingSafeEqual } from "node:crypto";
import { hashedText } from "./entry-row";

/** What stands before the first entry. */
export const hashOfNothing = "A".repeat(43);

/** Both ends of the log, as far as its MAC covers them. */
export interface LogEnds {
  /** Number and hash of the last entry; 0 before the first. */
  readonly seq: number;
  readonly hash: string;
  /** Number of the first entry that is kept, and the hash of the one before it. */
  readonly firstSeq: number;
  readonly hashBefore: string;
}

/**
 * The key of the access log, made of the hub's secret for this use alone. Without it nobody can
 * compute a hash that fits, whatever he may write into the database.
 */
export class ChainKey {
  /** Names the key without telling it; entries and head carry it. */
  readonly id: string;
  private readonly entryKey: Buffer;
  private readonly endsKey: Buffer;

  constructor(secret: string | Buffer) {
    const derived = (use: string): Buffer =>
      Buffer.from(hkdfSync("sha256", secret, "", `anzehub access log ${use}`, 32));
    this.entryKey = derived("entry");
    this.endsKey = derived("ends");
    this.id = derived("name").toString("base64url").slice(0, 22);
  }

  /** The hash of an entry at its place: over all before it and all of it. */
  entryHash(previous: string, seq: number, row: Readonly<Record<string, unknown>>): string {
    return createHmac("sha256", this.entryKey)
      .update(previous)
      .update(hashedText(seq, row))
      .digest("base64url");
  }

  endsMac({ seq, hash, firstSeq, hashBefore }: LogEnds): string {
    return createHmac("sha256", this.endsKey)
      .update(JSON.stringify([this.id, seq, hash, firstSeq, hashBefore]))
      .digest("base64url");
  }

  /** True when these ends are what a holder of the key wrote. */
  isOfEnds(ends: LogEnds, mac: string): boolean {
    const expected = Buffer.from(this.endsMac(ends));
    const given = Buffer.from(mac);
    return expected.length === given.length && timingSafeEqual(expected, given);
  }
}
