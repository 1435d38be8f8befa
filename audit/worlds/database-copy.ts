import { createConnection, type Connection, type RowDataPacket } from "mysql2/promise";
import { connectionOptions } from "../../src/database/database";
import type { StoredRow, World } from "../../test/oracle/visible-rows";
import type { Catalogue, TableInfo } from "./catalogue";

const rowsPerStatement = 500;
/** A machine that is busy with several worlds may be slow to answer. */
const connectTimeout = 60_000;

/** A connection that sees values as the hub does: numbers, text or null. */
export async function connectTo(url: string): Promise<Connection> {
  const connection = await createConnection({ ...connectionOptions(url), connectTimeout });
  // Worlds are written row by row in any order; what refers to what is looked after in memory.
  await connection.query(
    "SET SESSION foreign_key_checks = 0, time_zone = '+00:00', sql_mode = 'STRICT_ALL_TABLES'",
  );
  return connection;
}

/** The address of another database on the same server. */
export function withDatabase(serverUrl: string, name: string): string {
  const url = new URL(serverUrl);
  url.pathname = `/${name}`;
  return url.href;
}

/** Copies tables, with their keys and indexes, and all rows into a new database. */
export async function copyDatabase(
  connection: Connection,
  catalogue: Catalogue,
  from: string,
  to: string,
): Promise<void> {
  await connection.query(`DROP DATABASE IF EXISTS \`${to}\``);
  await connection.query(`CREATE DATABASE \`${to}\` CHARACTER SET utf8mb4 COLLATE utf8mb4_bin`);
  await connection.query(`USE \`${to}\``);
  for (const table of catalogue.values()) {
    await connection.query(table.create);
    await connection.query(
      `INSERT INTO \`${to}\`.\`${table.name}\` SELECT * FROM \`${from}\`.\`${table.name}\``,
    );
  }
}

/** What the hubs write while they are asked, e.g. `access_log_entry`: no part of the worlds. */
const runTables = /^(access_log|disclosure_ledger)/;

/** All rows of all tables but those of the run itself. */
export async function readWorld(connection: Connection, catalogue: Catalogue): Promise<World> {
  const world: World = {};
  for (const { name, primary } of catalogue.values()) {
    if (runTables.test(name)) continue;
    const order = primary.map((column) => `\`${column}\``).join(", ");
    const [rows] = await connection.query<RowDataPacket[]>(
      `SELECT * FROM \`${name}\`${order ? ` ORDER BY ${order}` : ""}`,
    );
    world[name] = rows;
  }
  return world;
}

/** Turns the stored rows `before` into `after`: what is equal is left alone. */
export async function writeDifference(
  connection: Connection,
  catalogue: Catalogue,
  before: World,
  after: World,
): Promise<void> {
  for (const table of catalogue.values()) {
    const old = byKey(table, before[table.name] ?? []);
    const now = byKey(table, after[table.name] ?? []);
    const gone = [...old].filter(([key, text]) => now.get(key)?.text !== text.text);
    const come = [...now].filter(([key, text]) => old.get(key)?.text !== text.text);
    for (const [, { row }] of gone) await remove(connection, table, row);
    for (let from = 0; from < come.length; from += rowsPerStatement)
      await insert(
        connection,
        table,
        come.slice(from, from + rowsPerStatement).map(([, { row }]) => row),
      );
  }
}

function byKey(
  table: TableInfo,
  rows: readonly StoredRow[],
): Map<string, { row: StoredRow; text: string }> {
  return new Map(
    rows.map((row) => [keyOf(table, row), { row, text: JSON.stringify(Object.values(row)) }]),
  );
}

function keyOf({ primary }: TableInfo, row: StoredRow): string {
  return primary.map((column) => String(row[column])).join("\0");
}

async function remove(connection: Connection, table: TableInfo, row: StoredRow): Promise<void> {
  const where = table.primary.map((column) => `\`${column}\` = ?`).join(" AND ");
  const key = table.primary.map((column) => row[column] ?? null);
  await connection.query(`DELETE FROM \`${table.name}\` WHERE ${where}`, key);
}

async function insert(
  connection: Connection,
  table: TableInfo,
  rows: readonly StoredRow[],
): Promise<void> {
  const columns = [...table.columns.keys()];
  const names = columns.map((column) => `\`${column}\``).join(", ");
  const values = rows.map((row) => columns.map((column) => row[column] ?? null));
  await connection.query(`INSERT INTO \`${table.name}\` (${names}) VALUES ?`, [values]);
}
