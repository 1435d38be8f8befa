import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { createConnection, type RowDataPacket } from "mysql2/promise";
import { SOCKET_PATH_BYTES_MAX } from "../../src/database/mariadb-socket";
import { startPrivateMariadb, type PrivateMariadb } from "../../src/database/private-mariadb";
import { processStamp } from "../../src/database/process-identity";
import { HubProcess } from "../setup/hub-process";

const REMOVE_TRIES_MAX = 50;
const LOOKS_MAX = 2_000;
const undo: (() => unknown)[] = [];

afterEach(async () => {
  for (const step of undo.splice(0).reverse()) await step();
});

describe("the private MariaDB", () => {
  test("starts from nothing, with the settings the hub relies on", async () => {
    const server = await givenServer(givenDirectory());

    const [row] = await query(server.url, SETTINGS);

    expect(row).toEqual({
      charset: "utf8mb4",
      collation: "utf8mb4_bin",
      isolation: "READ-COMMITTED",
      zone: "+00:00",
      flush: 1,
      lockWait: 3,
      packet: 64 * 1024 * 1024,
      network: 1,
    });
    expect(server.isShared).toBe(false);
  });

  test("starts in a directory with blanks and Chinese characters in its name", async () => {
    const server = await givenServer(join(givenDirectory(), "安责 数据"));

    const rows = await query(server.url, "SELECT 1 AS one");

    expect(rows).toEqual([{ one: 1 }]);
  });

  test("survives kill -9 of its hub's process group and is taken over with its data", async () => {
    const directory = givenDirectory();
    const hub = await givenHub(directory);
    await storeRow(hub.mariadb.url);
    await hub.kill();

    const server = await givenServer(directory);

    expect(server.pid).toBe(hub.mariadb.pid);
    expect(server.isShared).toBe(false);
    expect(await storedRows(server.url)).toEqual([{ name: "李" }]);
    await server.stop();
    expect(processStamp(server.pid)).toBeUndefined();
  });

  test("stops with the last hub that uses it and not before", async () => {
    const directory = givenDirectory();
    const hub = await givenHub(directory);
    const server = await givenServer(directory);

    await hub.stop();
    const whileUsed = processStamp(server.pid);
    await server.stop();
    const afterwards = processStamp(server.pid);

    expect(server.isShared).toBe(true);
    expect(server.pid).toBe(hub.mariadb.pid);
    expect(whileUsed).toBeDefined();
    expect(afterwards).toBeUndefined();
  });

  test("is one server when three hubs start at the same time", async () => {
    const directory = givenDirectory();

    const hubs = await Promise.all([1, 2, 3].map(() => givenHub(directory)));

    expect(new Set(hubs.map((hub) => hub.mariadb.pid)).size).toBe(1);
    expect(hubs.filter((hub) => !hub.mariadb.isShared)).toHaveLength(1);
  });

  test("starts beside a pid file that names a stranger, and leaves the stranger alone", async () => {
    const directory = givenDirectory();
    const stranger = givenStranger();
    writeFileSync(join(directory, "server.pid"), String(stranger));

    const server = await givenServer(directory);
    await server.stop();

    expect(server.pid).not.toBe(stranger);
    expect(processStamp(stranger)).toBeDefined();
  });

  test("listens on a short path when its directory is too deep for a socket", async () => {
    const directory = join(givenDirectory(), "deep-".repeat(12), "deeper-".repeat(8));

    const server = await givenServer(directory);
    undo.push(() => rmSync(dirname(server.socketPath), { recursive: true, force: true }));

    expect(await query(server.url, "SELECT 1 AS one")).toEqual([{ one: 1 }]);
    expect(Buffer.byteLength(server.socketPath)).toBeLessThanOrEqual(SOCKET_PATH_BYTES_MAX);
  });

  test("has every committed row after kill -9 of the server itself", async () => {
    const directory = givenDirectory();
    const first = await givenServer(directory);
    await storeRow(first.url);
    process.kill(first.pid, "SIGKILL");
    await until(() => processStamp(first.pid) === undefined);

    const second = await givenServer(directory);

    expect(second.pid).not.toBe(first.pid);
    expect(await storedRows(second.url)).toEqual([{ name: "李" }]);
  });

  test("starts after a hub was killed in the middle of the initialisation", async () => {
    const directory = givenDirectory();
    const hub = HubProcess.spawn(directory);
    undo.push(() => hub.kill("SIGKILL"));
    await until(() => readdirSync(directory).some((name) => name.startsWith("initialising-")));
    hub.kill("SIGKILL");
    await once(hub, "exit");
    const isHalfMade = !existsSync(join(directory, "data"));

    const server = await givenServer(directory);

    expect(isHalfMade).toBe(true);
    expect(await query(server.url, "SELECT 1 AS one")).toEqual([{ one: 1 }]);
  });

  test("names its log and the alternative when the server does not start", async () => {
    const directory = givenDirectory();
    mkdirSync(join(directory, "data"));

    const starting = givenServer(directory);

    await expect(starting).rejects.toThrow(/server\.log.*DATABASE_URL/s);
  });
});

const SETTINGS = `SELECT @@character_set_server AS charset, @@collation_server AS collation,
  @@tx_isolation AS isolation, @@time_zone AS zone, @@innodb_flush_log_at_trx_commit AS flush,
  @@innodb_lock_wait_timeout AS lockWait, @@max_allowed_packet AS packet,
  @@skip_networking AS network`;

function givenDirectory(): string {
  const directory = mkdtempSync(join(tmpdir(), "hub-mariadb-"));
  undo.push(() => removeInTime(directory));
  return directory;
}

/** The tools of a hub that was killed may still be writing for a moment. */
async function removeInTime(directory: string): Promise<void> {
  for (let tries = 0; existsSync(directory); tries += 1) {
    try {
      rmSync(directory, { recursive: true, force: true });
    } catch (error) {
      if (tries === REMOVE_TRIES_MAX) throw error;
      await sleep(100);
    }
  }
}

async function givenServer(directory: string): Promise<PrivateMariadb> {
  const server = await startPrivateMariadb({
    directory,
    path: process.env.PATH ?? "",
    systemDirectory: join(__dirname, "..", "..", ".hub", "mariadb-system"),
    durable: true,
    bufferPool: "64M",
    logSize: "96M",
  });
  undo.push(() => server.stop());
  return server;
}

async function givenHub(directory: string): Promise<HubProcess> {
  const hub = await HubProcess.start(directory);
  undo.push(() => hub.stop());
  return hub;
}

/** Some process that has nothing to do with us. */
function givenStranger(): number {
  const child = spawn("sleep", ["60"], { stdio: "ignore" });
  undo.push(() => child.kill("SIGKILL"));
  return child.pid ?? 0;
}

async function query(url: string, sql: string): Promise<RowDataPacket[]> {
  const connection = await createConnection(url);
  try {
    const [rows] = await connection.query<RowDataPacket[]>(sql);
    return rows;
  } finally {
    connection.destroy();
  }
}

async function storeRow(url: string): Promise<void> {
  await query(url, "CREATE DATABASE kept");
  await query(url, "CREATE TABLE kept.row (name VARCHAR(10) NOT NULL)");
  await query(url, "INSERT INTO kept.row VALUES ('李')");
}

function storedRows(url: string): Promise<RowDataPacket[]> {
  return query(url, "SELECT name FROM kept.row");
}

async function until(isSo: () => boolean): Promise<void> {
  for (let looks = 0; !isSo(); looks += 1) {
    if (looks === LOOKS_MAX) throw new Error(`still not so: ${isSo.toString()}`);
    await sleep(5);
  }
}
