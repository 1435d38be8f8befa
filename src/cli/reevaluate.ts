import type { Config } from "../config";
import { Database } from "../database/database";
import { migrate } from "../database/migrate";
import { storedEntities } from "../domain/stored-entities";
import { requestClock } from "../server/request-clock";
import { reevaluate } from "../submission/findings/reevaluate";
import { countFindings } from "./count-findings";
import { openDatabase } from "./open-database";
import { say } from "./say";

/** `hub reevaluate`: judges everything by every finding rule, and counts what is found. */
export async function run(_args: string[], config: Config): Promise<number> {
  const opened = await openDatabase(config);
  const database = new Database(opened.url);
  try {
    await migrate(opened.url, storedEntities);
    const began = performance.now();
    const judged = await reevaluate(database, requestClock(new Date()));
    const seconds = ((performance.now() - began) / 1_000).toFixed(1);
    for (const { key, count, shadow } of await countFindings(database))
      process.stdout.write(
        `${String(count).padStart(8)}  ${key}${shadow ? "  (试运行 shadow)" : ""}\n`,
      );
    say(`已校验 Judged ${String(judged)} records in ${seconds} s`);
    return 0;
  } finally {
    await database.close();
    await opened.close();
  }
}
