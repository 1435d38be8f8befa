import { join } from "node:path";
import { parseArgs } from "node:util";
import type { Config } from "../config";
import { migrate } from "../database/migrate";
import { storedEntities } from "../domain/stored-entities";
import { requestClock } from "../server/request-clock";
import { loadDemo, type LoadedRows } from "../../seeds/demo/load-demo";
import { writeManifest } from "../../seeds/demo/violations";
import { openDatabase } from "./open-database";
import { say } from "./say";

const usage = "usage: hub seed --enterprises N --seed S [--today YYYY-MM-DD]";

/** `hub seed`: fills an empty database with demo data and says how much and how long it took. */
export async function run(args: string[], config: Config): Promise<number> {
  if (config.environment === "production") throw new Error("demo data are not for production");
  const { values } = parseArgs({
    args,
    options: {
      enterprises: { type: "string", default: "2000" },
      seed: { type: "string", default: "1" },
      today: { type: "string" },
    },
  });
  const options = {
    enterprises: wholeNumber(values.enterprises),
    seed: wholeNumber(values.seed),
    today: values.today ?? requestClock(new Date()).today,
  };
  const opened = await openDatabase(config);
  try {
    await migrate(opened.url, storedEntities);
    const began = performance.now();
    const load = { databaseUrl: opened.url, withoutSubmitter: false, log: say };
    const rows = await loadDemo({ ...options, ...load });
    const seconds = (performance.now() - began) / 1_000;
    const manifest = writeManifest(join(config.directory, "demo"), options);
    process.stdout.write(`${report(rows, seconds)}\n违规清单 Seeded violations: ${manifest}\n`);
    return 0;
  } finally {
    await opened.close();
  }
}

function wholeNumber(text: string): number {
  if (!/^\d{1,9}$/.test(text)) throw new Error(usage);
  return Number(text);
}

function report(rows: LoadedRows, seconds: number): string {
  const lines = [...rows].map(([table, count]) => `${String(count).padStart(10)}  ${table}`);
  const total = [...rows.values()].reduce((sum, count) => sum + count, 0);
  return [...lines, `${String(total).padStart(10)}  rows in ${seconds.toFixed(1)} s`].join("\n");
}
