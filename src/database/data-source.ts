import { createConnection } from "mysql2/promise";
import { DataSource, DefaultNamingStrategy } from "typeorm";
import type { EntityClass } from "../query/entity-model";
import { migrations } from "../../migrations/migrations";
import { connectionOptions } from "./database";
import { snakeCase } from "./names";

/** Columns and tables are snake_case singular, as {@link snakeCase} says. */
class SnakeCase extends DefaultNamingStrategy {
  override tableName(className: string, given: string | undefined): string {
    return given ?? snakeCase(className);
  }

  override columnName(property: string, given: string | undefined): string {
    return given ?? snakeCase(property);
  }
}

/** TypeORM's view of the database: it maps the tables and runs the migrations, nothing else. */
export function createDataSource(
  url: string,
  entities: readonly EntityClass[],
  type: "mariadb" | "mysql" = "mariadb",
): DataSource {
  const { socketPath, host, port, user, password, database } = connectionOptions(url);
  return new DataSource({
    type,
    ...(socketPath ? { socketPath } : { host, port }),
    username: user,
    password,
    database,
    charset: "utf8mb4_bin",
    timezone: "Z",
    dateStrings: true,
    entities: entities as never,
    migrations: migrations as never,
    migrationsTableName: "migration",
    migrationsTransactionMode: "none",
    namingStrategy: new SnakeCase(),
    synchronize: false,
  } as never);
}

/** The kind of server behind a URL. TypeORM's drift check never settles with the wrong one. */
export async function serverType(url: string): Promise<"mariadb" | "mysql"> {
  const connection = await createConnection(connectionOptions(url));
  try {
    const [rows] = await connection.query("SELECT VERSION() AS version");
    const { version } = (rows as { version: string }[])[0] ?? { version: "" };
    return /mariadb/i.test(version) ? "mariadb" : "mysql";
  } finally {
    await connection.end();
  }
}
