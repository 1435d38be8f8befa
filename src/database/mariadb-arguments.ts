import { join } from "node:path";
import type { MariadbBinaries } from "./find-mariadb";

/** What the command line of a private server depends on. */
export interface MariadbSettings {
  readonly binaries: MariadbBinaries;
  readonly directory: string;
  readonly socketPath: string;
  /** false only for tests: much faster, and a crash may lose everything. */
  readonly durable: boolean;
  /** innodb_buffer_pool_size, e.g. "1G". */
  readonly bufferPool: string;
  /** innodb_log_file_size; a small log forces a checkpoint every few seconds of bulk ingest. */
  readonly logSize: string;
  readonly connectionsMax: number;
}

const LOCK_WAIT_SECONDS = 3;
const PACKET_SIZE = "64M";

/** Options every call needs; `--no-defaults` must come first or the server refuses it. */
export function commonArguments(): string[] {
  const isRoot = process.getuid?.() === 0;
  return ["--no-defaults", ...(isRoot ? ["--user=root"] : [])];
}

/** The full command line: this server reads no option file, so everything that matters is here. */
export function mariadbArguments(settings: MariadbSettings): string[] {
  const { directory, durable } = settings;
  return [
    ...commonArguments(),
    ...placeArguments(settings.binaries),
    `--datadir=${join(directory, "data")}`,
    `--tmpdir=${join(directory, "tmp")}`,
    `--socket=${settings.socketPath}`,
    `--pid-file=${join(directory, "server.pid")}`,
    `--log-error=${join(directory, "server.log")}`,
    "--skip-networking",
    "--skip-name-resolve",
    "--skip-log-bin",
    "--character-set-server=utf8mb4",
    "--collation-server=utf8mb4_bin",
    "--default-time-zone=+00:00",
    "--transaction-isolation=READ-COMMITTED",
    `--max-connections=${settings.connectionsMax}`,
    `--max-allowed-packet=${PACKET_SIZE}`,
    `--innodb-lock-wait-timeout=${LOCK_WAIT_SECONDS}`,
    `--innodb-buffer-pool-size=${settings.bufferPool}`,
    `--innodb-log-file-size=${settings.logSize}`,
    `--innodb-flush-log-at-trx-commit=${durable ? 1 : 0}`,
    `--innodb-doublewrite=${durable ? 1 : 0}`,
  ];
}

/** An installed server knows its own places; an unpacked one must be told. */
function placeArguments(binaries: MariadbBinaries): string[] {
  const base = binaries.baseDirectory;
  if (base === undefined) return [];
  return [`--basedir=${base}`, `--lc-messages-dir=${join(base, "share", "mysql")}`];
}
