import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { withFileLock } from "../../src/database/file-lock";
import { processStamp } from "../../src/database/process-identity";

let directory: string;

beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), "hub-lock-"));
});

afterEach(() => rmSync(directory, { recursive: true, force: true }));

describe("a file lock", () => {
  test("lets one act in at a time", async () => {
    let inside = 0;
    let most = 0;
    const act = async (): Promise<void> => {
      inside += 1;
      most = Math.max(most, inside);
      await sleep(5);
      inside -= 1;
    };

    await Promise.all(Array.from({ length: 8 }, () => withFileLock(join(directory, "lock"), act)));

    expect(most).toBe(1);
    expect(readdirSync(directory)).toEqual([]);
  });

  test("is free again after an act that fails", async () => {
    const path = join(directory, "lock");

    const failing = withFileLock(path, () => Promise.reject(new Error("no")));

    await expect(failing).rejects.toThrow("no");
    expect(existsSync(path)).toBe(false);
  });

  test("of a dead owner is broken once, whoever finds it first", async () => {
    const path = join(directory, "lock");
    writeFileSync(path, `${process.pid} another-start 1-1`);
    let inside = 0;
    let most = 0;
    const act = async (): Promise<void> => {
      inside += 1;
      most = Math.max(most, inside);
      await sleep(5);
      inside -= 1;
    };

    await Promise.all(Array.from({ length: 8 }, () => withFileLock(path, act)));

    expect(most).toBe(1);
  });

  test("of a dead owner is left to the one who has the right to break it", async () => {
    const path = join(directory, "lock");
    const right = `${path}.break-${process.pid}-another-start-1-1`;
    writeFileSync(path, `${process.pid} another-start 1-1`);
    writeFileSync(right, "somebody else");
    let isInside = false;

    const waiting = withFileLock(path, () => Promise.resolve((isInside = true)));
    await sleep(200);
    const wasInside = isInside;
    rmSync(right);
    await waiting;

    expect(wasInside).toBe(false);
    expect(isInside).toBe(true);
  });

  test("of a living owner is not broken", async () => {
    const path = join(directory, "lock");
    writeFileSync(path, `${process.pid} ${processStamp(process.pid) ?? ""} 1-1`);
    let isInside = false;

    const waiting = withFileLock(path, () => Promise.resolve((isInside = true)));
    await sleep(200);
    const wasInside = isInside;
    rmSync(path);
    await waiting;

    expect(wasInside).toBe(false);
    expect(isInside).toBe(true);
  });
});

describe("the stamp of a process", () => {
  test("is there for a living one and the same at every look", () => {
    expect(processStamp(process.pid)).toBeDefined();
    expect(processStamp(process.pid)).toBe(processStamp(process.pid));
  });

  test("is absent for a dead one that its parent has not collected", async () => {
    // The shell starts a child that ends soon, and becomes a program that never collects it.
    const script = "sleep 0.2 & echo $!; exec sleep 30";
    const parent = spawn("sh", ["-c", script], { stdio: ["ignore", "pipe", "ignore"] });
    const [line] = (await once(parent.stdout, "data")) as [Buffer];
    const zombie = Number(line.toString());

    for (let looks = 0; looks < 100 && processStamp(zombie) !== undefined; looks += 1) {
      await sleep(50);
    }
    const stillAnswers = process.kill(zombie, 0);
    const stamp = processStamp(zombie);
    parent.kill("SIGKILL");

    expect(stillAnswers).toBe(true);
    expect(stamp).toBeUndefined();
  });
});
