import { setTimeout as sleep } from "node:timers/promises";
import type { PrivateMariadb } from "./private-mariadb";
import { processStamp } from "./process-identity";

const lookEveryMs = 500;

/**
 * Starts a private MariaDB again whenever its process ends under us (out of memory, `kill -9`), on
 * the same socket: what was committed is there, and the pools find it. Nobody stops it while it is
 * used, so that its process is gone means that it crashed. Answers how to give it back.
 */
export function keepMariadb(
  first: PrivateMariadb,
  start: () => Promise<PrivateMariadb>,
  log: (line: string) => void,
): () => Promise<void> {
  const stopping = new AbortController();
  const { signal } = stopping;
  // Each start counts as one use of the server, to be given back.
  const uses = [first];
  const keep = async (): Promise<void> => {
    for (let pid = first.pid; await waited(signal);) {
      if (processStamp(pid) !== undefined) continue;
      log("MariaDB 意外退出，正在重新启动 MariaDB ended unexpectedly, starting it again");
      try {
        const again = await start();
        uses.push(again);
        ({ pid } = again);
      } catch (error) {
        log(error instanceof Error ? error.message : String(error));
      }
    }
  };
  const kept = keep();
  return async () => {
    stopping.abort();
    await kept;
    for (const use of uses) await use.stop();
  };
}

/** Whether it was waited for the next look, and not stopped meanwhile. */
function waited(signal: AbortSignal): Promise<boolean> {
  return sleep(lookEveryMs, true, { signal }).catch(() => false);
}
