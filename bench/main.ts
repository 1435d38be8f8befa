import "reflect-metadata";
import { readConfig } from "../src/config";
import { Database } from "../src/database/database";
import { migrate } from "../src/database/migrate";
import { trusted } from "../src/database/sql";
import { openDatabase } from "../src/cli/open-database";
import { say } from "../src/cli/say";
import { storedEntities } from "../src/domain/stored-entities";
import { loadDemo } from "../seeds/demo/load-demo";
import { benchAccessLog } from "./access-log";
import type { BenchData } from "./bench-data";
import { benchFlood } from "./flood";
import { benchPermissions } from "./permissions";
import { benchRead } from "./read";
import { benchSubmit } from "./submit";

/** Gives about 100,000 policies. */
const enterprises = 64_000;
const policiesMin = 100_000;
const seed = 1;
/** The data are the same in every run. */
const today = "2026-07-15";

/** What can be measured, in the order of a full run. */
const benches: ReadonlyMap<string, (on: BenchData) => Promise<void>> = new Map([
  ["read", benchRead],
  ["permissions", benchPermissions],
  ["log", benchAccessLog],
  ["flood", benchFlood],
  ["submit", benchSubmit],
]);
/** Write, so they measure on data of their own. */
const ownData: ReadonlySet<string> = new Set(["submit"]);

/**
 * `npm run bench [-- NAME …]`: measures on data of its own, kept under `.hub/bench` for the next
 * run.
 */
async function main(names: readonly string[]): Promise<void> {
  const unknown = names.filter((name) => !benches.has(name));
  if (unknown.length) throw new Error(`there are: ${[...benches.keys()].join(", ")}`);
  const wanted = [...benches].filter(([name]) => names.length === 0 || names.includes(name));
  const config = readConfig({ ...process.env, HUB_DIR: ".hub/bench", HUB_ENV: "development" });
  const opened = await openDatabase(config);
  try {
    if (wanted.some(([name]) => !ownData.has(name))) {
      await migrate(opened.url, storedEntities);
      await prepareData(opened.url);
    }
    for (const [name, bench] of wanted) {
      say(`\n== ${name}`);
      await bench({ databaseUrl: opened.url, config });
    }
  } finally {
    await opened.close();
  }
}

async function prepareData(databaseUrl: string): Promise<void> {
  const database = new Database(databaseUrl);
  const count = async (): Promise<number> => {
    const rows = await database.read(trusted("SELECT COUNT(*) AS n FROM policy"));
    return Number(rows[0]?.["n"]);
  };
  try {
    if ((await count()) === 0)
      await loadDemo({ databaseUrl, enterprises, seed, today, withoutSubmitter: false, log: say });
    const policies = await count();
    say(`${String(policies)} policies`);
    if (policies < policiesMin) throw new Error(`the bench needs ${String(policiesMin)} policies`);
  } finally {
    await database.close();
  }
}

main(process.argv.slice(2)).catch((error: unknown) => {
  process.stderr.write(
    `${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`,
  );
  process.exitCode = 1;
});
