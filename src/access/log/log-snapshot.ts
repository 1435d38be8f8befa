import { createConnection } from "mysql2/promise";
import { connectionOptions, type Row } from "../../database/database";
import type { Sql } from "../../database/sql";

/** Reads a database as it was at one moment, while hubs go on writing to it. */
export interface Snapshot {
  read(statement: Sql): Promise<Row[]>;
  close(): Promise<void>;
}

/** Opens a snapshot on a connection of its own. */
export async function openSnapshot(databaseUrl: string): Promise<Snapshot> {
  const connection = await createConnection(connectionOptions(databaseUrl));
  try {
    await connection.query("SET SESSION time_zone = '+00:00'");
    await connection.query("SET SESSION TRANSACTION ISOLATION LEVEL REPEATABLE READ");
    await connection.query("START TRANSACTION WITH CONSISTENT SNAPSHOT, READ ONLY");
  } catch (error) {
    connection.destroy();
    throw error;
  }
  return {
    read: async ({ text, values }) => {
      const [rows] = await connection.query(text, [...values]);
      return rows as Row[];
    },
    close: () => connection.end(),
  };
}
