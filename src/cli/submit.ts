import { parseArgs } from "node:util";
import type { Config } from "../config";
import { localToken } from "./local-token";
import { say } from "./say";
import { sameSignalMs } from "./stop-on-signal";
import { inFlightMax, submitFile, type DeclaredTotals } from "./submit-file";
import { ProgressBar } from "./submit-progress";

const usage = `usage: hub submit FILE… (--org CODE | --token TOKEN) [options]
  FILE               NDJSON, a record with its "type" on each line, or CSV with a header (.csv);
                     also zipped (.gz). hub template TYPE shows what the columns are
  --type policies    what the file holds, when neither its lines nor its name say so
  --count N, --sum NAME=FEN   what the file is to hold, e.g. --sum writtenPremiumFen=120000;
                     where it holds something else, nothing of it is sent
  --validate-only    answers what would become of each line, and leaves nothing behind
  --in-flight N      submissions on their way at once, 1 to ${String(inFlightMax)} (4)
  --url URL          the hub (http://127.0.0.1:4000/graphql)
Writes FILE.ack.ndjson, what became of each line, and FILE.receipts.ndjson, for hub verify.
Ends with 0: every line is taken or waits · 1: some were not taken, or are held
  2: not all could be processed, e.g. interrupted; the same command goes on where it stopped`;

/** `hub submit FILE…`: the usage says what it does and with what it ends. */
export async function run(args: string[], config: Config): Promise<number> {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      org: { type: "string" },
      token: { type: "string" },
      type: { type: "string" },
      "validate-only": { type: "boolean", default: false },
      url: { type: "string", default: "http://127.0.0.1:4000/graphql" },
      count: { type: "string" },
      sum: { type: "string", multiple: true },
      "in-flight": { type: "string", default: "4" },
    },
  });
  const inFlight = Number(values["in-flight"]);
  const declared = declaredIn(values.count, values.sum ?? []);
  const isOwn = values.org !== undefined || values.token !== undefined;
  const isUsable = isOwn && isBound(inFlight) && declared !== null;
  // What is declared is what one file holds.
  if (!isUsable || positionals.length === 0 || (declared && positionals.length > 1)) {
    say(usage);
    return 2;
  }
  const token = values.token ?? (await localToken(config, values.org ?? ""));
  const mode = values["validate-only"] ? "VALIDATE_ONLY" : "LIVE";
  const signal = abortOnSignal();
  let exitCode = 0;
  for (const file of positionals) {
    const bar = new ProgressBar(process.stderr, () => performance.now());
    const summary = await submitFile({
      ...{ file, url: values.url, token, inFlight, mode, signal, declared, type: values.type },
      onProgress: (progress) => bar.show(progress),
      log: (line) => {
        bar.clear();
        say(line);
      },
    });
    exitCode = Math.max(exitCode, summary.exitCode);
    if (summary.exitCode === 2) break;
  }
  return exitCode;
}

function isBound(inFlight: number): boolean {
  return Number.isInteger(inFlight) && inFlight >= 1 && inFlight <= inFlightMax;
}

/** What one file is to hold; undefined when nothing is said, null when it cannot be understood. */
function declaredIn(
  count: string | undefined,
  sums: readonly string[],
): DeclaredTotals | undefined | null {
  if (count === undefined && sums.length === 0) return undefined;
  const read = sums.map((sum) => /^(\w+)=(0|-?[1-9]\d*)$/.exec(sum));
  if ((count !== undefined && !/^\d{1,12}$/.test(count)) || read.includes(null)) return null;
  return {
    count: count === undefined ? undefined : Number(count),
    sums: Object.fromEntries(read.map((match) => [match?.[1] ?? "", match?.[2] ?? ""])),
  };
}

/** The first Ctrl-C lets what is on its way finish; a second one ends at once. */
function abortOnSignal(): AbortSignal {
  const controller = new AbortController();
  let askedAt = -Infinity;
  const onSignal = (): void => {
    if (performance.now() - askedAt < sameSignalMs) return;
    askedAt = performance.now();
    if (controller.signal.aborted) process.exit(130);
    say("\n正在等待在途报送的回执 Waiting for the answers on their way; Ctrl-C again to end now.");
    controller.abort();
  };
  process.on("SIGINT", onSignal);
  process.on("SIGTERM", onSignal);
  return controller.signal;
}
