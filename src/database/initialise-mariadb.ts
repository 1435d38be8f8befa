import { execFile } from "node:child_process";
import { existsSync, readdirSync, renameSync, rmSync } from "node:fs";
import { join, relative } from "node:path";
import { promisify } from "node:util";
import type { MariadbBinaries } from "./find-mariadb";
import { commonArguments } from "./mariadb-arguments";
import { mariadbEnvironment } from "./mariadb-environment";
import { PrivateMariadbError } from "./private-mariadb-error";

const INITIALISE_WAIT_MILLISECONDS = 120_000;
const PREFIX = "initialising-";

/**
 * Creates the system tables once. They are made aside and renamed, so a data directory is either
 * complete or absent, whenever the power fails.
 */
export async function initialiseMariadb(
  directory: string,
  binaries: MariadbBinaries,
  log: (line: string) => void,
): Promise<void> {
  removeLeftovers(directory);
  const data = join(directory, "data");
  if (existsSync(data)) return;
  log("正在初始化 MariaDB 数据目录 Initialising the MariaDB data directory");
  const draft = `${PREFIX}${process.pid}`;
  await installSystemTables(directory, draft, binaries);
  renameSync(join(directory, draft), data);
}

async function installSystemTables(
  directory: string,
  draft: string,
  binaries: MariadbBinaries,
): Promise<void> {
  const base = binaries.baseDirectory;
  // The tool is a shell script that forgets to quote: every path it gets is relative to the
  // directory, so that blanks in the project's own path do no harm.
  const args = [
    ...commonArguments(),
    "--auth-root-authentication-method=normal",
    "--skip-test-db",
    "--skip-name-resolve",
    "--force",
    `--datadir=./${draft}`,
    ...(base === undefined ? [] : [`--basedir=${relative(directory, base)}`]),
  ];
  try {
    await promisify(execFile)(binaries.installDb, args, {
      cwd: directory,
      env: mariadbEnvironment(binaries),
      timeout: INITIALISE_WAIT_MILLISECONDS,
    });
  } catch (cause) {
    throw new PrivateMariadbError(
      `无法初始化 MariaDB 数据目录 ${directory}:请检查磁盘空间与权限,原因见下。`,
      `Cannot initialise the MariaDB data directory ${directory}: check disk space and ` +
        `permissions. ${cause instanceof Error ? cause.message : String(cause)}`,
      { cause },
    );
  }
}

/** Only tidying: the tool of a hub that was killed may still be writing, then the next start does it. */
function removeLeftovers(directory: string): void {
  for (const name of readdirSync(directory)) {
    if (!name.startsWith(PREFIX)) continue;
    try {
      rmSync(join(directory, name), { recursive: true, force: true });
    } catch {
      continue;
    }
  }
}
