import { spawn, type ChildProcess } from "node:child_process";
import { createServer } from "node:net";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";

const startMsMax = 60_000;

/** A hub in a process of its own, as it runs in production, and a client of one connection. */
export interface HubProcess {
  url: string;
  pid: number;
  stop(): Promise<void>;
}

/** The compiled `hub start`. */
const hubStart = [join(__dirname, "..", "src", "cli", "hub.js"), "start"];

/** Starts the built hub (or `script`) over a database and waits until it is ready. */
export async function startHubProcess(
  databaseUrl: string,
  directory: string,
  script: readonly string[] = hubStart,
  more: NodeJS.ProcessEnv = {},
): Promise<HubProcess> {
  const port = await freePort();
  const child = spawn(process.execPath, ["--max-semi-space-size=128", ...script], {
    stdio: ["ignore", "ignore", "inherit"],
    env: {
      ...process.env,
      NODE_ENV: "production",
      HUB_ENV: "development",
      HUB_DIR: directory,
      DATABASE_URL: databaseUrl,
      PORT: String(port),
      // What is measured is the hub, not what one organisation may ask of it.
      COST_PER_SECOND: "10000000",
      ...more,
    },
  });
  const url = `http://127.0.0.1:${String(port)}`;
  await ready(child, `${url}/health/ready`);
  return {
    url,
    pid: child.pid ?? 0,
    stop: async () => {
      const ended = new Promise((resolve) => child.once("exit", resolve));
      child.kill("SIGTERM");
      await ended;
    },
  };
}

async function ready(child: ChildProcess, url: string): Promise<void> {
  const until = performance.now() + startMsMax;
  while (performance.now() < until) {
    if (child.exitCode !== null) throw new Error("the hub ended before it was ready");
    const answer = await fetch(url).catch(() => null);
    if (answer?.ok) return;
    await sleep(100);
  }
  child.kill("SIGKILL");
  throw new Error(`the hub was not ready within ${String(startMsMax)} ms`);
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      server.close(() => {
        resolve(typeof address === "object" && address ? address.port : 0);
      });
    });
  });
}
