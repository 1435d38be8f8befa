// Loaded before everything else of a child process: compiles the sources, with one leak built in.
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { join, relative, sep } from "node:path";
import { transformSync } from "@swc/core";
import { leakNamed } from "./leaks";
import { withEdits } from "./leak";

const root = join(__dirname, "..", "..");
const name = process.env["AUDIT_LEAK"] ?? "";
const edits = name === "" ? [] : leakNamed(name).edits;
const loaded = new Set<string>();
const compiledDirectory = join(process.env["AUDIT_COMPILED"] ?? "", "compiled");
const configFile = join(root, ".swcrc");

interface Compiling {
  _compile(code: string, filename: string): void;
}

mkdirSync(compiledDirectory, { recursive: true });
// The one way there is to say how a kind of file is loaded; swc-register.cjs uses it, too.
// eslint-disable-next-line @typescript-eslint/no-deprecated
const extensions = require.extensions as unknown as Record<
  string,
  (module: Compiling, filename: string) => void
>;
extensions[".ts"] = (module, filename) => {
  const file = relative(root, filename).split(sep).join("/");
  const own = edits.filter((edit) => edit.file === file);
  if (own.length > 0) loaded.add(file);
  const source = readFileSync(filename, "utf8");
  module._compile(compiled(withEdits(source, own, name), filename), filename);
};

/** Throws unless every source the leak is about was loaded with the leak in it. */
export function assertLeakApplied(): void {
  const missing = edits.filter(({ file }) => !loaded.has(file));
  if (missing.length > 0)
    throw new Error(`leak ${name}: never loaded ${missing.map(({ file }) => file).join(", ")}`);
}

/** Children of one audit load the same files: what one compiled, the next need not. */
function compiled(source: string, filename: string): string {
  const digest = createHash("sha256").update(filename).update("\0").update(source).digest("hex");
  const path = join(compiledDirectory, `${digest}.js`);
  if (existsSync(path)) return readFileSync(path, "utf8");
  const { code } = transformSync(source, { filename, configFile });
  // Renamed into place: another child reads all of it or nothing.
  writeFileSync(`${path}.${String(process.pid)}`, code);
  renameSync(`${path}.${String(process.pid)}`, path);
  return code;
}
