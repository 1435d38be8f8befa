import type { Config } from "../config";
import { migrate } from "../database/migrate";
import { storedEntities } from "../domain/stored-entities";
import { makeMigration } from "./make-migration";
import { openDatabase } from "./open-database";

/** `hub migration NAME`: drafts what the migrations lack, against a database they built. */
export async function run([name = ""]: string[], config: Config): Promise<number> {
  const database = await openDatabase(config);
  try {
    await migrate(database.url, storedEntities);
    process.stdout.write(`${await makeMigration(database.url, name, new Date())}\n`);
    return 0;
  } finally {
    await database.close();
  }
}
