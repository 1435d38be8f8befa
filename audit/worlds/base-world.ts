import type { Connection } from "mysql2/promise";
import { loadDemo } from "../../seeds/demo/load-demo";
import { Database } from "../../src/database/database";
import { migrate } from "../../src/database/migrate";
import { storedEntities } from "../../src/domain/stored-entities";
import { requestClock } from "../../src/server/request-clock";
import { reevaluate } from "../../src/submission/findings/reevaluate";
import type { World } from "../../test/oracle/visible-rows";
import { earlierActs } from "./earlier-acts";
import { readCatalogue, type Catalogue } from "./catalogue";
import { connectTo, readWorld, withDatabase, writeDifference } from "./database-copy";
import { grantRows } from "./grants";

/** Grants of the audit are in force since then; the audit's own clock is later. */
const since = "2026-07-01 00:00:00.000000";
const today = "2026-07-15";
const enterprises = 120;
/** One row of so many is voided: it is stored, and exists for nobody. */
const voidedOneOf = 23;

/** The world every pair starts from: the demo, with voided rows and grants. */
export interface BaseWorld {
  readonly database: string;
  readonly connection: Connection;
  readonly catalogue: Catalogue;
  readonly world: World;
}

/** Migrates a fresh database, loads the demo, voids some rows and grants some rights. */
export async function baseWorld(
  server: string,
  database: string,
  seed: number,
): Promise<BaseWorld> {
  const root = await connectTo(server);
  await root.query(`DROP DATABASE IF EXISTS \`${database}\``);
  await root.query(`CREATE DATABASE \`${database}\` CHARACTER SET utf8mb4 COLLATE utf8mb4_bin`);
  await root.end();
  const databaseUrl = withDatabase(server, database);
  await migrate(databaseUrl, storedEntities);
  const log = (): undefined => undefined;
  await loadDemo({ databaseUrl, enterprises, seed, today, withoutSubmitter: false, log });
  const connection = await connectTo(databaseUrl);
  const catalogue = await readCatalogue(connection);
  await voidSome(connection, catalogue);
  await judgeAll(databaseUrl);
  const before = await readWorld(connection, catalogue);
  const { grants, events } = grantRows(before, since);
  const after = {
    ...before,
    access_grant: grants,
    access_grant_event: events,
    ...earlierActs(before, since),
  };
  await writeDifference(connection, catalogue, before, after);
  return { database, connection, catalogue, world: await readWorld(connection, catalogue) };
}

async function voidSome(connection: Connection, catalogue: Catalogue): Promise<void> {
  for (const { name, columns } of catalogue.values())
    if (columns.has("voided") && columns.has("id") && name !== "submission")
      await connection.query(
        `UPDATE \`${name}\` SET voided = 1 WHERE CRC32(id) % ${String(voidedOneOf)} = 0`,
      );
}

/** Judges what the demo and the voiding came to, so that there are findings to see or not. */
async function judgeAll(databaseUrl: string): Promise<void> {
  const database = new Database(databaseUrl);
  try {
    await reevaluate(database, requestClock(new Date(`${today}T04:00:00Z`)));
  } finally {
    await database.close();
  }
}
