import { chmodSync, mkdirSync, realpathSync } from "node:fs";
import { join } from "node:path";
import { withFileLock } from "./file-lock";
import { findMariadb, type MariadbBinaries } from "./find-mariadb";
import { initialiseMariadb } from "./initialise-mariadb";
import type { MariadbSettings } from "./mariadb-arguments";
import { MariadbHolders } from "./mariadb-holders";
import {
  awaitAnswer,
  notStarted,
  runningMariadb,
  spawnMariadb,
  stopMariadb,
  type MariadbProcess,
} from "./mariadb-process";
import { mariadbSocket } from "./mariadb-socket";

/** What a private MariaDB needs to know. */
export interface PrivateMariadbOptions {
  /** Everything lies below it: data, log, socket, pid. Created when absent, closed to others. */
  readonly directory: string;
  /** The PATH in which to look for the server program. */
  readonly path: string;
  /** Where `scripts/prepare.mjs` may have unpacked MariaDB (`.hub/mariadb-system`). */
  readonly systemDirectory?: string;
  /** true: what was committed survives any crash. false: for tests only. */
  readonly durable: boolean;
  /** innodb_buffer_pool_size; 1G, or 256M when not durable. */
  readonly bufferPool?: string;
  /** innodb_log_file_size; 512M, or 96M when not durable. */
  readonly logSize?: string;
  readonly connectionsMax?: number;
  readonly log?: (line: string) => void;
}

/** A MariaDB that answers, and the way to give it back. */
export interface PrivateMariadb {
  /** `mysql://root@localhost/?socketPath=…` for mysql2. */
  readonly url: string;
  readonly socketPath: string;
  /** Process number of the server. */
  readonly pid: number;
  /** Another living process used it already. */
  readonly isShared: boolean;
  /** Gives it back; the last user stops the server. Calling it again does nothing. */
  stop(): Promise<void>;
}

const CONNECTIONS_MAX = 400;

/**
 * A MariaDB of our own, without a service, a user or a network port. A server left behind by a
 * hub that crashed is taken over with everything in it; hubs that run at the same time share one.
 */
export async function startPrivateMariadb(options: PrivateMariadbOptions): Promise<PrivateMariadb> {
  const directory = createDirectory(options.directory);
  const log = options.log ?? (() => undefined);
  const binaries = findMariadb(options);
  const holders = new MariadbHolders(join(directory, "holders.json"));
  const act = async (): Promise<PrivateMariadb> => {
    const server =
      (await findServer(directory, log)) ?? (await startServer(directory, binaries, options, log));
    const isShared = holders.join();
    return handle(directory, server, isShared, holders, log);
  };
  return withFileLock(join(directory, "lock"), act, (holder) =>
    log(`等待另一进程启动 MariaDB Waiting for another process that starts MariaDB (${holder})`),
  );
}

/** A server that is just shutting down is found and never answers: then a new one is needed. */
async function findServer(
  directory: string,
  log: (line: string) => void,
): Promise<MariadbProcess | undefined> {
  const found = runningMariadb(directory);
  if (found === undefined || !(await awaitAnswer(found))) return undefined;
  log(`沿用正在运行的 MariaDB Using the MariaDB that runs (${found.pid})`);
  return found;
}

async function startServer(
  directory: string,
  binaries: MariadbBinaries,
  options: PrivateMariadbOptions,
  log: (line: string) => void,
): Promise<MariadbProcess> {
  await initialiseMariadb(directory, binaries, log);
  const settings: MariadbSettings = {
    binaries,
    directory,
    socketPath: mariadbSocket(directory),
    durable: options.durable,
    bufferPool: options.bufferPool ?? (options.durable ? "1G" : "256M"),
    logSize: options.logSize ?? (options.durable ? "512M" : "96M"),
    connectionsMax: options.connectionsMax ?? CONNECTIONS_MAX,
  };
  log("正在启动 MariaDB Starting MariaDB");
  const server = spawnMariadb(settings);
  if (!(await awaitAnswer(server))) throw notStarted(directory);
  return server;
}

function handle(
  directory: string,
  server: MariadbProcess,
  isShared: boolean,
  holders: MariadbHolders,
  log: (line: string) => void,
): PrivateMariadb {
  let stopping: Promise<void> | undefined;
  const giveBack = (): Promise<void> =>
    withFileLock(join(directory, "lock"), async () => {
      if (holders.leave()) return;
      const running = runningMariadb(directory);
      if (running) await stopMariadb(running, log);
    });
  return {
    url: `mysql://root@localhost/?socketPath=${encodeURIComponent(server.socketPath)}`,
    socketPath: server.socketPath,
    pid: server.pid,
    isShared,
    stop: () => (stopping ??= giveBack()),
  };
}

/** The database has no password: that nobody else may enter the directory is its protection. */
function createDirectory(path: string): string {
  mkdirSync(join(path, "tmp"), { recursive: true });
  chmodSync(path, 0o700);
  // One directory has one name, however it was reached: the running server is known by it.
  return realpathSync(path);
}
