// Gets a MariaDB server where apt-get exists: installed by root, unpacked by anyone else.
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync } from "node:fs";
import { join } from "node:path";

const WANTED = /^mariadb-(server|client)-core(-[\d.]+)?$/;

/** Does what it can and says so; the caller looks afterwards whether a server is there. */
export function installMariadb(systemDirectory, environment) {
  if (!exists("apt-get", environment)) return;
  if (process.getuid?.() === 0) installAsRoot(environment);
  else unpackAsUser(systemDirectory, environment);
}

function installAsRoot(environment) {
  const apt = aptWith([], environment);
  say("正在安装 MariaDB(apt-get) Installing MariaDB with apt-get");
  apt.show("apt-get", ["update", "-qq"]);
  const packages = corePackages(apt);
  if (packages.length === 0) return;
  apt.show("apt-get", ["install", "-y", "--no-install-recommends", ...packages]);
}

/** Needs no right at all: own package lists, `apt-get download`, and unpacking below .hub. */
function unpackAsUser(systemDirectory, environment) {
  say("正在下载 MariaDB 到 .hub/mariadb-system Downloading MariaDB into .hub/mariadb-system");
  const draft = `${systemDirectory}-${process.pid}`;
  const [lists, cache, packages] = ["lists", "cache", "packages"].map((name) => join(draft, name));
  for (const directory of [join(lists, "partial"), join(cache, "archives", "partial"), packages]) {
    mkdirSync(directory, { recursive: true });
  }
  const apt = aptWith(
    ["-o", `Dir::State::Lists=${lists}`, "-o", `Dir::Cache=${cache}`],
    environment,
  );
  try {
    if (!apt.show("apt-get", ["update", "-qq"])) return;
    const wanted = missingPackages(apt, corePackages(apt));
    if (wanted.length === 0) return;
    if (!apt.show("apt-get", ["download", "-qq", ...wanted], packages)) return;
    for (const name of readdirSync(packages)) {
      if (!apt.show("dpkg-deb", ["-x", join(packages, name), join(draft, "system")])) return;
    }
    rmSync(systemDirectory, { recursive: true, force: true });
    renameSync(join(draft, "system"), systemDirectory);
  } finally {
    rmSync(draft, { recursive: true, force: true });
  }
}

/** Newer Debian names them plainly; older ones and Ubuntu carry the version in the name. */
function corePackages(apt) {
  const found = apt.read("apt-cache", ["search", "--names-only", "^mariadb-(server|client)-core"]);
  const names = found
    .split("\n")
    .map((line) => line.split(" ")[0])
    .filter((name) => WANTED.test(name))
    .sort();
  const first = (role) => names.find((name) => name.startsWith(`mariadb-${role}-core`));
  return [first("server"), first("client")].filter((name) => name !== undefined);
}

/** What apt would install, libraries included, without installing it. */
function missingPackages(apt, packages) {
  if (packages.length === 0) return [];
  const plan = apt.read("apt-get", ["-s", "install", "--no-install-recommends", ...packages]);
  return [...plan.matchAll(/^Inst (\S+)/gm)].map((match) => match[1]);
}

function aptWith(options, environment) {
  const env = { ...environment, DEBIAN_FRONTEND: "noninteractive", LC_ALL: "C" };
  const all = (command, args) => (command.startsWith("apt") ? [...options, ...args] : args);
  return {
    show: (command, args, cwd) =>
      spawnSync(command, all(command, args), { cwd, env, stdio: ["ignore", 2, "inherit"] })
        .status === 0,
    read: (command, args) =>
      spawnSync(command, all(command, args), { env, encoding: "utf8" }).stdout ?? "",
  };
}

function exists(command, environment) {
  return (environment.PATH ?? "")
    .split(":")
    .some((directory) => existsSync(join(directory, command)));
}

function say(line) {
  console.error(line);
}
