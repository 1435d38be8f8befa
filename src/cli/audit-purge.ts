import type { ChainKey } from "../access/log/chain-key";
import { expiredBefore } from "../access/log/expired-entries";
import { purgeLog } from "../access/log/purge-log";
import type { Config } from "../config";
import { Database } from "../database/database";

/** Removes the expired entries of a log; the same that a running hub does once a day. */
export async function purgeExpired(
  databaseUrl: string,
  key: ChainKey,
  { accessLogRetentionDays: days }: Config,
): Promise<number> {
  const database = new Database(databaseUrl);
  try {
    const removed = await purgeLog(database, key, expiredBefore(new Date(), days));
    process.stdout.write(
      `已清除 ${String(removed)} 条超过 ${String(days)} 天的日志 ` +
        `${String(removed)} entries older than ${String(days)} days were removed\n`,
    );
    return 0;
  } finally {
    await database.close();
  }
}
