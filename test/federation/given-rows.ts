import { getNamedType, isEnumType, isObjectType } from "graphql";
import { createConnection } from "mysql2/promise";
import type { DataSource, EntityMetadata } from "typeorm";
import { createDataSource } from "../../src/database/data-source";
import { connectionOptions } from "../../src/database/database";
import { entityId } from "../../src/database/entity-id";
import { snakeCase } from "../../src/database/names";
import { migrate } from "../../src/database/migrate";
import { storedEntities } from "../../src/domain/stored-entities";
import type { Graph } from "../../src/graph/schema";
import { modelNamed } from "../../src/query/entity-model";

/** Rows of each table; small enough to page through, large enough for every scope to differ. */
export const rowsPerTable = 24;

/** Regions of two provinces, three cities, so that no organisation sees everything. */
export const regions = ["340104", "340102", "340222", "340302", "320102", "320505"];

/** The id of the n-th row of an entity. */
export function idOf(entity: string, n: number): string {
  return entityId(modelNamed(entity)?.idPrefix ?? "xxx", entity, String(n));
}

/** Fills every table of every domain with rows made by rule; the same rows on every run. */
export async function givenRows(url: string, graph: Graph): Promise<void> {
  await migrate(url, storedEntities);
  const source = await createDataSource(url, storedEntities).initialize();
  const connection = await createConnection({
    ...connectionOptions(url),
    multipleStatements: false,
  });
  try {
    await connection.query("SET foreign_key_checks = 0");
    for (const metadata of source.entityMetadatas)
      for (let n = 0; n < rowsPerTable; n++) {
        const row = rowOf(source, metadata, graph, n);
        await connection.query("INSERT IGNORE INTO ?? SET ?", [metadata.tableName, row]);
      }
    // Grants made by rule say nothing that could be compiled to rights: none was ever in force.
    await connection.query("UPDATE access_grant SET revoked_at = requested_at");
    await connection.query("DELETE FROM access_grant_event");
    // Nor is a log made by rule one that could be gone on with.
    for (const { tableName } of source.entityMetadatas)
      if (tableName.startsWith("access_log")) await connection.query("DELETE FROM ??", [tableName]);
  } finally {
    await connection.end();
    await source.destroy();
  }
}

/** Only the first rows of a table are referred to, so that each is by several. */
const referredRows = 8;
/**
 * From row to row a key moves on by one of these: other ones per column, so that the keys of a row
 * do not all have the same number, and odd, so that each of the referred rows has its turn.
 */
const steps = [5, 7, 11, 13, 17, 19, 23];

type Column = EntityMetadata["columns"][number];

/** One cell to fill: row number `n`, column number `at`. */
interface Cell {
  metadata: EntityMetadata;
  column: Column;
  n: number;
  at: number;
}

function rowOf(
  source: DataSource,
  metadata: EntityMetadata,
  graph: Graph,
  n: number,
): Record<string, unknown> {
  return Object.fromEntries(
    metadata.columns.map((column, at) => {
      const cell = { metadata, column, n, at };
      return [column.databaseName, fixedValue(cell) ?? variedValue(source, graph, cell)];
    }),
  );
}

/** What decides who sees a row. */
function fixedValue({ metadata, column, n, at }: Cell): unknown {
  switch (column.propertyName) {
    case "id":
      return idOf(metadata.name, n);
    case "voided":
      return n % 8 === 0 ? 1 : 0;
    case "regionCode":
      return regions[(n + at) % regions.length];
    default:
      return undefined;
  }
}

function variedValue(source: DataSource, graph: Graph, cell: Cell): unknown {
  const { metadata, column, n, at } = cell;
  if (column.isNullable && (n + at) % 4 === 0) return null;
  const target = targetOf(source, cell);
  if (target) return idOf(target, (n * (steps[at % steps.length] ?? 1) + at) % referredRows);
  const name = column.propertyName;
  const values = enumValuesOf(graph, metadata.name, name);
  const value = values[(n + at) % (values.length || 1)];
  if (modelNamed(metadata.name)?.fields.get(name)?.kind === "textList")
    return JSON.stringify([value ?? `${name} ${String(n)}`, value ?? "“二”"]);
  if (value) return value;
  if (name === "sector") return n % 2 ? "NON_COAL_MINE" : "FIREWORKS";
  return plainValue(column, n, at);
}

/** The entity a key column refers to. */
function targetOf(source: DataSource, { metadata, column }: Cell): string | undefined {
  const key = metadata.foreignKeys.find((foreign) => foreign.columns.includes(column));
  return key && source.getMetadata(key.referencedEntityMetadata.target).name;
}

function enumValuesOf(graph: Graph, type: string, field: string): string[] {
  const object = graph.schema.getType(type);
  const named = isObjectType(object) && object.getFields()[field]?.type;
  const target = named && getNamedType(named);
  return target && isEnumType(target) ? target.getValues().map((value) => value.name) : [];
}

function plainValue(column: Column, n: number, at: number): unknown {
  switch (column.type) {
    case "int":
      return n % 50;
    case "tinyint":
      return (n + at) % 2;
    case "bigint":
      return String(n * 1_000_003 + at);
    case "decimal":
      return `${String(n % 9)}.${"5".repeat(Math.min(column.scale ?? 0, 4) || 1)}`;
    case "date":
      return `2025-${String((n % 12) + 1).padStart(2, "0")}-${String((at % 28) + 1).padStart(2, "0")}`;
    case "datetime":
      return `2025-0${String((n % 9) + 1)}-11 08:30:0${String(at % 10)}.000${String(100 + n)}`;
    default: {
      const text = `${snakeCase(column.propertyName)} ${String(n)} 李“${String(at)}”`;
      const length = Number(column.length || 60);
      return text.length <= length ? text : `${String(n)}x`.padStart(4, "0").slice(0, length);
    }
  }
}
