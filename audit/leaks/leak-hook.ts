// Loaded before everything else of a child process: builds one leak into the sources it loads.
import { readFileSync } from "node:fs";
import { join, relative, sep } from "node:path";
import { transformSync } from "@swc/core";
import { leakNamed } from "./leaks";
import { withEdits, type Leak } from "./leak";

const root = join(__dirname, "..", "..");
const name = process.env["AUDIT_LEAK"] ?? "";
const leak: Leak | null = name === "" ? null : leakNamed(name);
const loaded = new Set<string>();

interface Compiling {
  _compile(code: string, filename: string): void;
}
type Load = (module: Compiling, filename: string) => void;

if (leak) build(leak);

/** Throws unless every source the leak is about was loaded with the leak in it. */
export function assertLeakApplied(): void {
  const missing = leak?.edits.filter(({ file }) => !loaded.has(file)) ?? [];
  if (missing.length > 0)
    throw new Error(`leak ${name}: never loaded ${missing.map(({ file }) => file).join(", ")}`);
}

function build({ edits }: Leak): void {
  // Node has no typed way to say how a kind of file is loaded; swc-register.cjs does the same.
  const extensions = require.extensions as unknown as Record<string, Load>;
  const load = extensions[".ts"];
  if (!load) throw new Error("swc-register.cjs has to be loaded first");
  extensions[".ts"] = (module, filename) => {
    const file = relative(root, filename).split(sep).join("/");
    const own = edits.filter((edit) => edit.file === file);
    if (own.length === 0) {
      load(module, filename);
      return;
    }
    loaded.add(file);
    const source = withEdits(readFileSync(filename, "utf8"), own, name);
    const configFile = join(root, ".swcrc");
    module._compile(transformSync(source, { filename, configFile }).code, filename);
  };
}
