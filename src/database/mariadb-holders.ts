import { readFileSync, renameSync, writeFileSync } from "node:fs";
import { processStamp } from "./process-identity";

/** A process that uses the server. */
interface Holder {
  readonly pid: number;
  readonly stamp: string;
}

/**
 * Who uses the server: the last one to leave stops it, and whoever died no longer counts. Call it
 * only while holding the lock of the directory.
 */
export class MariadbHolders {
  constructor(private readonly path: string) {}

  /** Adds this process; answers whether another living one was there before. */
  join(): boolean {
    const others = this.living();
    this.write([...others, ourselves()]);
    return others.length > 0;
  }

  /** Takes this process out once; answers whether another use is left. */
  leave(): boolean {
    const holders = this.living();
    const own = holders.findIndex((holder) => holder.pid === process.pid);
    const others = holders.filter((_, index) => index !== own);
    this.write(others);
    return others.length > 0;
  }

  private living(): Holder[] {
    return this.read().filter((holder) => processStamp(holder.pid) === holder.stamp);
  }

  private read(): Holder[] {
    try {
      const found: unknown = JSON.parse(readFileSync(this.path, "utf8"));
      return Array.isArray(found) ? found.filter(isHolder) : [];
    } catch {
      return [];
    }
  }

  /** Written aside and renamed: a crash leaves the old list or the new one, never half of one. */
  private write(holders: readonly Holder[]): void {
    const draft = `${this.path}.${process.pid}`;
    writeFileSync(draft, JSON.stringify(holders));
    renameSync(draft, this.path);
  }
}

function ourselves(): Holder {
  return { pid: process.pid, stamp: processStamp(process.pid) ?? "" };
}

function isHolder(found: unknown): found is Holder {
  return (
    typeof found === "object" &&
    found !== null &&
    "pid" in found &&
    typeof found.pid === "number" &&
    "stamp" in found &&
    typeof found.stamp === "string"
  );
}
