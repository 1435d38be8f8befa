import { spawnSync, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { acknowledged, givenFiles, line, type TestFiles } from "./given-files";

/* An insurer's own system: another package, which has the built hub among its dependencies. */

const root = join(__dirname, "..", "..");
let files: TestFiles;
let directory: string;
beforeAll(async () => {
  files = await givenFiles();
  directory = mkdtempSync(join(tmpdir(), "anzehub-insurer-"));
  mkdirSync(join(directory, "node_modules"));
  symlinkSync(root, join(directory, "node_modules", "anzehub"));
  const build = 'import("./scripts/build.mjs").then(({ build }) => build())';
  expect(spawnSync(process.execPath, ["-e", build], { cwd: root }).status).toBe(0);
}, 120_000);
afterAll(async () => {
  await files.close();
  rmSync(directory, { recursive: true });
});

const script = `
import { submitFile } from "anzehub";
const [file = "", url = "", token = ""] = process.argv.slice(2);
const summary = await submitFile({ file, url, token: () => token });
const taken: number = summary.count("ACCEPTED", "PENDING");
console.log(JSON.stringify({ taken, exitCode: summary.exitCode, failure: summary.failure }));
`;

test("submitFile of the package sends a file, with its types", async () => {
  writeFileSync(join(directory, "send.mts"), script);
  const options = ["--module", "nodenext", "--target", "es2022", "--strict", "--types", "node"];
  const compiled = spawnSync(
    process.execPath,
    [
      ...[join(root, "node_modules", "typescript", "bin", "tsc"), ...options],
      ...["--typeRoots", join(root, "node_modules", "@types"), join(directory, "send.mts")],
    ],
    { cwd: directory },
  );
  expect(compiled.stdout.toString()).toBe("");
  const file = files.given("own-system.ndjson", [
    line("policy", { sourceKey: "own" }),
    line("claim", { sourceKey: "own", policyKey: "later" }),
  ]);

  const token = await files.hub.token("INS-A");
  const child = spawn(process.execPath, ["send.mjs", file, `${files.hub.url}/graphql`, token], {
    ...{ cwd: directory, stdio: ["ignore", "pipe", "inherit"] },
  });
  const [said] = await Promise.all([text(child.stdout), once(child, "exit")]);

  expect(JSON.parse(said)).toEqual({ taken: 2, exitCode: 0, failure: null });
  expect(acknowledged(file).map(({ status }) => status)).toEqual(["ACCEPTED", "PENDING"]);
}, 120_000);
