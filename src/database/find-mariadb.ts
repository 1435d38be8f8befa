import { execFileSync } from "node:child_process";
import { existsSync, readdirSync, statSync } from "node:fs";
import { delimiter, dirname, join } from "node:path";
import { PrivateMariadbError } from "./private-mariadb-error";

/** How to run the MariaDB that was found. */
export interface MariadbBinaries {
  readonly server: string;
  readonly installDb: string;
  /** Set when MariaDB lies unpacked below a folder of ours and must be told where its files are. */
  readonly baseDirectory?: string;
  /** LD_LIBRARY_PATH of an unpacked MariaDB. */
  readonly libraryPath?: string;
}

/** Where to look for MariaDB. */
export interface MariadbPlaces {
  /** The PATH of the caller. */
  readonly path: string;
  /** Where `scripts/prepare.mjs` unpacks MariaDB for an ordinary user (`.hub/mariadb-system`). */
  readonly systemDirectory?: string;
  /** Folders that are often missing from an ordinary user's PATH; another list only in tests. */
  readonly usualDirectories?: readonly string[] | undefined;
}

const USUAL_DIRECTORIES = [
  "/usr/sbin",
  "/usr/bin",
  "/usr/libexec",
  "/usr/local/sbin",
  "/usr/local/bin",
  "/usr/local/mysql/bin",
  "/usr/local/mariadb/bin",
  "/opt/mariadb/bin",
  "/opt/homebrew/bin",
  "/opt/homebrew/opt/mariadb/bin",
];
const VERSION_WAIT_MILLISECONDS = 10_000;

/** The first MariaDB server with its data directory tool; MySQL does not count. */
export function findMariadb(places: MariadbPlaces): MariadbBinaries {
  const found = searchMariadb(places);
  if (found) return found;
  throw new PrivateMariadbError(
    "找不到 MariaDB 服务器程序:请安装 mariadb-server(Debian:mariadb-server-core 与 " +
      "mariadb-client-core),或用 DATABASE_URL 指向已有的 MariaDB。",
    "No MariaDB server program found: install mariadb-server (Debian: mariadb-server-core and " +
      "mariadb-client-core), or point DATABASE_URL at a MariaDB that exists.",
  );
}

/** As `findMariadb`, but nothing found is an answer and not an error. */
export function searchMariadb(places: MariadbPlaces): MariadbBinaries | undefined {
  const usual = places.usualDirectories ?? USUAL_DIRECTORIES;
  const directories = [...places.path.split(delimiter).filter(Boolean), ...usual];
  return unpacked(places.systemDirectory) ?? installed(directories);
}

function installed(directories: readonly string[]): MariadbBinaries | undefined {
  const installDb = firstFile(directories, ["mariadb-install-db", "mysql_install_db"]);
  if (installDb === undefined) return undefined;
  for (const directory of directories) {
    const server = firstFile([directory], ["mariadbd", "mysqld"]);
    if (server !== undefined && isMariadb(server)) return { server, installDb };
  }
  return undefined;
}

function unpacked(systemDirectory: string | undefined): MariadbBinaries | undefined {
  if (systemDirectory === undefined) return undefined;
  const baseDirectory = join(systemDirectory, "usr");
  const server = join(baseDirectory, "sbin", "mariadbd");
  const installDb = join(baseDirectory, "bin", "mariadb-install-db");
  if (!isFile(server) || !isFile(installDb)) return undefined;
  const libraryPath = libraryDirectories(systemDirectory).join(delimiter);
  if (!isMariadb(server, libraryPath)) return undefined;
  return { server, installDb, baseDirectory, libraryPath };
}

/** Debian keeps libraries in lib/<architecture>, before and after the merge of / and /usr. */
function libraryDirectories(systemDirectory: string): string[] {
  return ["lib", "usr/lib"].flatMap((name) => {
    const directory = join(systemDirectory, name);
    if (!existsSync(directory)) return [];
    return readdirSync(directory)
      .filter((entry) => entry.endsWith("-gnu") || entry.endsWith("-gnueabihf"))
      .map((entry) => join(directory, entry));
  });
}

function firstFile(directories: readonly string[], names: readonly string[]): string | undefined {
  for (const directory of directories) {
    const name = names.find((candidate) => isFile(join(directory, candidate)));
    if (name !== undefined) return join(directory, name);
  }
  return undefined;
}

function isFile(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isFile() === true;
}

/** `mysqld` is MySQL on some machines, and neither its options nor its SQL are ours. */
function isMariadb(server: string, libraryPath?: string): boolean {
  try {
    const version = execFileSync(server, ["--no-defaults", "--version"], {
      encoding: "utf8",
      stdio: ["ignore", "pipe", "ignore"],
      timeout: VERSION_WAIT_MILLISECONDS,
      env: { PATH: dirname(server), ...(libraryPath ? { LD_LIBRARY_PATH: libraryPath } : {}) },
    });
    return version.includes("MariaDB");
  } catch {
    // A server whose libraries are missing cannot even say its version, so it cannot start.
    return false;
  }
}
