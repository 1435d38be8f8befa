import { linkSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";
import { PrivateMariadbError } from "./private-mariadb-error";
import { processStamp } from "./process-identity";

const LOCK_POLL_MILLISECONDS = 50;
/** Two seconds: who waits longer should learn for whom. */
const SILENT_TRIES = 40;
/** Longer than a first start with crash recovery may take, so a waiter never gives up too early. */
export const LOCK_WAIT_MILLISECONDS = 420_000;

let acquisitions = 0;

/**
 * Runs one act at a time across processes. The lock of a process that died is broken, and only
 * then: how long somebody has held it says nothing about whether they still work.
 */
export async function withFileLock<T>(
  path: string,
  act: () => Promise<T>,
  onWait: (holder: string) => void = () => undefined,
): Promise<T> {
  await acquire(path, onWait);
  try {
    return await act();
  } finally {
    rmSync(path, { force: true });
  }
}

async function acquire(path: string, onWait: (holder: string) => void): Promise<void> {
  const owner = `${process.pid} ${processStamp(process.pid) ?? "?"} ${uniqueInProcess()}`;
  const deadline = performance.now() + LOCK_WAIT_MILLISECONDS;
  for (let tries = 0; !create(path, owner); tries += 1) {
    breakIfDead(path, owner);
    if (tries === SILENT_TRIES) onWait(readOwner(path) ?? "?");
    if (performance.now() > deadline) throw waitedTooLong(path);
    await sleep(LOCK_POLL_MILLISECONDS);
  }
}

/** The file appears with its content or not at all: nobody reads a lock without an owner. */
function create(path: string, owner: string): boolean {
  const draft = `${path}.${owner.replaceAll(/\W/g, "-")}`;
  writeFileSync(draft, owner);
  try {
    linkSync(draft, path);
    return true;
  } catch (error) {
    if (isExisting(error)) return false;
    throw error;
  } finally {
    rmSync(draft, { force: true });
  }
}

/**
 * Two waiters may find the same dead owner; were both to delete, the slower one would delete the
 * lock the faster one has taken meanwhile. So the right to delete is itself a file, named after
 * the dead owner, and whoever has it looks once more.
 */
function breakIfDead(path: string, owner: string): void {
  const found = readOwner(path);
  if (found === undefined || isAlive(found)) return;
  const right = `${path}.break-${found.replaceAll(/\W/g, "-")}`;
  if (!create(right, owner)) return;
  try {
    if (readOwner(path) === found) rmSync(path, { force: true });
  } finally {
    rmSync(right, { force: true });
  }
}

function isAlive(owner: string): boolean {
  const [pid, ...rest] = owner.split(" ");
  return processStamp(Number(pid)) === rest.slice(0, -1).join(" ");
}

function isExisting(error: unknown): boolean {
  return typeof error === "object" && error !== null && "code" in error && error.code === "EEXIST";
}

function readOwner(path: string): string | undefined {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return undefined;
  }
}

function uniqueInProcess(): string {
  acquisitions += 1;
  return `${acquisitions}-${process.hrtime.bigint()}`;
}

function waitedTooLong(path: string): PrivateMariadbError {
  const holder = readOwner(path) ?? "?";
  const seconds = LOCK_WAIT_MILLISECONDS / 1_000;
  return new PrivateMariadbError(
    `等待 ${path} 超过 ${seconds} 秒(持有者进程 ${holder});请结束该进程,或删除 ${path}* 后重试。`,
    `Waited ${seconds} s for ${path} (held by process ${holder}); end that process, or delete ` +
      `${path}*, and try again.`,
  );
}
