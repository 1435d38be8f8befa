import { setTimeout as sleep } from "node:timers/promises";
import { tokenFor } from "../src/cli/token";
import { say } from "../src/cli/say";
import { oneConnection } from "./ask";
import type { BenchData } from "./bench-data";
import { startHubProcess } from "./hub-process";

const floodClients = 64;
const asks = 200;
const pauseMs = 10;

/** What a portal asks again and again. */
const portal = "{ policies(first: 20) { nodes { policyNo status enterprise { name } } } }";
/** What somebody asks who does not care. */
const heavy =
  "{ enterprises(first: 200) { nodes { name policies(first: 50) { nodes { policyNo } } } } }";

/**
 * What one organisation's flood does to another: p95 of a portal's query while the hub is idle, and
 * while 64 clients of another organisation ask for all they can get, under the ordinary budgets.
 */
export async function benchFlood({ databaseUrl, config }: BenchData): Promise<void> {
  const ordinary = { COST_PER_SECOND: "" };
  const hub = await startHubProcess(databaseUrl, config.directory, undefined, ordinary);
  const token = (code: string): Promise<string> => tokenFor(config, databaseUrl, code, new Date());
  const calm = oneConnection(hub.url, await token("DEMO-EM-34"));
  const flooding = await token("DEMO-FI-34");
  const floods = Array.from({ length: floodClients }, () => oneConnection(hub.url, flooding));
  try {
    await p95Of(() => calm.ask(portal));
    const idle = await p95Of(() => calm.ask(portal));
    const counted = { answered: 0, refused: 0 };
    let isOver = false;
    const flood = floods.map(async (client) => {
      while (!isOver)
        await client.ask(heavy).then(
          () => counted.answered++,
          () => counted.refused++,
        );
    });
    const during = await p95Of(() => calm.ask(portal));
    isOver = true;
    await Promise.all(flood);
    say(
      `p95 of a portal's query: ${idle.toFixed(2)} ms idle, ${during.toFixed(2)} ms during the ` +
        `flood of another organisation, ratio ${(during / idle).toFixed(2)}; ` +
        `of the flood ${String(counted.answered)} answered, ${String(counted.refused)} refused`,
    );
  } finally {
    calm.close();
    for (const client of floods) client.close();
    await hub.stop();
  }
}

async function p95Of(ask: () => Promise<unknown>): Promise<number> {
  const times: number[] = [];
  for (let n = 0; n < asks; n++) {
    const startedMs = performance.now();
    await ask();
    times.push(performance.now() - startedMs);
    await sleep(pauseMs);
  }
  times.sort((a, b) => a - b);
  return times[Math.floor(0.95 * (asks - 1))] ?? NaN;
}
