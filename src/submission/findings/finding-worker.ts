import { setTimeout as sleep } from "node:timers/promises";
import type { Database } from "../../database/database";
import type { RequestClock } from "../../query/select";
import { evaluateDue, newestNoted } from "./evaluate-due";
import { reevaluateDay } from "./reevaluate";

/** How long after a commit findings may be behind, when nothing else is due [P]. */
const pauseMs = 500;
/** It rests as long as it worked, so that it never takes more than half of what others need. */
const restMsMax = 2_000;
/** Times longer while more is reported: first everybody is to have a receipt. */
const restsWhileReported = 4;
/** After a fault, e.g. of the database. */
const pauseAfterFaultMs = 5_000;

/**
 * Judges in the background what this and other hubs note. To stop, it leaves a batch as soon as the
 * running statement ends: what it has not committed stays due.
 */
export function startFindingWorker(
  database: Database,
  clock: () => RequestClock,
  report: (error: unknown) => void,
): { stop(): Promise<void> } {
  const stopping = new AbortController();
  const { signal } = stopping;
  const isStopping = (): boolean => signal.aborted;
  const pause = (ms: number): Promise<unknown> =>
    sleep(ms, undefined, { signal }).catch(() => undefined);
  const work = async (): Promise<void> => {
    let newest: unknown = null;
    while (!isStopping())
      try {
        await reevaluateDay(database, clock(), signal);
        const began = performance.now();
        const judged = await evaluateDue(database, clock(), signal);
        const rest = Math.min(performance.now() - began, restMsMax);
        const last = newest;
        newest = await newestNoted(database);
        const rests = newest === last ? 1 : restsWhileReported;
        await pause(judged === 0 ? pauseMs : rest * rests);
      } catch (error) {
        if (isStopping()) return;
        report(error);
        await pause(pauseAfterFaultMs);
      }
  };
  const running = work();
  return {
    stop: async () => {
      stopping.abort();
      await running;
    },
  };
}
