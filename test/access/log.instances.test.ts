import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { createServer } from "node:net";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { openLocalIssuer } from "../../src/server/authentication/local-issuer";
import { startHub } from "../../src/server/start-hub";
import { givenHub, type TestHub } from "../setup/hub";
import { givenLoggedWorld, premiums, storedEntries, verified } from "./given-log";

/* Several hubs on one database, and hubs that end in the middle. */

const root = join(__dirname, "..", "..");
let hub: TestHub;

beforeAll(async () => {
  hub = await givenHub();
  await givenLoggedWorld(hub);
});
afterAll(() => hub.close());

async function askAt(url: string, token: string): Promise<string | undefined> {
  const answer = await fetch(`${url}/graphql`, {
    method: "POST",
    headers: { "content-type": "application/json", authorization: `Bearer ${token}` },
    body: JSON.stringify({ query: premiums }),
  });
  const { data } = (await answer.json()) as { data?: unknown };
  return data ? "answered" : undefined;
}

it("two hubs on one database append to one chain, and each answer has its entry", async () => {
  const second = await startHub(hub.config, hub.environment);
  const token = await hub.token("FI");
  const before = (await storedEntries(hub)).length;

  const answers = await Promise.all(
    Array.from({ length: 60 }, (_, i) => askAt(i % 2 ? hub.url : second.url, token)),
  );
  await second.stop();

  expect(answers.filter(Boolean)).toHaveLength(60);
  expect(await storedEntries(hub)).toHaveLength(before + 60);
  expect((await verified(hub)).faults).toEqual([]);
  expect(hub.mistakes).toEqual([]);
});

it("a hub killed in the middle leaves a chain that verifies, with an entry per answer", async () => {
  const before = (await storedEntries(hub)).length;
  const issuer = await openLocalIssuer(hub.config.directory);
  const token = await issuer.issue({
    clientId: "fi",
    audience: hub.config.audience,
    lifetimeSeconds: 600,
    now: new Date(),
  });
  let answered = 0;
  for (let round = 0; round < 2; round++) {
    const process = await startProcess();
    const asking = Array.from({ length: 8 }, async () => {
      // Until the connection breaks.
      for (;;) if (await askAt(process.url, token)) answered++;
    });
    while (answered < 30 * (round + 1)) await sleep(5);
    process.child.kill("SIGKILL");
    await Promise.allSettled(asking);
  }

  const entries = (await storedEntries(hub)).length - before;
  expect(entries).toBeGreaterThanOrEqual(answered);
  expect((await verified(hub)).faults).toEqual([]);
  expect((await hub.ask("FI", premiums)).status).toBe(200);
  expect((await verified(hub)).faults).toEqual([]);
});

it("hub audit verify answers 0 for the log as it is, and 1 with the place once it is not", async () => {
  const whole = await command("audit", "verify");
  expect(whole).toMatchObject({ code: 0 });
  const note = /^\d+:[\w-]{43}$/m.exec(whole.out)?.[0] ?? "";
  expect((await command("audit", "verify", "--expect", note)).code).toBe(0);
  const other = note.replace(/:.{4}/, ":AAAA");
  expect(await command("audit", "verify", "--expect", other)).toMatchObject({ code: 1 });

  await hub.database.transaction((t) =>
    t.execute({ text: "UPDATE access_log_entry SET person = 'x' WHERE seq = 5", values: [] }),
  );

  const altered = await command("audit", "verify");
  expect(altered.code).toBe(1);
  expect(altered.out).toContain("#5: ");
});

function environment(port: number): NodeJS.ProcessEnv {
  return {
    ...process.env,
    HUB_ENV: "test",
    DATABASE_URL: hub.databaseUrl,
    HUB_DIR: hub.config.directory,
    PORT: String(port),
  };
}

const run = ["-r", join(root, "scripts", "swc-register.cjs"), join(root, "src/cli/hub.ts")];

async function command(...words: string[]): Promise<{ code: number | null; out: string }> {
  const child = spawn(process.execPath, [...run, ...words], { env: environment(0) });
  let out = "";
  child.stdout.on("data", (chunk: Buffer) => (out += chunk.toString()));
  child.stderr.on("data", (chunk: Buffer) => (out += chunk.toString()));
  await once(child, "close");
  return { code: child.exitCode, out };
}

async function startProcess(): Promise<{ child: ChildProcess; url: string }> {
  const port = await freePort();
  const child = spawn(process.execPath, [...run, "start"], {
    env: environment(port),
    stdio: ["ignore", "ignore", "inherit"],
  });
  const url = `http://127.0.0.1:${String(port)}`;
  for (const until = performance.now() + 60_000; performance.now() < until;) {
    if ((await fetch(`${url}/health/ready`).catch(() => null))?.ok) return { child, url };
    await sleep(100);
  }
  child.kill("SIGKILL");
  throw new Error("the hub did not start");
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  server.close();
  return typeof address === "object" && address ? address.port : 0;
}
