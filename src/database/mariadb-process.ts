import { spawn } from "node:child_process";
import { readFileSync, renameSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { createConnection } from "mysql2/promise";
import { mariadbArguments, type MariadbSettings } from "./mariadb-arguments";
import { mariadbEnvironment } from "./mariadb-environment";
import { PrivateMariadbError } from "./private-mariadb-error";
import { processCommandLine, processStamp } from "./process-identity";

/** A server process and where it listens. */
export interface MariadbProcess {
  readonly pid: number;
  readonly socketPath: string;
}

const POLL_MILLISECONDS = 25;
/** Crash recovery reads the whole redo log; minutes on a slow disk, never more. */
export const ANSWER_WAIT_MILLISECONDS = 180_000;
const CONNECT_WAIT_MILLISECONDS = 2_000;
/** A clean stop writes every changed page of the buffer pool. */
export const STOP_WAIT_MILLISECONDS = 60_000;
const KILL_WAIT_MILLISECONDS = 10_000;
const LOG_BYTES_MAX = 8 * 1024 * 1024;
const LOG_TAIL_LINES = 12;

/**
 * The server that works on this data directory, if one does. What decides is the command line of
 * the process: after a crash the pid file may name a stranger.
 */
export function runningMariadb(directory: string): MariadbProcess | undefined {
  const pid = Number(readText(join(directory, "server.pid")));
  if (!Number.isSafeInteger(pid) || pid <= 0) return undefined;
  const isOurs = `${processCommandLine(pid)} `.includes(` --datadir=${join(directory, "data")} `);
  if (!isOurs) return undefined;
  return { pid, socketPath: readText(join(directory, "server.socket")) };
}

/** Starts the server in a session of its own, so that it outlives a crash of the hub. */
export function spawnMariadb(settings: MariadbSettings): MariadbProcess {
  const { directory, socketPath, binaries } = settings;
  keepLogShort(join(directory, "server.log"));
  // Written before there is a process, so that whoever finds the process finds its socket too.
  writeFileSync(join(directory, "server.socket"), socketPath);
  const child = spawn(binaries.server, mariadbArguments(settings), {
    cwd: directory,
    env: mariadbEnvironment(binaries),
    detached: true,
    stdio: "ignore",
  });
  child.on("error", () => undefined);
  child.unref();
  if (child.pid === undefined) throw notStarted(directory, `cannot run ${binaries.server}`);
  writeFileSync(join(directory, "server.pid"), String(child.pid));
  return { pid: child.pid, socketPath };
}

/** Waits until the server answers a question; false when it ended instead. */
export async function awaitAnswer(server: MariadbProcess): Promise<boolean> {
  const deadline = performance.now() + ANSWER_WAIT_MILLISECONDS;
  while (!(await answers(server.socketPath))) {
    if (processStamp(server.pid) === undefined) return false;
    if (performance.now() > deadline) throw noAnswer(server.pid);
    await sleep(POLL_MILLISECONDS);
  }
  return true;
}

/** Stops cleanly; a server that does not stop in time is killed, which its log survives. */
export async function stopMariadb(
  server: MariadbProcess,
  log: (line: string) => void,
): Promise<void> {
  signal(server.pid, "SIGTERM");
  if (await ended(server.pid, STOP_WAIT_MILLISECONDS)) return;
  const seconds = STOP_WAIT_MILLISECONDS / 1_000;
  log(`MariaDB ${seconds} 秒内未停止,强制结束 MariaDB did not stop in ${seconds} s, killing it`);
  signal(server.pid, "SIGKILL");
  if (!(await ended(server.pid, KILL_WAIT_MILLISECONDS))) throw noAnswer(server.pid);
}

async function answers(socketPath: string): Promise<boolean> {
  try {
    const connection = await createConnection({
      socketPath,
      user: "root",
      connectTimeout: CONNECT_WAIT_MILLISECONDS,
    });
    await connection.query({ sql: "SELECT 1", timeout: CONNECT_WAIT_MILLISECONDS });
    connection.destroy();
    return true;
  } catch {
    return false;
  }
}

async function ended(pid: number, waitMilliseconds: number): Promise<boolean> {
  const deadline = performance.now() + waitMilliseconds;
  while (processStamp(pid) !== undefined) {
    if (performance.now() > deadline) return false;
    await sleep(POLL_MILLISECONDS);
  }
  return true;
}

function signal(pid: number, name: NodeJS.Signals): void {
  try {
    process.kill(pid, name);
  } catch {
    // It ended on its own between the look and the signal.
  }
}

function keepLogShort(path: string): void {
  const size = statSync(path, { throwIfNoEntry: false })?.size ?? 0;
  if (size > LOG_BYTES_MAX) renameSync(path, `${path}.old`);
}

/** The last lines of the server's own log say best why it ended. */
function logTail(directory: string): string {
  const lines = readText(join(directory, "server.log")).split("\n");
  return lines.slice(-LOG_TAIL_LINES).join("\n");
}

function readText(path: string): string {
  try {
    return readFileSync(path, "utf8").trim();
  } catch {
    return "";
  }
}

/** The error for a server that ended before it answered. */
export function notStarted(directory: string, reason = logTail(directory)): PrivateMariadbError {
  return new PrivateMariadbError(
    `MariaDB 未能启动,完整日志见 ${join(directory, "server.log")};也可用 DATABASE_URL 指向别的 MariaDB。`,
    `MariaDB did not start; the whole log is ${join(directory, "server.log")}, and DATABASE_URL ` +
      `can point at another MariaDB.\n${reason}`,
  );
}

function noAnswer(pid: number): PrivateMariadbError {
  return new PrivateMariadbError(
    `MariaDB(进程 ${pid})没有响应;请结束该进程后重试,已提交的数据不会丢失。`,
    `MariaDB (process ${pid}) does not respond; end that process and try again, committed data ` +
      "is safe.",
  );
}
