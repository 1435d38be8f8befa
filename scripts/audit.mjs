// `npm run audit`: the two-world audit, on the sources: seeded leaks are built into them as they load.
import { join } from "node:path";
import { prepare, root, run } from "./prepare.mjs";
import { runChild } from "./run-child.mjs";

await run(async () => {
  await prepare();
  const register = join(root, "scripts", "swc-register.cjs");
  const main = join(root, "audit", "main.ts");
  return runChild(["-r", register, main, ...process.argv.slice(2)]);
});
