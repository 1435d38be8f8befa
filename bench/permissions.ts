import { join } from "node:path";
import { organisationTypes } from "../src/access/organisation-type";
import { tokenFor } from "../src/cli/token";
import { oneConnection } from "./ask";
import type { BenchData } from "./bench-data";
import { startHubProcess, type HubProcess } from "./hub-process";
import { measureInTurns } from "./measure";
import { benchRightsMemory } from "./rights-memory";
import { fields } from "./read";
import { variants } from "./variants";

const runs = 100;
const query = `{ policies(first: 1000) { nodes { ${fields} } } }`;
/** What all nine organisation types may select of a list they reach. */
const publicQuery = "{ regions(first: 1000) { nodes { id code name level } } }";
const callers = [
  ...["DEMO-EM-34", "DEMO-SR-34", "DEMO-FI-34", "DEMO-LF-34", "DEMO-IN-A"],
  ...["DEMO-SA-1", "DEMO-EN-1", "DEMO-AS-34", "DEMO-AU-34"],
];

/** What the permission engine costs, beside no engine at all and beside one check per cell. */
export async function benchPermissions({ databaseUrl, config }: BenchData): Promise<void> {
  const processes = new Map<string, HubProcess>();
  const script = join(__dirname, "variant-server.js");
  try {
    // Without the access log, whose cost has a bench of its own (access-log.ts).
    const unlogged = [join(__dirname, "unlogged-server.js")];
    processes.set("on", await startHubProcess(databaseUrl, config.directory, unlogged));
    for (const variant of variants)
      processes.set(
        variant,
        await startHubProcess(databaseUrl, config.directory, [script, variant]),
      );
    const token = (code: string): Promise<string> =>
      tokenFor(config, databaseUrl, code, new Date());
    await compare(processes, query, [await token("DEMO-FI-34")], "1,000 policies × 15 fields");
    const on = new Map([...processes].filter(([name]) => name === "on" || name === "off"));
    await compare(
      on,
      publicQuery,
      await Promise.all(callers.map(token)),
      `${String(organisationTypes.length)} organisation types alternating, a list all may read`,
    );
    benchRightsMemory();
  } finally {
    for (const started of processes.values()) await started.stop();
  }
}

async function compare(
  processes: ReadonlyMap<string, HubProcess>,
  text: string,
  tokens: readonly string[],
  what: string,
): Promise<void> {
  const connections: { close(): void }[] = [];
  const works = new Map<string, () => Promise<unknown>>();
  for (const [name, { url }] of processes) {
    const clients = tokens.map((token) => oneConnection(url, token));
    connections.push(...clients);
    let turn = 0;
    works.set(name, async () => clients[turn++ % clients.length]?.ask(text));
  }
  const measured = await measureInTurns(works, runs * tokens.length);
  const off = measured.get("off")?.medianMs ?? NaN;
  process.stdout.write(`${what}, over HTTP\n`);
  for (const [name, { medianMs, p95Ms }] of measured)
    process.stdout.write(
      `  ${words[name] ?? name} ${medianMs.toFixed(2)} ms (p95 ${p95Ms.toFixed(2)}), ` +
        `${(medianMs / off).toFixed(2)} × off\n`,
    );
  process.stdout.write("  aim: on ≤ 1.05 × off\n");
  for (const connection of connections) connection.close();
}

const words: Record<string, string> = {
  on: "permission engine on                    ",
  off: "off (only in this bench)                ",
  shield: "off, graphql-shield rule on every field ",
  authorized: "off, type-graphql @Authorized per field ",
};
