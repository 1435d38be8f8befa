import { createConnection } from "mysql2/promise";
import type { EntityClass } from "../query/entity-model";
import { createDataSource, serverType } from "./data-source";
import { connectionOptions } from "./database";

/** How long one hub waits for another that is migrating the same database. */
const lockWaitSeconds = 120;
const lockName = "anzehub migrate";

/**
 * Binary, without padding: `A`, `a`, `Á` and `A ` are four different codes. Tables take it from
 * the database, so the migrations are the same for both servers.
 */
const collations = { mariadb: "utf8mb4_nopad_bin", mysql: "utf8mb4_0900_bin" };

/**
 * Brings a database up to date; several hubs may start at once. Creates the database when it does
 * not exist. Answers how many migrations ran.
 */
export async function migrate(url: string, entities: readonly EntityClass[]): Promise<number> {
  const { database, ...server } = connectionOptions(url);
  if (typeof database !== "string" || !/^[\w-]{1,64}$/.test(database))
    throw new Error("DATABASE_URL must name a database of letters, digits, _ and -");
  const connection = await createConnection(server);
  try {
    await connection.query("SELECT GET_LOCK(?, ?)", [lockName, lockWaitSeconds]);
    const type = await serverType(withoutDatabase(url));
    const charset = `CHARACTER SET utf8mb4 COLLATE ${collations[type]}`;
    await connection.query(`CREATE DATABASE IF NOT EXISTS \`${database}\` ${charset}`);
    await connection.query(`ALTER DATABASE \`${database}\` ${charset}`);
    const dataSource = await createDataSource(url, entities, type).initialize();
    try {
      return (await dataSource.runMigrations({ transaction: "none" })).length;
    } finally {
      await dataSource.destroy();
    }
  } finally {
    await connection.end();
  }
}

function withoutDatabase(url: string): string {
  const bare = new URL(url);
  bare.pathname = "/";
  return bare.href;
}

/** The statements that would make the database fit the entities; none when it does. */
export async function schemaDrift(
  url: string,
  entities: readonly EntityClass[],
): Promise<{ up: string[]; down: string[] }> {
  const type = await serverType(url);
  const dataSource = await createDataSource(url, entities, type).initialize();
  try {
    const log = await dataSource.driver.createSchemaBuilder().log();
    return {
      up: log.upQueries.map((query) => query.query),
      down: log.downQueries.map((query) => query.query).reverse(),
    };
  } finally {
    await dataSource.destroy();
  }
}
