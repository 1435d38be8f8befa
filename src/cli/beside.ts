import { constants, setPriority } from "node:os";
import { parentPort } from "node:worker_threads";
import type { Config } from "../config";
import { startHub } from "../server/start-hub";
import { judgeFindings } from "./judge-findings";
import { reportMistake } from "./say";
import type { BesideMessage } from "./start-beside";

/** Submissions that write at once: on two cores four keep the database busy, and one leaves room. */
const writersAlone = 4;
const writersWhileAsked = 1;
/** How long after a question the next one is expected. */
const askedMs = 1_000;

/**
 * `hub beside`, in a thread of `hub start` only: a second hub on the same database that does what
 * takes long, so that queries do not wait for it: large submissions, and judging findings.
 */
export async function run(_args: string[], config: Config): Promise<number> {
  const port = parentPort;
  if (!port || !config.databaseUrl) throw new Error("hub start starts this one");
  yieldToQueries();
  let askedAt = -Infinity;
  const stopping = new Promise<void>((stop) => {
    port.on("message", (message: BesideMessage) => {
      if (message === "stop") stop();
      else askedAt = performance.now();
    });
  });
  const environment = {
    writersAtOnce: () => (performance.now() - askedAt < askedMs ? writersWhileAsked : writersAlone),
    databaseUrl: config.databaseUrl,
    now: () => new Date(),
    report: reportMistake,
  };
  const hub = await startHub(config, environment);
  const findings = judgeFindings(config.databaseUrl, environment);
  port.postMessage(hub.url);
  await stopping;
  port.close();
  await findings.stop();
  await hub.stop();
  return 0;
}

/** Of a thread's own priority only Linux knows; elsewhere it would be that of the whole hub. */
function yieldToQueries(): void {
  if (process.platform === "linux") setPriority(constants.priority.PRIORITY_LOW);
}
