import { createConnection, type Connection } from "mysql2/promise";
import { connectionOptions } from "../../src/database/database";
import { snakeCase } from "../../src/database/names";
import { modelOf, type EntityClass } from "../../src/query/entity-model";
import type { RowSink, Stored } from "./table-row";

/** Rows of one statement: more make no difference, fewer cost a round trip each. */
const STATEMENT_ROWS = 1_000;
/** Well under the smallest usual max_allowed_packet, in UTF-16 units of mostly ASCII. */
const STATEMENT_LENGTH_MAX = 1_000_000;
/** One core makes rows while the others insert; more connections only take turns. */
const LANES = 3;
/** Statements that may wait in a lane before no more rows are made: bounds the memory. */
const WAITING_MAX = 4;

/** Rows of one table on their way into one statement. */
interface Batch {
  readonly head: string;
  readonly properties: readonly string[];
  readonly lane: Lane;
  text: string;
  rows: number;
}

interface Lane {
  readonly connection: Connection;
  readonly waiting: string[];
  running: Promise<void> | null;
}

/**
 * Fills tables as fast as the server takes it: multi-row INSERTs on several connections, each table
 * on one of them, each connection in one transaction, so that an interrupted load leaves nothing.
 * Foreign keys are not checked. Unique ones are: without that check InnoDB takes a transaction on
 * an empty table for its bulk mode and needs, in many statements, five times as long (10.11).
 */
export class BulkLoad implements RowSink {
  readonly rowsByTable = new Map<string, number>();
  private readonly batches = new Map<EntityClass, Batch>();
  private failure: Error | null = null;

  private constructor(
    private readonly lanes: readonly Lane[],
    private readonly verb: string,
  ) {}

  /** `onlyMissing` leaves rows alone that are there, so that an interrupted load can be repeated. */
  static async open(databaseUrl: string, onlyMissing = false): Promise<BulkLoad> {
    const lanes: Lane[] = [];
    for (let n = 0; n < LANES; n += 1) {
      // Our statements have no placeholders, and looking for them in a megabyte takes its time.
      const queryFormat = (sql: string) => sql;
      const connection = await createConnection({ ...connectionOptions(databaseUrl), queryFormat });
      lanes.push({ connection, waiting: [], running: null });
      await connection.query(
        "SET SESSION foreign_key_checks = 0, time_zone = '+00:00', " +
          "sql_mode = 'STRICT_ALL_TABLES,NO_ZERO_DATE,NO_ZERO_IN_DATE'",
      );
      await connection.query("START TRANSACTION");
    }
    return new BulkLoad(lanes, onlyMissing ? "INSERT IGNORE" : "INSERT");
  }

  /** Rows taken so far. */
  get rows(): number {
    let sum = 0;
    for (const count of this.rowsByTable.values()) sum += count;
    return sum;
  }

  add(entity: EntityClass, row: Readonly<Partial<Record<string, Stored>>>): void {
    const batch = this.batches.get(entity) ?? this.begin(entity, row);
    let text = batch.rows === 0 ? "(" : ",\n(";
    batch.properties.forEach((property, n) => {
      const value = row[property];
      if (value === undefined) throw new Error(`${entity.name} row without ${property}`);
      text += n === 0 ? literal(value) : `,${literal(value)}`;
    });
    batch.text += `${text})`;
    batch.rows += 1;
    if (batch.rows === STATEMENT_ROWS || batch.text.length > STATEMENT_LENGTH_MAX) this.send(batch);
  }

  /** Waits while the server is behind. To be called between stories. */
  async room(): Promise<void> {
    for (const lane of this.lanes)
      while (lane.waiting.length > WAITING_MAX && lane.running) await lane.running;
    if (this.failure) throw this.failure;
  }

  /** Sends what is left and commits. */
  async commit(): Promise<void> {
    for (const batch of this.batches.values()) this.send(batch);
    await Promise.all(
      this.lanes.map(async (lane) => {
        while (lane.running) await lane.running;
        if (!this.failure) await lane.connection.query("COMMIT");
      }),
    );
    if (this.failure) throw this.failure;
  }

  async close(): Promise<void> {
    await Promise.all(this.lanes.map(({ connection }) => connection.end()));
  }

  private begin(entity: EntityClass, row: Readonly<Partial<Record<string, Stored>>>): Batch {
    const properties = Object.keys(row);
    const { table } = modelOf(entity);
    const columns = properties.map((property) => `\`${snakeCase(property)}\``).join(", ");
    const lane = this.lanes[this.batches.size % this.lanes.length];
    if (!lane) throw new Error("there is no connection");
    const head = `${this.verb} INTO \`${table}\` (${columns}) VALUES\n`;
    const batch = { head, properties, lane, text: "", rows: 0 };
    this.batches.set(entity, batch);
    this.rowsByTable.set(table, 0);
    return batch;
  }

  private send(batch: Batch): void {
    if (batch.rows === 0) return;
    const { lane } = batch;
    const table = /`(\w+)`/.exec(batch.head)?.[1] ?? "";
    this.rowsByTable.set(table, (this.rowsByTable.get(table) ?? 0) + batch.rows);
    lane.waiting.push(batch.head + batch.text);
    batch.text = "";
    batch.rows = 0;
    lane.running ??= this.run(lane).finally(() => {
      lane.running = null;
    });
  }

  private async run(lane: Lane): Promise<void> {
    for (let text = lane.waiting.shift(); text !== undefined; text = lane.waiting.shift()) {
      if (this.failure) return;
      try {
        await lane.connection.query(text);
      } catch (error) {
        this.failure = error instanceof Error ? error : new Error(String(error));
      }
    }
  }
}

/** A value as SQL; all of them are our own, and quoted all the same. */
function literal(value: Stored): string {
  if (value === null) return "NULL";
  if (typeof value === "number") return String(value);
  return `'${/['\\\0]/.test(value) ? value.replace(/['\\\0]/g, "\\$&") : value}'`;
}
