// Gets the browser the explorer page is tested in, from the system's packages where that is allowed.
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";

const NAMES = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];

/** Does what it can and says so; without a browser the tests of the page fail with a sentence. */
export function ensureChromium(environment = process.env) {
  if (NAMES.some((name) => isThere(name, environment))) return;
  if (!isThere("apt-get", environment) || process.getuid?.() !== 0) return;
  console.error("正在安装 Chromium(apt-get) Installing Chromium with apt-get, for the tests");
  const env = { ...environment, DEBIAN_FRONTEND: "noninteractive", LC_ALL: "C" };
  const apt = (...args) =>
    spawnSync("apt-get", args, { env, stdio: ["ignore", 2, "inherit"] }).status === 0;
  apt("update", "-qq");
  apt("install", "-y", "--no-install-recommends", "chromium");
}

function isThere(name, environment) {
  const folders = (environment.PATH ?? "").split(":").filter(Boolean);
  return [...folders, "/usr/bin", "/snap/bin"].some((folder) => existsSync(join(folder, name)));
}
