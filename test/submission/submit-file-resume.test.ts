import { spawn } from "node:child_process";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { backOffMs } from "../../src/cli/back-off";
import { acknowledged, givenFiles, line, type TestFiles } from "./given-files";

/* A load is interrupted: by whoever started it, by the hub, on the way. */

let files: TestFiles;
beforeAll(async () => {
  files = await givenFiles();
});
afterAll(() => files.close());

const linesCount = 5_000;
const policies = (prefix: string, count = linesCount): string[] =>
  Array.from({ length: count }, (_, n) => line("policy", { sourceKey: `${prefix}${String(n)}` }));

async function expectAllOnce(prefix: string, count = linesCount): Promise<void> {
  const rows = await files.hub.database.read({
    text: `SELECT COUNT(*) AS n, COUNT(DISTINCT source_key) AS keys_count, MAX(version) AS version
      FROM policy WHERE source_key LIKE ?`,
    values: [`${prefix}%`],
  });
  expect(rows).toEqual([{ n: String(count), keys_count: String(count), version: 1 }]);
}

/** Stands between the file and the hub. `answer` may end a request instead of passing it on. */
async function givenProxy(
  answer: (nth: number) => { status: number; retryAfter: string } | "pass" | "lose the answer",
): Promise<{ url: string; server: Server }> {
  let nth = 0;
  const server = createServer((request, response) => {
    nth += 1;
    const act = answer(nth);
    if (typeof act === "object") {
      request.resume();
      response.writeHead(act.status, { "retry-after": act.retryAfter }).end("busy");
      return;
    }
    const chunks: Buffer[] = [];
    request.on("data", (chunk: Buffer) => chunks.push(chunk));
    request.on("end", () => {
      const { authorization = "" } = request.headers;
      const headers = { "content-type": "application/json", authorization };
      void fetch(`${files.hub.url}/graphql`, {
        ...{ method: "POST", headers, body: Buffer.concat(chunks) },
      }).then(async (passed) => {
        const text = await passed.text();
        if (act === "pass") response.writeHead(passed.status).end(text);
        else response.destroy();
      });
    });
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  return { url: `http://127.0.0.1:${String(port)}/graphql`, server };
}

describe("a file", () => {
  test("that is interrupted says so, and the next run takes the rest and doubles nothing", async () => {
    const file = files.given("abort.ndjson", policies("abort"));
    const controller = new AbortController();

    const first = await files.send(file, {
      inFlight: 1,
      signal: controller.signal,
      onProgress: () => controller.abort(),
    });
    const acknowledgedFirst = acknowledged(file).length;
    const second = await files.send(file);

    expect(first.exitCode).toBe(2);
    expect(first.failure).toMatch(/interrupted; .*the same command goes on/);
    expect(acknowledgedFirst).toBeGreaterThanOrEqual(1_000);
    expect(acknowledgedFirst).toBeLessThan(linesCount);
    expect(second.counted).toMatch(/^已受理 ACCEPTED 5000, 重放 replayed [1-4]$/);
    expect(second.exitCode).toBe(0);
    await expectAllOnce("abort");
  });

  test("is sent to a busy hub again, not before it asked for that, and tells of the wait", async () => {
    const { url, server } = await givenProxy((nth) =>
      nth > 2 ? "pass" : { status: nth === 1 ? 429 : 503, retryAfter: "1" },
    );
    const file = files.given("busy.ndjson", policies("busy", 1));
    const told: string[] = [];
    const begun = performance.now();

    const summary = await files.send(file, { url, log: (text) => told.push(text) });

    server.close();
    expect(summary.exitCode).toBe(0);
    expect(performance.now() - begun).toBeGreaterThan(2_000);
    expect(told.slice(0, 2)).toEqual([
      expect.stringMatching(/HTTP 429: 1\.\d 秒后重试 trying again in 1\.\d s \(2\)/),
      expect.stringMatching(/HTTP 503: [12]\.\d 秒后重试/),
    ]);
  });

  test("whose answers are lost on the way is taken once", async () => {
    const { url, server } = await givenProxy((nth) => (nth % 2 ? "lose the answer" : "pass"));
    const file = files.given("lost.ndjson", policies("lost", 1_001));

    const summary = await files.send(file, { url, inFlight: 1 });

    server.close();
    expect(summary.counted).toBe("已受理 ACCEPTED 1001, 重放 replayed 2");
    await expectAllOnce("lost", 1_001);
  });

  test("that nobody answers for is given up at once when interrupted", async () => {
    const file = files.given("nobody.ndjson", policies("nobody", 1));
    const controller = new AbortController();

    const summary = await files.send(file, {
      ...{ url: "http://127.0.0.1:9/graphql", signal: controller.signal },
      log: () => controller.abort(),
    });

    expect(summary.exitCode).toBe(2);
    expect(summary.failure).toMatch(/interrupted/);
  });

  test.each(["SIGINT", "SIGKILL"] as const)(
    "whose command ends with %s is taken up again",
    async (signal) => {
      const file = files.given(`${signal}.ndjson`, policies(signal));
      const token = await files.hub.token("INS-A");
      const root = join(__dirname, "..", "..");
      const command = ["bin/hub.js", "submit", file, "--token", token, "--in-flight", "1"];
      const start = () =>
        spawn(process.execPath, [...command, "--url", `${files.hub.url}/graphql`], {
          ...{ cwd: root, stdio: ["ignore", "ignore", "pipe"], env: { PATH: process.env["PATH"] } },
        });

      const child = start();
      const ended = once(child, "exit");
      while (sizeOf(`${file}.ack.ndjson`) === 0) await sleep(10);
      child.kill(signal);
      const [code] = (await ended) as [number | null];
      const [again] = (await once(start(), "exit")) as [number];

      expect(code).toBe(signal === "SIGINT" ? 2 : null);
      expect(again).toBe(0);
      expect(acknowledged(file)).toHaveLength(linesCount);
      await expectAllOnce(signal);
    },
  );
});

function sizeOf(file: string): number {
  try {
    return readFileSync(file).length;
  } catch {
    return 0;
  }
}

describe("the wait before another try", () => {
  const at = { now: Date.parse("2026-07-15T04:00:00Z"), random: 1 };

  test.each([
    ["the first time", 1, null, 500],
    ["the third time", 3, null, 2_000],
    ["the twelfth time", 12, null, 15_000],
    ["when asked for 3 s", 1, "3", 3_500],
    ["when asked for a day", 1, "86400", 60_500],
    ["when asked to come at an instant", 1, "Wed, 15 Jul 2026 04:00:05 GMT", 5_500],
    ["when asked to come in the past", 1, "Wed, 15 Jul 2026 03:00:00 GMT", 500],
    ["when asked for nonsense", 1, "soon", 500],
  ])("is bounded: %s", (_, nth, retryAfter, most) => {
    expect(backOffMs(nth, retryAfter, at)).toBe(most);
    expect(backOffMs(nth, retryAfter, { ...at, random: 0 })).toBeLessThan(most);
  });
});
