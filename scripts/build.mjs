// Compiles the TypeScript we run to dist/, mirroring the tree, beside it what browsers get as it is;
// what did not change is left alone.
import { createHash } from "node:crypto";
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { createRequire } from "node:module";
import { dirname, join, relative, sep } from "node:path";
import { fileURLToPath } from "node:url";
import { prepare, root, run } from "./prepare.mjs";

const ALWAYS = ["src", "migrations", "seeds", "ormconfig.ts"];
const BENCH = ["bench"];
/** Served to browsers as they are. */
const BROWSER = /\.(mjs|css|svg)$/;
const SOURCE = /\.(ts|mjs|css|svg)$/;
/** What `import { submitFile } from "anzehub"` has types of, and what those types name. */
const LIBRARY = [
  "src/cli/submit-file.ts",
  "src/cli/submit-summary.ts",
  "src/submission/record-status.ts",
  "src/submission/severity.ts",
];

/** Brings dist/ in step with the sources; answers how many files were compiled. */
export function build({ place = root, bench = false } = {}) {
  const roots = bench ? [...ALWAYS, ...BENCH] : ALWAYS;
  const dist = join(place, "dist");
  const before = readManifest(dist);
  const wanted = digests(place, roots);
  const isOurs = (source) => roots.includes(source.split("/")[0]);
  const stale = Object.keys(before).filter((source) => isOurs(source) && !(source in wanted));
  for (const source of stale)
    for (const path of [output(source), types(source)]) rmSync(join(dist, path), { force: true });
  const changed = Object.keys(wanted).filter((source) => !isCurrent(dist, before, wanted, source));
  if (changed.length > 0) compile(place, dist, changed);
  const untouched = Object.entries(before).filter(([source]) => !isOurs(source));
  if (changed.length + stale.length > 0) {
    write(
      join(dist, "build.json"),
      JSON.stringify({ ...Object.fromEntries(untouched), ...wanted }),
    );
  }
  return changed.length;
}

/** Whether dist/ is what the sources say: a stale build that still runs is worse than none. */
export function isBuilt(place = root) {
  const dist = join(place, "dist");
  const before = readManifest(dist);
  const wanted = digests(place, ALWAYS);
  return (
    Object.keys(wanted).every((source) => isCurrent(dist, before, wanted, source)) &&
    Object.keys(before).every((source) => source in wanted || BENCH.includes(source.split("/")[0]))
  );
}

function compile(place, dist, sources) {
  const require = createRequire(join(place, "package.json"));
  const { transformSync } = require("@swc/core");
  const configFile = join(place, ".swcrc");
  for (const source of sources) {
    const filename = join(place, source);
    if (BROWSER.test(source)) {
      write(join(dist, source), readFileSync(filename, "utf8"));
      continue;
    }
    const { code } = transformSync(readFileSync(filename, "utf8"), { filename, configFile });
    write(join(dist, output(source)), code);
    if (LIBRARY.includes(source)) write(join(dist, types(source)), declarations(require, filename));
  }
}

/** From the file alone: what it exports says its types, or the build stops. */
function declarations(require, fileName) {
  const { transpileDeclaration } = require("typescript");
  const compilerOptions = { isolatedDeclarations: true, experimentalDecorators: true };
  const source = readFileSync(fileName, "utf8");
  const { outputText, diagnostics } = transpileDeclaration(source, {
    ...{ fileName, compilerOptions, reportDiagnostics: true },
  });
  const [fault] = diagnostics ?? [];
  if (fault) throw new Error(`${fileName}: ${JSON.stringify(fault.messageText)}`);
  return outputText;
}

/** Source path -> digest of everything its output depends on: itself, the settings, the compiler. */
function digests(place, roots) {
  const settings = readFileSync(join(place, ".swcrc"));
  const compiler = readFileSync(join(place, "node_modules", "@swc", "core", "package.json"));
  const found = {};
  for (const path of roots.flatMap((name) => sourcesBelow(join(place, name)))) {
    const hash = createHash("sha256").update(settings).update(compiler).update(readFileSync(path));
    found[relative(place, path).split(sep).join("/")] = hash.digest("base64url");
  }
  return found;
}

function sourcesBelow(path) {
  if (!existsSync(path)) return [];
  if (path.endsWith(".ts")) return path.endsWith(".d.ts") ? [] : [path];
  if (BROWSER.test(path)) return [path];
  const entries = readdirSync(path, { withFileTypes: true });
  return entries
    .filter((entry) => entry.isDirectory() || SOURCE.test(entry.name))
    .flatMap((entry) => sourcesBelow(join(path, entry.name)));
}

function isCurrent(dist, before, wanted, source) {
  const outputs = [output(source), ...(LIBRARY.includes(source) ? [types(source)] : [])];
  return before[source] === wanted[source] && outputs.every((path) => existsSync(join(dist, path)));
}

function output(source) {
  return source.replace(/\.ts$/, ".js");
}

function types(source) {
  return source.replace(/\.ts$/, ".d.ts");
}

function readManifest(dist) {
  try {
    return JSON.parse(readFileSync(join(dist, "build.json"), "utf8"));
  } catch {
    return {};
  }
}

/** Renamed into place: a hub that starts meanwhile reads the old file or the new one. */
function write(path, text) {
  mkdirSync(dirname(path), { recursive: true });
  const draft = `${path}.${process.pid}`;
  writeFileSync(draft, text);
  renameSync(draft, path);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  await run(async () => {
    await prepare();
    const count = build({ bench: process.argv.includes("--bench") });
    console.log(`已编译 ${count} 个文件 ${count} files compiled`);
    return 0;
  });
}
