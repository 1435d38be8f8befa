import { spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { leaks } from "../../audit/leaks/leaks";
import { auditedOrganisations, noticedShareMin, type AuditResult } from "../../audit/run-audit";

/* The two-world audit (audit/main.ts), shorter than `npm run audit`, with every part of it. */

const root = join(__dirname, "..", "..");
/** Per organisation, and until a leak counts as missed; `npm run audit` asks many more. */
const operations = 60;
const leakOperations = 4_000;
const pairs = 12;
const answeredMin = 24;
const seed = process.env.AUDIT_SEED ?? "7";
const wholeAuditMs = 30 * 60_000;

let result: AuditResult;
let output = "";

beforeAll(async () => {
  const directory = mkdtempSync(join(tmpdir(), "anzehub-audit-result-"));
  const json = join(directory, "result.json");
  const register = join(root, "scripts", "swc-register.cjs");
  const main = join(root, "audit", "main.ts");
  const numbers = { operations, "leak-operations": leakOperations, pairs };
  const options = Object.entries(numbers).flatMap(([name, n]) => [`--${name}`, String(n)]);
  const all = ["-r", register, main, "--seed", seed, "--json", json, ...options];
  const child = spawn(process.execPath, all, { cwd: root });
  child.stdout.on("data", (chunk: Buffer) => (output += chunk.toString()));
  child.stderr.on("data", (chunk: Buffer) => (output += chunk.toString()));
  await new Promise((resolve) => child.once("close", resolve));
  try {
    result = JSON.parse(readFileSync(json, "utf8")) as AuditResult;
  } catch (error) {
    throw new Error(`the audit did not come to its end:\n${output}`, { cause: error });
  } finally {
    rmSync(directory, { recursive: true, force: true });
  }
}, wholeAuditMs);

test.each(auditedOrganisations)("%s cannot tell the two worlds apart", (code) => {
  const report = result.organisations.find((each) => each.code === code);

  expect(report).toMatchObject({ code, asked: operations, told: null });
  expect(report?.answered).toBeGreaterThanOrEqual(answeredMin);
});

test("who may see everything tells at least nine in ten pairs apart", () => {
  const { pairs: tried = 0, noticed = 0 } = result.control ?? {};

  expect(tried).toBe(pairs);
  expect(noticed).toBeGreaterThanOrEqual(pairs * noticedShareMin);
});

test.each(leaks.map(({ name }) => name))("the seeded leak %s is caught", (name) => {
  const report = result.leaks.find((leak) => leak.name === name);

  expect(report).toMatchObject({ name, failure: null });
  expect(report?.caught).not.toBeNull();
});

test("the audit says its seed and what the specification publishes of hidden data", () => {
  expect(output).toContain(`seed ${seed}`);
  expect(output).toContain("feeRatios");
});
