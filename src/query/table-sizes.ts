import type { Database } from "../database/database";
import { trusted } from "../database/sql";

/** Below this, all tables count as equally small. */
const sizeMin = 50_000;
const steps = [1, 2, 5];
const refreshMs = 10 * 60_000;

/**
 * About how many rows a table has, for what a query may cost at most. Only an order of magnitude,
 * as the database estimates it: costs are told to callers, and a cost that moved with each row would
 * tell of rows they may not see.
 */
export class TableSizes {
  private sizes: ReadonlyMap<string, number> = new Map();
  private readonly timer: NodeJS.Timeout;

  private constructor(private readonly database: Database) {
    // A database that is down is told of by whoever asks it something.
    this.timer = setInterval(() => void this.refresh().catch(() => undefined), refreshMs).unref();
  }

  /** Reads the database's statistics, now and again from time to time. */
  static async open(database: Database): Promise<TableSizes> {
    const sizes = new TableSizes(database);
    await sizes.refresh();
    return sizes;
  }

  stop(): void {
    clearInterval(this.timer);
  }

  private async refresh(): Promise<void> {
    const rows = await this.database.read(
      trusted(
        "SELECT TABLE_NAME AS name, TABLE_ROWS AS size FROM information_schema.TABLES " +
          "WHERE TABLE_SCHEMA = DATABASE() AND TABLE_TYPE = 'BASE TABLE'",
      ),
    );
    this.sizes = new Map(rows.map(({ name, size }) => [String(name), magnitude(Number(size))]));
  }

  of(table: string): number {
    return this.sizes.get(table) ?? sizeMin;
  }
}

/** The next of 1, 2, 5, 10, 20, 50 … that is not smaller, and at least the smallest size. */
export function magnitude(rows: number): number {
  if (!(rows > sizeMin)) return sizeMin;
  const power = 10 ** Math.floor(Math.log10(rows));
  return power * (steps.find((step) => step * power >= rows) ?? 10);
}
