import type { Database } from "../../database/database";
import { databaseInstant } from "../../database/calendar";
import type { ChainKey } from "./chain-key";
import { purgeLog } from "./purge-log";

const dayMs = 24 * 3_600_000;
/** A starting hub has other work; a connection opened meanwhile would time out. */
const startDelayMs = 1_000;

/** The instant before which entries are expired, in the database's form. */
export function expiredBefore(now: Date, days: number): string {
  return databaseInstant(new Date(now.getTime() - days * dayMs));
}

/** Removes expired entries at start and once a day. */
export class ExpiredEntries {
  private timers: NodeJS.Timeout[] = [];
  private running: Promise<void> = Promise.resolve();

  constructor(
    private readonly database: Database,
    private readonly key: ChainKey,
    private readonly on: { days: number; now: () => Date; report: (error: unknown) => void },
  ) {}

  start(): void {
    const purge = (): void => {
      this.purge();
    };
    this.timers = [setTimeout(purge, startDelayMs).unref(), setInterval(purge, dayMs).unref()];
  }

  async stop(): Promise<void> {
    for (const timer of this.timers) clearTimeout(timer);
    await this.running;
  }

  private purge(): void {
    const { days, now, report } = this.on;
    this.running = purgeLog(this.database, this.key, expiredBefore(now(), days)).then(
      () => undefined,
      report,
    );
  }
}
