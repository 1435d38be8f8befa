import { randomUUID } from "node:crypto";
import { Database } from "../database/database";
import { requestClock } from "../server/request-clock";
import type { HubEnvironment } from "../server/start-hub";
import { startFindingWorker } from "../submission/findings/finding-worker";

/** Judges findings beside a running hub, on connections of its own; stops with it. */
export function judgeFindings(
  databaseUrl: string,
  { now, report }: HubEnvironment,
): { stop(): Promise<void> } {
  const database = new Database(databaseUrl);
  const worker = startFindingWorker(
    database,
    () => requestClock(now()),
    (error) => report(randomUUID(), error),
  );
  return {
    stop: async () => {
      await worker.stop();
      await database.close();
    },
  };
}
