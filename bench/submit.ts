import { readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { createConnection, type Connection } from "mysql2/promise";
import { tokenFor } from "../src/cli/token";
import { connectionOptions } from "../src/database/database";
import { migrate } from "../src/database/migrate";
import { storedEntities } from "../src/domain/stored-entities";
import { loadDemo } from "../seeds/demo/load-demo";
import { oneConnection } from "./ask";
import type { BenchData } from "./bench-data";
import { cpuSeconds } from "./cpu-seconds";
import { startHubProcess, type HubProcess } from "./hub-process";
import { plainInsertRate } from "./plain-insert";
import { policyBodies } from "./policy-bodies";

/* Submissions: whole policies over HTTP, acknowledged one by one, beside a plain INSERT of them. */

const database = "anzehub_bench_submit";
const enterprises = 10_000;
const inFlights = [1, 2, 4, 8] as const;
const warmUpBodies = 20;
const measuredBodies = 30;
const plainConnections = 4;
const queriedInFlight = 4;
const idleRuns = 200;
/** Between two queries of the agency: people do not ask all the time. */
const queryPauseMs = 25;
/** Policies whose judging is measured. */
const judgedMin = 20_000;
const judgedPauseMs = 100;
const portalList = `{ policies(first: 50) { nodes { id policyNo startDate endDate status
  insuredCount enterprise { id name } insurer { id name } } } }`;

type Client = ReturnType<typeof oneConnection>;

interface Bench {
  readonly hub: HubProcess;
  readonly databasePid: number;
  readonly token: string;
  readonly usccs: readonly string[];
  /** Bodies that were sent. */
  sent: number;
}

/** Measures validated, versioned, acknowledged policies per second, and what agencies feel of it. */
export async function benchSubmit({ databaseUrl, config }: BenchData): Promise<void> {
  const url = new URL(databaseUrl);
  url.pathname = `/${database}`;
  const connection = await prepare(url.href);
  // Keys and the anchor of the access log belong to one database, and this one is new.
  const own = { ...config, directory: join(config.directory, "submit") };
  rmSync(own.directory, { recursive: true, force: true });
  const hub = await startHubProcess(url.href, own.directory);
  const tokenOf = (code: string): Promise<string> => tokenFor(own, url.href, code, new Date());
  const agency = oneConnection(hub.url, await tokenOf("DEMO-FI-34"));
  const ask = (): Promise<unknown> => agency.ask(portalList);
  try {
    const bench = {
      hub,
      databasePid: await databasePid(connection),
      token: await tokenOf("DEMO-IN-A"),
      usccs: await usccsOf(connection),
      sent: 0,
    };
    await times(ask, () => false, idleRuns);
    const idle = await times(ask, () => false, idleRuns);
    await submitAll(bench, "warm", 4, warmUpBodies);
    const rates: number[] = [];
    for (const inFlight of inFlights)
      rates.push(await submitAll(bench, `f${String(inFlight)}`, inFlight, measuredBodies));
    const plain = await plainInsertRate(url.href, "f4", plainConnections);
    const best = Math.max(...rates);
    say(
      `plain INSERT, ${String(plainConnections)} connections: ${rate(plain)} rows/s; ` +
        `the hub does ${((best / plain) * 100).toFixed(0)} % of it; ` +
        `aim: 10,000 /s or 35 %, whichever is more`,
    );
    let isLoaded = true;
    const load = submitAll(bench, "queried", queriedInFlight, measuredBodies * 2);
    const loaded = times(ask, () => !isLoaded, Infinity);
    await load.finally(() => (isLoaded = false));
    say(latencies(idle, await loaded));
    say(await judgedAfterwards(connection));
  } finally {
    agency.close();
    await hub.stop();
    await connection.query(`DROP DATABASE ${database}`);
    await connection.end();
  }
}

async function prepare(databaseUrl: string): Promise<Connection> {
  const { database: name, ...server } = connectionOptions(databaseUrl);
  const connection = await createConnection(server);
  await connection.query(`DROP DATABASE IF EXISTS ${String(name)}`);
  await migrate(databaseUrl, storedEntities);
  const today = "2026-07-15";
  await loadDemo({ databaseUrl, enterprises, seed: 1, today, withoutSubmitter: false, log: say });
  await connection.query(`USE ${String(name)}`);
  // What was loaded counts as judged: the worker is to judge what is submitted, as on any day.
  await connection.query(
    "UPDATE finding_clock SET judged_on = DATE(UTC_TIMESTAMP() + INTERVAL 8 HOUR) WHERE id = 1",
  );
  return connection;
}

async function usccsOf(connection: Connection): Promise<string[]> {
  const [rows] = await connection.query("SELECT uscc FROM enterprise ORDER BY id");
  return (rows as { uscc: string }[]).map(({ uscc }) => uscc);
}

/** Of the server's own process, when it runs on this machine. */
async function databasePid(connection: Connection): Promise<number> {
  const [[row]] = (await connection.query("SELECT @@pid_file AS file")) as unknown as [
    { file: string }[],
  ];
  try {
    return Number(readFileSync(row?.file ?? "", "utf8"));
  } catch {
    return NaN;
  }
}

/** Submits `count` bodies over as many connections as are to be in flight; records per second. */
async function submitAll(
  bench: Bench,
  name: string,
  inFlight: number,
  count: number,
): Promise<number> {
  const { hub, databasePid: databaseId, token, usccs } = bench;
  const bodies = policyBodies(usccs, name, count, bench.sent);
  bench.sent += count;
  const clients = Array.from({ length: inFlight }, () => oneConnection(hub.url, token));
  const before = [cpuSeconds(hub.pid), cpuSeconds(databaseId)] as const;
  const started = performance.now();
  const lane = async (client: Client): Promise<void> => {
    for (let body = bodies.pop(); body; body = bodies.pop()) {
      const answer = await client.send(body);
      if (!answer.includes('"accepted":1000,'))
        throw new Error(`not all were accepted: ${answer.toString().slice(0, 2_000)}`);
    }
  };
  await Promise.all(clients.map(lane));
  const seconds = (performance.now() - started) / 1_000;
  const used = (pid: number, from: number): string =>
    `${(((cpuSeconds(pid) - from) / count) * 1_000).toFixed(0)} ms`;
  for (const client of clients) client.close();
  say(
    `${name}: ${String(inFlight)} in flight: ${rate((count * 1_000) / seconds)} records/s; ` +
      `processor time per 1,000: hub ${used(hub.pid, before[0])}, ` +
      `database ${used(databaseId, before[1])}`,
  );
  return (count * 1_000) / seconds;
}

/** What was submitted and is left to be judged: the findings' worker runs all the while. */
async function dueRows(connection: Connection): Promise<number> {
  const [rows] = await connection.query("SELECT COALESCE(SUM(row_count), 0) AS n FROM finding_due");
  return Number((rows as { n: unknown }[])[0]?.n);
}

/** How fast findings catch up once nothing more is reported. */
async function judgedAfterwards(connection: Connection): Promise<string> {
  const left = await dueRows(connection);
  // The batch that began under load is not counted.
  while ((await dueRows(connection)) === left) await pause(judgedPauseMs);
  const from = await dueRows(connection);
  const started = performance.now();
  let now = from;
  while (now > 0 && from - now < judgedMin) {
    await pause(judgedPauseMs);
    now = await dueRows(connection);
  }
  const judged = ((from - now) / (performance.now() - started)) * 1_000;
  return (
    `${left.toLocaleString("en")} policies were yet to be judged; ` +
    `afterwards ${rate(judged)} are judged per second`
  );
}

/** Milliseconds of queries asked one after the other, in order of size. */
async function times(
  ask: () => Promise<unknown>,
  isOver: () => boolean,
  runsMax: number,
): Promise<number[]> {
  const measured: number[] = [];
  while (measured.length < runsMax && !isOver()) {
    const started = performance.now();
    await ask();
    measured.push(performance.now() - started);
    await pause(queryPauseMs);
  }
  return measured.sort((a, b) => a - b);
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}

function latencies(idle: readonly number[], loaded: readonly number[]): string {
  const at = (list: readonly number[], share: number): number =>
    list[Math.floor(share * (list.length - 1))] ?? NaN;
  const text = (list: readonly number[]): string =>
    `p50 ${at(list, 0.5).toFixed(1)} ms, p95 ${at(list, 0.95).toFixed(1)} ms`;
  return (
    `an agency's list of 50: idle ${text(idle)}; during the load ${text(loaded)} ` +
    `(${String(loaded.length)} queries); p95 ratio ${(at(loaded, 0.95) / at(idle, 0.95)).toFixed(1)}, aim ≤ 2`
  );
}

function rate(perSecond: number): string {
  return Math.round(perSecond).toLocaleString("en");
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}
