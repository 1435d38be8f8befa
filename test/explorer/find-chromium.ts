import { existsSync } from "node:fs";
import { delimiter, join } from "node:path";

const usual = ["/usr/bin", "/snap/bin"];
const names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];

/** The browser of this machine; without one the tests of the page fail with a sentence. */
export function findChromium(path = process.env.PATH ?? "", others = usual): string {
  const folders = [...path.split(delimiter), ...others].filter(Boolean);
  const found = folders
    .flatMap((folder) => names.map((name) => join(folder, name)))
    .find((file) => existsSync(file));
  if (found) return found;
  throw new Error(
    "找不到 Chromium：请安装 chromium（Debian：apt-get install chromium）后重试。" +
      " No Chromium: install it (Debian: apt-get install chromium) and try again.",
  );
}
