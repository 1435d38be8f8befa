import type { AccessLog } from "../access/log/access-log";
import { anchorDirectory } from "../access/log/anchor-file";
import { ChainKey } from "../access/log/chain-key";
import { ExpiredEntries } from "../access/log/expired-entries";
import { LogWriter } from "../access/log/log-writer";
import { systemEntries } from "../access/log/system-entries";
import type { Config } from "../config";
import { Database } from "../database/database";
import { HubError } from "../error/hub-error";
import type { ReportMistake } from "./answer-errors";

/** Opens the access log of a process: writes entries, and removes those that expired. */
export function openAccessLog(
  config: Config,
  secret: string,
  environment: { databaseUrl: string; now: () => Date; report: ReportMistake },
): AccessLog {
  const { databaseUrl, now } = environment;
  const report = (error: unknown): void => {
    // A database that is down is told of by its own code to whoever asks.
    if (!(error instanceof HubError)) environment.report("access-log", error);
  };
  const database = new Database(databaseUrl, { forOneWriter: true });
  const key = new ChainKey(secret);
  const anchors = anchorDirectory(config.directory, databaseUrl);
  const system = systemEntries("log", now);
  const writer = new LogWriter(database, key, system, { anchorsIn: anchors, report });
  const days = config.accessLogRetentionDays;
  const expired = new ExpiredEntries(database, key, { days, now, report });
  expired.start();
  return {
    record: (entry) => writer.record(entry),
    note: (entry) => {
      writer.note(entry);
    },
    stop: async () => {
      await expired.stop();
      await writer.stop();
    },
  };
}
