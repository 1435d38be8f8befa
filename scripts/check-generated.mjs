// What is generated in schema/ and committed must be what the code generates now.
import { spawnSync } from "node:child_process";
import { root, run } from "./prepare.mjs";

await run(async () => {
  if (status("npm", ["run", "--silent", "schema"]) !== 0) return refuse("npm run schema");
  if (status("git", ["diff", "--exit-code", "--", "schema"]) !== 0) return refuse("git diff");
  const list = ["ls-files", "--others", "--exclude-standard", "--", "schema"];
  const untracked = spawnSync("git", list, { cwd: root, encoding: "utf8" });
  if (untracked.status !== 0 || untracked.stdout !== "") {
    console.error(untracked.stdout + untracked.stderr);
    return refuse("git ls-files");
  }
  return 0;
});

function status(command, args) {
  return spawnSync(command, args, { cwd: root, stdio: "inherit" }).status;
}

function refuse(step) {
  console.error(
    `schema/ 与代码不一致(${step}):请运行 npm run schema 并提交结果。` +
      ` schema/ is not what the code says (${step}): run npm run schema and commit the result.`,
  );
  return 1;
}
