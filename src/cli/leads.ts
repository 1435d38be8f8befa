import { join } from "node:path";
import { parseArgs } from "node:util";
import { loadDemo } from "../../seeds/demo/load-demo";
import { readManifest, writeManifest, type DemoManifest } from "../../seeds/demo/violations";
import type { Config } from "../config";
import { Database } from "../database/database";
import { migrate } from "../database/migrate";
import { trusted } from "../database/sql";
import { storedEntities } from "../domain/stored-entities";
import { requestClock } from "../server/request-clock";
import { reevaluate } from "../submission/findings/reevaluate";
import { countFindings } from "./count-findings";
import { leadsReport } from "./leads-report";
import { measureLeads } from "./measure-leads";
import { openDatabase } from "./open-database";
import { say } from "./say";

/**
 * `hub leads`: counts what the leads find; `--measure` holds them against the known truth of demo
 * data, which it loads into an empty database.
 */
export async function run(args: string[], config: Config): Promise<number> {
  const { values } = parseArgs({
    args,
    options: {
      measure: { type: "boolean", default: false },
      enterprises: { type: "string", default: "2000" },
      seed: { type: "string", default: "1" },
      today: { type: "string" },
    },
  });
  const opened = await openDatabase(config);
  const database = new Database(opened.url);
  try {
    await migrate(opened.url, storedEntities);
    if (!values.measure) {
      const counts = (await countFindings(database)).filter(({ shadow }) => shadow);
      for (const { key, count } of counts)
        process.stdout.write(`${String(count).padStart(8)}  ${key}\n`);
      return 0;
    }
    const clock = requestClock(new Date());
    const options = {
      enterprises: Number(values.enterprises),
      seed: Number(values.seed),
      today: values.today ?? clock.today,
    };
    const manifest = await demoIn(database, opened.url, config, options);
    // The demo is lawful as of the day it was made for.
    await reevaluate(database, { ...clock, today: manifest.options.today });
    process.stdout.write(`${leadsReport(await measureLeads(database, manifest))}\n`);
    return 0;
  } finally {
    await database.close();
    await opened.close();
  }
}

/** The manifest of the demo data that are there, or that are loaded now. */
async function demoIn(
  database: Database,
  databaseUrl: string,
  config: Config,
  options: DemoManifest["options"],
): Promise<DemoManifest> {
  const directory = join(config.directory, "demo");
  const rows = await database.read(trusted("SELECT 1 FROM organisation LIMIT 1"));
  if (rows.length === 0) {
    if (config.environment === "production") throw new Error("demo data are not for production");
    await loadDemo({ ...options, databaseUrl, withoutSubmitter: false, log: say });
    writeManifest(directory, options);
  }
  const manifest = readManifest(directory);
  if (!manifest) throw new Error("the data are no demo: there is no manifest of what is true");
  return manifest;
}
