// Makes a fresh clone on a fresh machine ready. Plain Node: nothing may be installed yet.
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { installMariadb } from "./install-mariadb.mjs";

/** The folder of package.json. */
export const root = dirname(dirname(fileURLToPath(import.meta.url)));

const NODE_MINIMUM = [20, 19];

/** A reason to stop that the reader can act on; shown without a stack. */
export class Refusal extends Error {}

/** Everything in order: Node, packages, MariaDB. Each step says what it does and is quick when done. */
export async function prepare(place = root, environment = process.env) {
  checkNode(process.versions.node);
  installPackages(place, environment);
  ensureMariadb(place, environment);
}

/** Runs an act of a script; a refusal ends it with its one sentence and exit code 1. */
export async function run(act) {
  try {
    process.exitCode = await act();
  } catch (error) {
    console.error(error instanceof Refusal ? error.message : error);
    process.exitCode = 1;
  }
}

/** Older versions fail later and obscurely, so they are refused by name. */
export function checkNode(version) {
  const [major, minor] = version.split(".").map(Number);
  if (major > NODE_MINIMUM[0] || (major === NODE_MINIMUM[0] && minor >= NODE_MINIMUM[1])) return;
  const minimum = NODE_MINIMUM.join(".");
  throw new Refusal(
    `需要 Node.js ${minimum} 或更高版本,当前为 ${version}。` +
      ` Node.js ${minimum} or later is needed, this is ${version}.`,
  );
}

/** Runs `npm ci` unless node_modules is what package-lock.json says. */
export function installPackages(place, environment) {
  const stamp = join(place, ".hub", "installed");
  const digest = createHash("sha256")
    .update(readFileSync(join(place, "package-lock.json")))
    .digest("hex");
  const isPresent = existsSync(join(place, "node_modules", ".package-lock.json"));
  if (isPresent && readIfThere(stamp) === digest) return;
  if (!isPresent || !agreesWithLock(place)) {
    // Whatever happens from here on, a half-made node_modules must not count as installed.
    rmSync(stamp, { force: true });
    npmCi(place, environment);
  }
  mkdirSync(dirname(stamp), { recursive: true });
  writeFileSync(stamp, digest);
}

/** npm's own record of what it installed: after `npm install` it is right and no `npm ci` needed. */
function agreesWithLock(place) {
  const wanted = JSON.parse(readFileSync(join(place, "package-lock.json"), "utf8")).packages;
  const record = readFileSync(join(place, "node_modules", ".package-lock.json"), "utf8");
  const present = JSON.parse(record).packages;
  return (
    Object.keys(present).every((path) => path in wanted) &&
    Object.entries(wanted).every(([path, entry]) => {
      if (path === "") return true;
      const found = present[path];
      const mayBeAbsent = entry.optional === true || entry.peer === true;
      return found === undefined ? mayBeAbsent : found.version === entry.version;
    })
  );
}

function npmCi(place, environment) {
  console.log("正在安装依赖包 Installing packages: npm ci");
  // NODE_ENV=production would leave out what the build and the tests need.
  const args = ["ci", "--include=dev", "--no-audit", "--no-fund"];
  const npm = environment.npm_execpath;
  const isScript = npm !== undefined && /\.c?js$/.test(npm);
  const [command, ...first] = isScript ? [process.execPath, npm] : ["npm"];
  const result = spawnSync(command, [...first, ...args], {
    cwd: place,
    env: environment,
    stdio: "inherit",
  });
  if (result.status === 0) return;
  throw new Refusal(
    "npm ci 失败:请检查网络或 npm 镜像设置后重试。" +
      " npm ci failed: check the network or the npm registry setting and try again.",
  );
}

/** A MariaDB of our own needs a server program; with DATABASE_URL somebody else runs it. */
export function ensureMariadb(place, environment, usualDirectories) {
  if (environment.DATABASE_URL) return;
  const systemDirectory = join(place, ".hub", "mariadb-system");
  const places = { path: environment.PATH ?? "", systemDirectory, usualDirectories };
  const { searchMariadb } = loadFinder(place);
  if (searchMariadb(places)) return;
  installMariadb(systemDirectory, environment);
  if (searchMariadb(places)) return;
  throw new Refusal(
    "找不到 MariaDB:请安装 mariadb-server(Debian:mariadb-server-core 与 mariadb-client-core)," +
      "或用 DATABASE_URL 指向已有的 MariaDB。 No MariaDB: install mariadb-server (Debian: " +
      "mariadb-server-core and mariadb-client-core), or point DATABASE_URL at one that exists.",
  );
}

/** The hub finds its server with the same code, so both always agree. */
function loadFinder(place) {
  const require = createRequire(join(place, "package.json"));
  require("./scripts/swc-register.cjs");
  return require("./src/database/find-mariadb.ts");
}

function readIfThere(path) {
  return existsSync(path) ? readFileSync(path, "utf8") : undefined;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  await run(async () => {
    await prepare();
    return 0;
  });
}
