import { randomInt } from "node:crypto";
import { parseArgs } from "node:util";

/** What the audit is asked to do. */
export interface AuditOptions {
  readonly seed: number;
  /** Operations per organisation. */
  readonly operations: number;
  /** Codes of the organisations to audit; null means all. */
  readonly organisations: readonly string[] | null;
  /** Pairs of the positive control; 0 leaves it out. */
  readonly pairs: number;
  /** Names of the leaks to seed; null means all. */
  readonly leaks: readonly string[] | null;
  /** Operations after which a leak counts as missed. */
  readonly leakOperations: number;
  /** File for the outcome as JSON. */
  readonly json: string | null;
}

const seedMax = 1_000_000;

/** Reads `--seed 7 --operations 2000 --organisation DEMO-IN-A …`; throws on anything else. */
export function readOptions(args: readonly string[]): AuditOptions {
  const { values } = parseArgs({
    args: [...args],
    options: {
      seed: { type: "string" },
      operations: { type: "string", default: "1000" },
      organisation: { type: "string", multiple: true },
      pairs: { type: "string" },
      leak: { type: "string", multiple: true },
      "leak-operations": { type: "string", default: "4000" },
      "no-leaks": { type: "boolean", default: false },
      json: { type: "string" },
    },
  });
  // One organisation is looked at when something is to be found out: the rest would only wait.
  const isPart = values.organisation !== undefined;
  return {
    seed: values.seed === undefined ? randomInt(seedMax) : whole("seed", values.seed),
    operations: whole("operations", values.operations),
    organisations: values.organisation?.flatMap((codes) => codes.split(",")) ?? null,
    pairs: whole("pairs", values.pairs ?? (isPart ? "0" : "30")),
    leaks: values["no-leaks"] || (isPart && !values.leak) ? [] : (values.leak ?? null),
    leakOperations: whole("leak-operations", values["leak-operations"]),
    json: values.json ?? null,
  };
}

function whole(name: string, text: string): number {
  if (/^\d{1,9}$/.test(text)) return Number(text);
  throw new Error(`--${name} ${text}: 应为整数 a whole number is needed`);
}
