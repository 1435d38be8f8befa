import { randomInt } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import { createPool, type Pool, type PoolConnection } from "mysql2/promise";
import { HubError } from "../error/hub-error";
import { faultOf } from "./fault";
import { Slots } from "./slots";
import { joinSql, trusted, type Sql } from "./sql";
import { sqlText } from "./sql-text";

const readConnectionsMax = 8;
const writeConnectionsMax = 4;
/** Requests that may wait for a connection before the hub answers OVERLOADED. */
const queueMax = 200;
const connectTimeoutMs = 5_000;
/** No statement of the hub waits longer than this for the server. */
const readTimeoutMs = 15_000;
const writeTimeoutMs = 60_000;
/** What the server spends on one statement that reads; before the client stops waiting. */
const readSecondsMax = 10;
const transactionTriesMax = 6;
const retryDelayMs = 20;

/** With a statement of its own, as the variable has not the same name on all servers. */
const isolation = "SET SESSION TRANSACTION ISOLATION LEVEL READ COMMITTED";
const values =
  "SET SESSION time_zone = '+00:00', " +
  "sql_mode = 'STRICT_ALL_TABLES,NO_ZERO_DATE,NO_ZERO_IN_DATE,ERROR_FOR_DIVISION_BY_ZERO'";
/** MariaDB and MySQL each read only the comment that is for them. */
const timeLimit =
  `/*M!100100 , max_statement_time = ${String(readSecondsMax)} */` +
  `/*!80000 , max_execution_time = ${String(readSecondsMax * 1000)} */`;

/** How every session is. */
const sessionSettings = [isolation, values];
const readSettings = [isolation, `${values} ${timeLimit}`];

/** A row of one statement: numbers, text or null, never dates or floats of money. */
export type Row = Record<string, unknown>;

/** Runs statements inside one transaction. */
export interface Transaction {
  query(statement: Sql): Promise<Row[]>;
  /** Answers how many rows the statement matched (not how many it changed). */
  execute(statement: Sql): Promise<number>;
}

/** How a database is used. */
export interface DatabaseOptions {
  readonly forOneWriter?: boolean;
  readonly writersAtOnce?: (() => number) | undefined;
}

/**
 * The hub's connections: one pool for reads, one for writes, so that neither starves the other.
 * UTC, utf8mb4, READ COMMITTED; every wait is bounded; faults of the server become coded errors.
 */
export class Database {
  private readonly reads: Pool;
  private readonly writes: Pool;
  private readonly transactions: Slots;

  /**
   * `forOneWriter` opens one connection of each kind and allows {@link commitTogether}: for a writer
   * whose SQL holds no text from outside. `writersAtOnce` may allow fewer transactions at once than
   * there are connections, and is asked again whenever one ends.
   */
  constructor(
    url: string,
    { forOneWriter = false, writersAtOnce = () => writeConnectionsMax }: DatabaseOptions = {},
  ) {
    const [readers, writers] = forOneWriter ? [1, 1] : [readConnectionsMax, writeConnectionsMax];
    this.reads = openPool(url, readers, readSettings);
    this.transactions = new Slots(writersAtOnce);
    const several = { multipleStatements: forOneWriter };
    this.writes = openPool(url, writers, sessionSettings, several);
  }

  /** Runs one SELECT. */
  async read(statement: Sql): Promise<Row[]> {
    try {
      return await queryRows(this.reads, statement, readTimeoutMs);
    } catch (error) {
      throw codedFault(error);
    }
  }

  /**
   * Runs `work` in one transaction and commits it. Deadlocks and lock waits retry the whole of it,
   * so `work` must do nothing outside the database.
   */
  async transaction<T>(work: (transaction: Transaction) => Promise<T>): Promise<T> {
    for (let attempt = 1; ; attempt++) {
      try {
        return await this.transactions.run(() => this.attempt(work));
      } catch (error) {
        if (faultOf(error) !== "RETRY" || attempt === transactionTriesMax) throw codedFault(error);
        await sleep(randomInt(retryDelayMs * 2 ** attempt) + 1);
      }
    }
  }

  /**
   * Runs statements in one transaction with one message to the server, hence one wait. Throws what
   * the server says, and then nothing was done, unless the connection was lost.
   */
  async commitTogether(statements: readonly Sql[]): Promise<void> {
    const all = [trusted("START TRANSACTION"), ...statements, trusted("COMMIT")];
    const connection = await this.writes.getConnection();
    try {
      await connection.query(asQuery(joinSql(all, "; "), writeTimeoutMs));
      connection.release();
    } catch (error) {
      await rolledBack(connection);
      throw error;
    }
  }

  private async attempt<T>(work: (transaction: Transaction) => Promise<T>): Promise<T> {
    const connection = await this.writes.getConnection();
    try {
      await connection.beginTransaction();
      const result = await work({
        query: (statement) => queryRows(connection, statement, writeTimeoutMs),
        execute: async (statement) => {
          const [header] = await connection.query(asQuery(statement, writeTimeoutMs));
          return (header as { affectedRows?: number }).affectedRows ?? 0;
        },
      });
      await connection.commit();
      connection.release();
      return result;
    } catch (error) {
      await rolledBack(connection);
      throw error;
    }
  }

  /** Ends all connections, waiting for running statements. */
  async close(): Promise<void> {
    await Promise.all([this.reads.end(), this.writes.end()]);
  }
}

/** A connection whose rollback fails is in an unknown state: it is not used again. */
async function rolledBack(connection: PoolConnection): Promise<void> {
  await connection.rollback().then(
    () => connection.release(),
    () => connection.destroy(),
  );
}

function openPool(
  url: string,
  connectionLimit: number,
  settings: readonly string[],
  more: object = {},
): Pool {
  const pool = createPool({
    ...connectionOptions(url),
    ...more,
    // The parameters stand in the statement already (sql-text.ts).
    queryFormat: (text: string) => text,
    connectionLimit,
    queueLimit: queueMax,
    connectTimeout: connectTimeoutMs,
  });
  // Runs before any statement of the pool's user, in order on the same connection.
  pool.on("connection", (connection) => {
    const raw = connection as unknown as {
      query(sql: string): { on(e: "error", f: () => void): void };
      destroy(): void;
    };
    // A session that is not as it should be would read other times, or store what does not fit.
    for (const statement of settings)
      raw.query(statement).on("error", () => {
        raw.destroy();
      });
  });
  return pool;
}

/** Connection options of a `mysql://` URL; `?socketPath=` names a unix socket. */
export function connectionOptions(url: string): {
  [name: string]: unknown;
} {
  const { hostname, port, username, password, pathname, searchParams } = new URL(url);
  const socketPath = searchParams.get("socketPath");
  return {
    ...(socketPath ? { socketPath } : { host: hostname, port: Number(port || 3306) }),
    user: decodeURIComponent(username),
    password: decodeURIComponent(password),
    database: decodeURIComponent(pathname.slice(1)) || undefined,
    charset: "utf8mb4_bin",
    timezone: "Z",
    dateStrings: true,
    supportBigNumbers: true,
    bigNumberStrings: true,
  };
}

async function queryRows(
  on: Pool | PoolConnection,
  statement: Sql,
  timeout: number,
): Promise<Row[]> {
  const [rows] = await on.query(asQuery(statement, timeout));
  return rows as Row[];
}

function asQuery(statement: Sql, timeout: number): { sql: string; timeout: number } {
  return { sql: sqlText(statement), timeout };
}

function codedFault(error: unknown): unknown {
  switch (faultOf(error)) {
    case "UNAVAILABLE":
      return new HubError("DATABASE_UNAVAILABLE");
    case "TOO_SLOW":
      return new HubError("QUERY_TOO_SLOW", { limit: readSecondsMax });
    case "BUSY":
    case "RETRY":
      return new HubError("OVERLOADED");
    default:
      return error;
  }
}
