import "reflect-metadata";
import { readConfig } from "../src/config";
import { Database } from "../src/database/database";
import { migrate } from "../src/database/migrate";
import { sql, trusted, value } from "../src/database/sql";
import { openDatabase } from "../src/cli/open-database";
import { say } from "../src/cli/say";
import { requestClock } from "../src/server/request-clock";
import { storedEntities } from "../src/domain/stored-entities";
import { loadDemo } from "../seeds/demo/load-demo";
import { benchAccessLog } from "./access-log";
import type { BenchData } from "./bench-data";
import { benchFlood } from "./flood";
import { benchPermissions } from "./permissions";
import { benchQuery } from "./query";
import { benchRead } from "./read";
import { benchSubmit } from "./submit";

/** Data of a bench: in a directory of their own, kept for the next run. */
interface DataSet {
  readonly directory: string;
  readonly enterprises: number;
}

const policies: DataSet = { directory: ".hub/bench", enterprises: 64_000 };
/** What ad-hoc questions are measured on. */
const province: DataSet = { directory: ".hub/bench-query", enterprises: 200_000 };
const policiesMin = 100_000;
const seed = 1;
/** The data are the same in every run. */
const today = "2026-07-15";

interface Bench {
  readonly run: (on: BenchData) => Promise<void>;
  readonly on: DataSet;
  /** It writes, so it measures on data that it makes itself. */
  readonly ownData?: boolean;
}

/** What can be measured, in the order of a full run. */
const benches: ReadonlyMap<string, Bench> = new Map<string, Bench>([
  ["read", { run: benchRead, on: policies }],
  ["permissions", { run: benchPermissions, on: policies }],
  ["log", { run: benchAccessLog, on: policies }],
  ["submit", { run: benchSubmit, on: policies, ownData: true }],
  ["flood", { run: benchFlood, on: province }],
  ["query", { run: benchQuery, on: province }],
]);

/** `npm run bench [-- NAME …]`: measures on data of its own, kept under `.hub/` for the next run. */
async function main(names: readonly string[]): Promise<void> {
  const unknown = names.filter((name) => !benches.has(name));
  if (unknown.length) throw new Error(`there are: ${[...benches.keys()].join(", ")}`);
  const wanted = [...benches].filter(([name]) => names.length === 0 || names.includes(name));
  for (const data of [policies, province]) {
    const here = wanted.filter(([, { on }]) => on === data);
    if (here.length) await measureOn(data, here);
  }
}

async function measureOn(
  data: DataSet,
  wanted: readonly (readonly [string, Bench])[],
): Promise<void> {
  const config = readConfig({ ...process.env, HUB_DIR: data.directory, HUB_ENV: "development" });
  const opened = await openDatabase(config);
  try {
    if (wanted.some(([, { ownData }]) => !ownData)) {
      await migrate(opened.url, storedEntities);
      await prepareData(opened.url, data);
    }
    for (const [name, { run }] of wanted) {
      say(`\n== ${name}`);
      await run({ databaseUrl: opened.url, config });
    }
  } finally {
    await opened.close();
  }
}

async function prepareData(databaseUrl: string, { enterprises }: DataSet): Promise<void> {
  const database = new Database(databaseUrl);
  const count = async (): Promise<number> => {
    const rows = await database.read(trusted("SELECT COUNT(*) AS n FROM policy"));
    return Number(rows[0]?.["n"]);
  };
  try {
    if ((await count()) === 0)
      await loadDemo({ databaseUrl, enterprises, seed, today, withoutSubmitter: false, log: say });
    const found = await count();
    say(`${String(found)} policies`);
    await settleFindings(database);
    if (found < policiesMin) throw new Error(`the bench needs ${String(policiesMin)} policies`);
  } finally {
    await database.close();
  }
}

/**
 * As on an ordinary day, when all that the day's rules say has been judged: on data of another day
 * every hub would begin with judging everything, and that would be measured.
 */
async function settleFindings(database: Database): Promise<void> {
  const { today: now } = requestClock(new Date());
  await database.transaction(async (transaction) => {
    await transaction.execute(sql`UPDATE finding_clock SET judged_on = ${value(now)}`);
    await transaction.execute(trusted("DELETE FROM finding_due"));
  });
}

main(process.argv.slice(2)).catch((error: unknown) => {
  process.stderr.write(
    `${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`,
  );
  process.exitCode = 1;
});
