import type { Connection, RowDataPacket } from "mysql2/promise";

/** A column of a table, as the database describes it. */
export interface ColumnInfo {
  readonly name: string;
  readonly type: string;
  readonly nullable: boolean;
  /** Characters of a text column. */
  readonly length: number | null;
  readonly autoIncrement: boolean;
}

/** A table of the hub, as the database describes it. */
export interface TableInfo {
  readonly name: string;
  readonly columns: ReadonlyMap<string, ColumnInfo>;
  readonly primary: readonly string[];
  /** Columns of each unique index, the primary key left out. */
  readonly unique: readonly (readonly string[])[];
  /** Column → the table whose id it holds. */
  readonly references: ReadonlyMap<string, string>;
  readonly create: string;
}

export type Catalogue = ReadonlyMap<string, TableInfo>;

const notData = new Set(["migration"]);

/** Reads which tables there are from the database itself: a table nobody told us of counts too. */
export async function readCatalogue(connection: Connection): Promise<Catalogue> {
  const query = async (sql: string): Promise<RowDataPacket[]> =>
    (await connection.query<RowDataPacket[]>(sql))[0];
  const here = "table_schema = DATABASE()";
  const columns = await query(
    "SELECT table_name t, column_name c, data_type k, is_nullable n, " +
      `character_maximum_length l, extra e FROM information_schema.columns WHERE ${here} ` +
      "ORDER BY table_name, ordinal_position",
  );
  const indexes = await query(
    "SELECT table_name t, index_name i, column_name c FROM information_schema.statistics " +
      `WHERE ${here} AND non_unique = 0 ORDER BY table_name, index_name, seq_in_index`,
  );
  const keys = await query(
    "SELECT table_name t, column_name c, referenced_table_name r " +
      `FROM information_schema.key_column_usage WHERE ${here} AND referenced_table_name IS NOT NULL`,
  );
  const catalogue = new Map<string, TableInfo>();
  for (const name of new Set(columns.map((row) => String(row["t"])))) {
    if (notData.has(name)) continue;
    const of = (rows: RowDataPacket[]): RowDataPacket[] => rows.filter((row) => row["t"] === name);
    const created = await query(`SHOW CREATE TABLE \`${name}\``);
    catalogue.set(name, {
      name,
      columns: new Map(of(columns).map((row) => [String(row["c"]), columnOf(row)])),
      primary: of(indexes).flatMap((row) => (row["i"] === "PRIMARY" ? [String(row["c"])] : [])),
      unique: uniqueOf(of(indexes)),
      references: new Map(of(keys).map((row) => [String(row["c"]), String(row["r"])])),
      create: String(created[0]?.["Create Table"]),
    });
  }
  return catalogue;
}

function columnOf(row: RowDataPacket): ColumnInfo {
  return {
    name: String(row["c"]),
    type: String(row["k"]),
    nullable: row["n"] === "YES",
    length: row["l"] === null ? null : Number(row["l"]),
    autoIncrement: String(row["e"]).includes("auto_increment"),
  };
}

function uniqueOf(rows: readonly RowDataPacket[]): string[][] {
  const byIndex = new Map<string, string[]>();
  for (const row of rows) {
    const name = String(row["i"]);
    if (name === "PRIMARY") continue;
    byIndex.set(name, [...(byIndex.get(name) ?? []), String(row["c"])]);
  }
  return [...byIndex.values()];
}
