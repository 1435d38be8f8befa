import type { Config } from "../config";
import { migrate } from "../database/migrate";
import { storedEntities } from "../domain/stored-entities";
import { openDatabase } from "./open-database";

/** `hub migrate` */
export async function run(_args: string[], config: Config): Promise<number> {
  const database = await openDatabase(config);
  try {
    const count = await migrate(database.url, storedEntities);
    process.stdout.write(`已执行 ${String(count)} 个迁移 ${String(count)} migrations ran\n`);
    return 0;
  } finally {
    await database.close();
  }
}
