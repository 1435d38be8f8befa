// `npm run bench`: measures the compiled code, as it runs in production.
import { join } from "node:path";
import { build } from "./build.mjs";
import { prepare, root, run } from "./prepare.mjs";
import { runChild } from "./run-child.mjs";

await run(async () => {
  await prepare();
  build({ bench: true });
  const main = join(root, "dist", "bench", "main.js");
  const env = { ...process.env, NODE_ENV: process.env.NODE_ENV ?? "production" };
  return runChild(["--max-semi-space-size=128", main, ...process.argv.slice(2)], { env });
});
