import { spawn, spawnSync, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer, type AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { submitFile } from "../../src/cli/submit-file";
import { Database } from "../../src/database/database";
import { entityId } from "../../src/database/entity-id";
import { startPrivateMariadb, type PrivateMariadb } from "../../src/database/private-mariadb";
import { trusted } from "../../src/database/sql";
import { exampleUscc } from "../../src/domain/registry/identifiers/uscc.rules";
import { openLocalIssuer } from "../../src/server/authentication/local-issuer";
import { givenOrganisation } from "../setup/hub";
import { givenEnterprise, givenInsurer } from "../setup/policies";
import { acknowledged, line } from "./given-files";

/* A hub with its own MariaDB, as `npm start` runs it; both are killed without warning. */

const root = join(__dirname, "..", "..");
const policiesCount = 4_000;
const claimsCount = 500;
const directory = mkdtempSync(join(tmpdir(), "anzehub-crash-"));
const environment = { PATH: process.env["PATH"], HUB_ENV: "test", HUB_DIR: directory };

let port: number;
let hub: ChildProcess | null = null;
let mariadb: PrivateMariadb;
let database: Database;

beforeAll(async () => {
  port = await freePort();
  hub = await startHub();
  // Held by the test, too: a hub that is killed must not leave a database nobody stops.
  mariadb = await startPrivateMariadb({
    ...{ directory: join(directory, "mariadb"), path: process.env["PATH"] ?? "", durable: true },
  });
  database = new Database(mariadb.url.replace("/?", "/anzehub?"));
  await givenInsurer(database, "A");
  await givenEnterprise(database, exampleUscc);
  await givenOrganisation(database, "INS-A", "INSURER", { insurer_id: entityId("ins", "A") });
}, 180_000);
afterAll(async () => {
  // Its finding worker may have thousands of records yet to judge.
  await end("SIGKILL");
  await database.close();
  await mariadb.stop();
  rmSync(directory, { recursive: true, force: true });
}, 120_000);

async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port: found } = server.address() as AddressInfo;
  server.close();
  return found;
}

async function startHub(): Promise<ChildProcess> {
  const child = spawn(process.execPath, ["bin/hub.js", "start"], {
    ...{ cwd: root, stdio: ["ignore", "ignore", "pipe"] },
    env: { ...environment, PORT: String(port) },
  });
  for await (const said of createInterface({ input: child.stderr }))
    if (said.includes("Serving")) {
      child.stderr.resume();
      return child;
    }
  throw new Error("the hub did not start");
}

async function end(signal: NodeJS.Signals): Promise<void> {
  if (hub?.exitCode !== null || hub.signalCode !== null) return;
  const ended = once(hub, "exit");
  hub.kill(signal);
  await ended;
}

/** The server's own process, which is another one after each crash. */
function killMariadb(): void {
  const pid = Number(readFileSync(join(directory, "mariadb", "server.pid"), "utf8"));
  if (!(pid > 1)) throw new Error("there is no server");
  process.kill(pid, "SIGKILL");
}

async function token(): Promise<string> {
  const issuer = await openLocalIssuer(directory);
  return issuer.issue({
    ...{ clientId: "ins-a", audience: "urn:anzehub", lifetimeSeconds: 600, now: new Date() },
  });
}

async function count(text: string): Promise<number> {
  return Number((await database.read(trusted(text)))[0]?.["n"]);
}

/** What the graph shows the insurer of its policies. */
async function shown(): Promise<{ count: number; writtenPremiumFen: bigint }> {
  let [after, isMore, sum, seen] = [null as string | null, true, 0n, 0];
  while (isMore) {
    const response = await fetch(`http://127.0.0.1:${String(port)}/graphql`, {
      method: "POST",
      headers: { "content-type": "application/json", authorization: `Bearer ${await token()}` },
      body: JSON.stringify({
        query: `query ($after: String) { policies(first: 1000, after: $after) {
          nodes { writtenPremiumFen } pageInfo { hasNextPage endCursor } } }`,
        variables: { after },
      }),
    });
    const { data } = (await response.json()) as {
      data: {
        policies: {
          nodes: { writtenPremiumFen: string }[];
          pageInfo: { hasNextPage: boolean; endCursor: string };
        };
      };
    };
    const { nodes, pageInfo } = data.policies;
    for (const node of nodes) sum += BigInt(node.writtenPremiumFen);
    seen += nodes.length;
    [after, isMore] = [pageInfo.endCursor, pageInfo.hasNextPage];
  }
  return { count: seen, writtenPremiumFen: sum };
}

test("a file is taken once while the hub and its database are killed under it", async () => {
  const file = join(directory, "load.ndjson");
  const keys = Array.from({ length: policiesCount }, (_, n) => `p${String(n)}`);
  const lines = [
    ...keys.map((sourceKey, n) =>
      line("policy", { sourceKey, writtenPremiumFen: String(5_000_000 + n) }),
    ),
    ...keys
      .slice(0, claimsCount)
      .map((policyKey) => line("claim", { sourceKey: policyKey, policyKey })),
  ];
  writeFileSync(file, lines.join("\n"));
  const sum = keys.reduce((total, _, n) => total + BigInt(5_000_000 + n), 0n);
  const kills: (() => Promise<void>)[] = [
    () => {
      killMariadb();
      return Promise.resolve();
    },
    async () => {
      await end("SIGKILL");
      hub = await startHub();
    },
    async () => {
      await end("SIGKILL");
      killMariadb();
      hub = await startHub();
    },
  ];
  const killed: Promise<void>[] = [];
  const waits: string[] = [];

  const summary = await submitFile({
    ...{ file, token, url: `http://127.0.0.1:${String(port)}/graphql`, inFlight: 2 },
    onProgress: () => {
      const next = kills.shift();
      if (next) killed.push(next());
    },
    log: (text) => waits.push(text),
  });
  await Promise.all(killed);

  expect(summary.failure).toBeNull();
  expect(summary.count("ACCEPTED")).toBe(policiesCount + claimsCount);
  expect(acknowledged(file).map((one) => one["line"])).toEqual(lines.map((_, n) => n + 1));
  expect(waits.join("\n")).toMatch(/重试 trying again/);
  expect(await count("SELECT COUNT(*) AS n FROM record_version")).toBe(lines.length);
  expect(await shown()).toEqual({ count: policiesCount, writtenPremiumFen: sum });
  expect(summary.lines().join("\n")).toContain(`writtenPremiumFen ${String(sum)} 分`);
  const verify = ["bin/hub.js", "verify", `${file}.receipts.ndjson`];
  const verified = spawnSync(process.execPath, verify, { cwd: root, env: environment });
  expect(verified.stdout.toString()).toMatch(/^✓ 5 份回执有效/);
}, 300_000);
