/*
 * `npm run audit`: the two-world audit 双世界审计.
 *
 * The claim: what an organisation may not see has no influence on what it is answered. The proof
 * by experiment: take two databases that differ in nothing but what the organisation may not see,
 * ask both hubs the same, and demand the same bytes. Whatever would let hidden data through,
 * a filter, an order, a cursor, a count, an error, a cache, shows as a difference.
 *
 *   worlds/      The demo is world 1. Random mutations of hidden values, rows and references make
 *                world 2; a mutation stays only while the organisation's view is unchanged. The view
 *                is computed by an oracle written by hand from the specification (test/oracle), never
 *                from the code it judges. worlds/declassified.ts lists what the specification itself
 *                publishes of hidden data.
 *   operations/  Random operations made from the schema alone: every type, argument, fragment, page,
 *                key and mutation there is, with values of visible and of hidden rows. What the schema
 *                gains later is asked without a change here.
 *   hubs.ts      Both worlds are served by the real hub over real HTTP with real tokens; entity
 *                lookups go to the subgraphs, signed as the gateway signs.
 *   audit-organisation.ts   Asks both, other organisations in between, and compares to the byte.
 *   shrink.ts    Makes an operation that told the worlds apart as small as it can be.
 *
 * That the audit can see at all is shown twice in every run. The positive control: a caller who
 * may see everything must tell at least nine in ten small pairs of worlds apart. The seeded leaks
 * (leaks/): in a child process one classic mistake is written into the sources as they are
 * loaded, and the audit must catch each of them. Production code has no switch for either.
 *
 *   npm run audit -- --seed 7 --operations 2000 --organisation DEMO-IN-A
 *   npm run audit -- --leak mask-dropped --pairs 0
 */
import { randomBytes } from "node:crypto";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { startPrivateMariadb } from "../src/database/private-mariadb";
import { readOptions } from "./options";
import { isPassed, reporter, summaryLines } from "./report";
import { runAudit } from "./run-audit";

async function main(): Promise<number> {
  const options = readOptions(process.argv.slice(2));
  const say = (line: string): void => void process.stdout.write(`${line}\n`);
  say(`双世界审计,随机种子 ${String(options.seed)} Two-world audit, seed ${String(options.seed)}`);
  const server = await openServer();
  for (const signal of ["SIGINT", "SIGTERM"] as const)
    process.once(signal, () => void server.stop().finally(() => process.exit(1)));
  try {
    const prefix = `hub_test_audit_${randomBytes(4).toString("hex")}`;
    const result = await runAudit(server.url, prefix, options, reporter(say));
    summaryLines(result).forEach(say);
    if (options.json !== null) writeFileSync(options.json, JSON.stringify(result));
    return isPassed(result) ? 0 : 1;
  } finally {
    await server.stop();
  }
}

/** The server of the tests or of DATABASE_URL where there is one, else a private one of our own. */
async function openServer(): Promise<{ url: string; stop(): Promise<void> }> {
  const given = process.env["HUB_TEST_SERVER_URL"] ?? process.env["DATABASE_URL"];
  if (given) return { url: given, stop: () => Promise.resolve() };
  const root = join(__dirname, "..");
  return startPrivateMariadb({
    directory: join(root, ".hub", "audit"),
    systemDirectory: join(root, ".hub", "mariadb-system"),
    path: process.env["PATH"] ?? "",
    durable: false,
    connectionsMax: 300,
  });
}

main().then(
  (code) => {
    process.exitCode = code;
  },
  (error: unknown) => {
    process.stderr.write(`${error instanceof Error ? String(error.stack) : String(error)}\n`);
    process.exitCode = 1;
  },
);
