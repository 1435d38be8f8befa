#!/usr/bin/env node
// The `hub` command: the build when it is what the sources say, else the sources through swc.
const { existsSync } = require("node:fs");
const { join } = require("node:path");

async function main() {
  const source = join(__dirname, "..", "src", "cli", "hub.ts");
  const { isBuilt } = await import("../scripts/build.mjs");
  if (!existsSync(source) || isBuilt()) return require("../dist/src/cli/hub.js");
  require("../scripts/swc-register.cjs");
  return require(source);
}

main().catch((error) => {
  console.error(error);
  process.exitCode = 1;
});
