import { join } from "node:path";
import { createConnection, type Connection } from "mysql2/promise";
import { tokenFor } from "../src/cli/token";
import { connectionOptions } from "../src/database/database";
import { oneConnection } from "./ask";
import type { BenchData } from "./bench-data";
import { startHubProcess } from "./hub-process";
import { measure, measureInTurns } from "./measure";
import { fields } from "./read";

const clientsCount = 16;
const rounds = 6;
const roundMs = 4_000;
const latencyRuns = 100;
const freshPages = 90;
const commits = 200;

/** Clients with a connection each, and what they do. */
interface Side {
  readonly name: string;
  readonly clients: readonly ReturnType<typeof oneConnection>[];
}

/**
 * What the access log costs for data of level 3: throughput at 16 clients and latency at one, with
 * the log beside the same hub without it (which exists only here).
 */
export async function benchAccessLog({ databaseUrl, config }: BenchData): Promise<void> {
  const connection = await createConnection(connectionOptions(databaseUrl));
  const script = join(__dirname, "unlogged-server.js");
  await emptyLog(connection);
  const on = await startHubProcess(databaseUrl, config.directory);
  const off = await startHubProcess(databaseUrl, config.directory, [script]);
  const token = await tokenFor(config, databaseUrl, "DEMO-FI-34", new Date());
  const sides = [off, on].map(({ url }, i) => ({
    name: i ? "on" : "off",
    clients: Array.from({ length: clientsCount }, () => oneConnection(url, token)),
  }));
  try {
    const { medianMs, p95Ms } = await commitTime(connection);
    say(`one commit on this disk: ${medianMs.toFixed(2)} ms (p95 ${p95Ms.toFixed(2)})`);
    for (const rows of [50, 1_000]) {
      const query = `{ policies(first: ${String(rows)}) { nodes { ${fields} } } }`;
      await compareLatency(sides, query, `${String(rows)} rows of level 3, one client`);
      await compareThroughput(sides, query, `${String(rows)} rows of level 3, 16 clients`);
    }
    await compareFresh(sides);
  } finally {
    for (const { clients } of sides) for (const client of clients) client.close();
    await on.stop();
    await off.stop();
    await connection.end();
  }
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

async function emptyLog(connection: Connection): Promise<void> {
  for (const table of ["entry", "head", "subject", "subject_set"])
    await connection.query(`TRUNCATE TABLE access_log_${table}`);
}

async function commitTime(connection: Connection): ReturnType<typeof measure> {
  await connection.query("CREATE TABLE IF NOT EXISTS bench_commit (n INT PRIMARY KEY, v INT)");
  await connection.query("INSERT IGNORE INTO bench_commit VALUES (1, 0)");
  let v = 0;
  try {
    return await measure(() =>
      connection.query("UPDATE bench_commit SET v = ? WHERE n = 1", [++v % commits]),
    );
  } finally {
    await connection.query("DROP TABLE bench_commit");
  }
}

async function compareLatency(sides: readonly Side[], query: string, what: string): Promise<void> {
  const works = new Map(
    sides.map(({ name, clients }) => [name, () => Promise.resolve(clients[0]?.ask(query))]),
  );
  const measured = await measureInTurns(works, latencyRuns);
  const [off, on] = [measured.get("off"), measured.get("on")];
  if (!off || !on) throw new Error("nothing was measured");
  say(
    `${what}: p50 ${off.medianMs.toFixed(2)} ms off, ${on.medianMs.toFixed(2)} ms on, ` +
      `+${(on.medianMs - off.medianMs).toFixed(2)} ms; ` +
      `p95 ${off.p95Ms.toFixed(2)} off, ${on.p95Ms.toFixed(2)} on; aim: + at most one group commit`,
  );
}

/** In turns, so that whatever else the machine does falls on both. */
async function compareThroughput(
  sides: readonly Side[],
  query: string,
  what: string,
): Promise<void> {
  const rates = new Map(sides.map(({ name }) => [name, [] as number[]]));
  for (let round = 0; round < rounds; round++)
    for (const { name, clients } of round % 2 ? [...sides].reverse() : sides)
      rates.get(name)?.push(await rate(clients, query));
  const median = (name: string): number => {
    // The first round warms up.
    const of = (rates.get(name) ?? []).slice(1).sort((a, b) => a - b);
    return of[Math.floor(of.length / 2)] ?? NaN;
  };
  const [off, on] = [median("off"), median("on")];
  say(
    `${what}: ${off.toFixed(1)} /s off, ${on.toFixed(1)} /s on, ` +
      `${((1 - on / off) * 100).toFixed(1)} % less; aim: at most 10 %`,
  );
}

async function rate(clients: Side["clients"], query: string): Promise<number> {
  const start = performance.now();
  let answered = 0;
  await Promise.all(
    clients.map(async (client) => {
      while (performance.now() - start < roundMs) {
        await client.ask(query);
        answered++;
      }
    }),
  );
  return (answered / (performance.now() - start)) * 1_000;
}

/** Pages nobody asked for before: each stores a set of subjects of its own. Told, not aimed at. */
async function compareFresh(sides: readonly Side[]): Promise<void> {
  const [reader] = sides[0]?.clients ?? [];
  const cursors: string[] = [];
  for (let after = ""; reader && cursors.length < freshPages;) {
    const args = after ? `first: 1000, after: "${after}"` : "first: 1000";
    const answer = await reader.ask(`{ policies(${args}) { pageInfo { endCursor } } }`);
    const { data } = JSON.parse(answer.toString()) as {
      data: { policies: { pageInfo: { endCursor: string } } };
    };
    after = data.policies.pageInfo.endCursor;
    cursors.push(after);
  }
  const times: string[] = [];
  for (const { name, clients } of sides) {
    const left = [...cursors];
    const start = performance.now();
    await Promise.all(
      clients.map(async (client) => {
        for (let cursor = left.pop(); cursor; cursor = left.pop())
          await client.ask(`{ policies(first: 990, after: "${cursor}") { nodes { ${fields} } } }`);
      }),
    );
    times.push(`${((cursors.length / (performance.now() - start)) * 1_000).toFixed(1)} /s ${name}`);
  }
  say(`990 rows of pages never asked for before, 16 clients: ${times.join(", ")}`);
}
