import { readFileSync } from "node:fs";
import { parseArgs } from "node:util";
import type { JSONWebKeySet } from "jose";
import type { Config } from "../config";
import "../domain/domains";
import { openReceiptSigner } from "../server/receipts/receipt-key";
import { say } from "./say";
import { verifyFiles, type ReceiptFile } from "./verify-text";

const usage = `usage: hub verify FILE… [--keys URL|FILE] [--after DIGEST] [--end DIGEST]
  FILE    one receipt as it was received (JSON), or receipts one per line (NDJSON) in any order
  --keys  the hub's keys: https://HUB/.well-known/hub-receipts.json or a copy of it;
          without it, those of this installation
  --after digest of the receipt the first one follows (without it, the chain begins with the first)
  --end   digest of the last receipt; without it, a cut-off end cannot be seen
  0: all hold · 1: something does not, as said · 2: could not be checked`;
const keysTimeoutMs = 10_000;

/** `hub verify FILE…`: checks receipts and chains of receipts without asking the hub. */
export async function run(args: string[], config: Config): Promise<number> {
  let files: ReceiptFile[];
  let keys: JSONWebKeySet;
  let bounds: { after: string | null; end: string | null };
  try {
    const { values, positionals } = parseArgs({
      args,
      allowPositionals: true,
      options: {
        keys: { type: "string" },
        after: { type: "string" },
        end: { type: "string" },
      },
    });
    if (positionals.length === 0) throw new Error(usage);
    bounds = { after: values.after ?? null, end: values.end ?? null };
    files = positionals.map((name) => ({ name, bytes: readFileSync(name) }));
    keys = await readKeys(config, values.keys);
  } catch (error) {
    say(error instanceof Error ? error.message : String(error));
    return 2;
  }
  const { receipts, faults } = await verifyFiles(files, keys, bounds);
  for (const fault of faults) process.stdout.write(`✗ ${fault}\n`);
  if (faults.length > 0) return 1;
  process.stdout.write(`✓ ${String(receipts)} 份回执有效 receipts hold\n`);
  return 0;
}

async function readKeys(config: Config, from: string | undefined): Promise<JSONWebKeySet> {
  if (from === undefined) return (await openReceiptSigner(config)).jwks();
  const text = /^https?:\/\//.test(from) ? await download(from) : readFileSync(from, "utf8");
  const keys = JSON.parse(text) as Partial<JSONWebKeySet> | null;
  if (!Array.isArray(keys?.keys)) throw new Error(`${from} is no JSON Web Key Set`);
  return { keys: keys.keys };
}

async function download(url: string): Promise<string> {
  const response = await fetch(url, { signal: AbortSignal.timeout(keysTimeoutMs) });
  if (!response.ok) throw new Error(`${url}: HTTP ${String(response.status)}`);
  return response.text();
}
