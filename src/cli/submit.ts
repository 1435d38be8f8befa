import { parseArgs } from "node:util";
import type { Config } from "../config";
import { localToken } from "./local-token";
import { say } from "./say";
import { submitFile } from "./submit-file";

const usage =
  "usage: hub submit FILE… (--org CODE | --token TOKEN) [--url URL] [--in-flight N]\n" +
  '  FILE is NDJSON, or NDJSON.gz: {"type":"policy","sourceKey":…} on each line';

/**
 * `hub submit FILE…`: 0 when every line is taken or waits, 1 when some were not taken, 2 when not
 * all could be processed; then the same command goes on where it stopped.
 */
export async function run(args: string[], config: Config): Promise<number> {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      org: { type: "string" },
      token: { type: "string" },
      url: { type: "string", default: "http://127.0.0.1:4000/graphql" },
      "in-flight": { type: "string", default: "4" },
    },
  });
  const inFlight = Number(values["in-flight"]);
  if (positionals.length === 0 || !(inFlight >= 1) || !(values.org ?? values.token)) {
    say(usage);
    return 2;
  }
  const token = values.token ?? (await localToken(config, values.org ?? ""));
  let exitCode = 0;
  for (const file of positionals) {
    const summary = await submitFile({ file, url: values.url, token, inFlight, log: say });
    exitCode = Math.max(exitCode, summary.exitCode);
    if (summary.exitCode === 2) break;
  }
  return exitCode;
}
