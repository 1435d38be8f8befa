import { identifier, joinSql, sql, trusted, type Sql, type SqlValue } from "./sql";

/** Bytes of one statement; well under the server's smallest usual max_allowed_packet (16 MiB). */
const statementBytesMax = 4 * 1024 * 1024;

/** Rows of a table: column names, and the values of each row in that order. */
export interface TableRows {
  readonly table: string;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly SqlValue[])[];
}

/**
 * Multi-row INSERTs, as few as fit the packet size. `after` follows the values, e.g.
 * {@link updateColumns}.
 */
export function insertSql(into: TableRows, after: Sql = trusted("")): Sql[] {
  const columns = joinSql(into.columns.map(identifier), ", ");
  const head = sql`INSERT INTO ${identifier(into.table)} (${columns}) VALUES `;
  const group = `(${into.columns.map(() => "?").join(",")})`;
  return packets(into.rows).map((rows) => ({
    text: `${head.text}${Array<string>(rows.length).fill(group).join(",")} ${after.text}`,
    values: flat(rows, after.values),
  }));
}

/** `ON DUPLICATE KEY UPDATE` with the values that were to be inserted. */
export function updateColumns(columns: readonly string[]): Sql {
  const set = columns.map((name) => sql`${identifier(name)} = VALUES(${identifier(name)})`);
  return sql`ON DUPLICATE KEY UPDATE ${joinSql(set, ", ")}`;
}

function flat(rows: readonly (readonly SqlValue[])[], rest: readonly SqlValue[]): SqlValue[] {
  const values: SqlValue[] = [];
  for (const row of rows) for (const value of row) values.push(value);
  for (const value of rest) values.push(value);
  return values;
}

function packets(rows: readonly (readonly SqlValue[])[]): (readonly SqlValue[])[][] {
  const groups: (readonly SqlValue[])[][] = [];
  let group: (readonly SqlValue[])[] = [];
  let bytes = 0;
  for (const row of rows) {
    const size = bytesOf(row);
    if (group.length > 0 && bytes + size > statementBytesMax) {
      groups.push(group);
      group = [];
      bytes = 0;
    }
    group.push(row);
    bytes += size;
  }
  if (group.length > 0) groups.push(group);
  return groups;
}

/** An upper estimate that needs no encoding: three bytes a UTF-16 unit, or two when escaped. */
function bytesOf(row: readonly SqlValue[]): number {
  let bytes = 0;
  for (const value of row) bytes += typeof value === "string" ? value.length * 3 + 3 : 24;
  return bytes;
}
