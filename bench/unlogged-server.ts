import "reflect-metadata";
import { Delivery } from "../src/access/log/delivery";
import { readConfig } from "../src/config";
import { OperationLog } from "../src/server/operation-log";
import { startHub } from "../src/server/start-hub";

/** The hub without its access log: nothing is noted, built or written. In the bench only. */
async function main(): Promise<void> {
  OperationLog.prototype.finish = () => Promise.resolve();
  Delivery.prototype.rows = () => undefined;
  Delivery.prototype.count = () => undefined;
  const hub = await startHub(readConfig(), {
    databaseUrl: process.env["DATABASE_URL"] ?? "",
    now: () => new Date(),
    report: (id, error) => {
      process.stderr.write(`${id} ${String(error)}\n`);
    },
  });
  process.on("SIGTERM", () => {
    void hub.stop().then(() => process.exit(0));
  });
}

void main();
