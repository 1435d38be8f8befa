import { digestOf } from "../canonical-json";
import type { Plain } from "../plain";
import type { SubmissionReceipt } from "../submit-result";

/** A receipt as the hub keeps it: `replayed` is no part of it, it says how it was asked for. */
export type KeptReceipt = Omit<Plain<SubmissionReceipt>, "replayed">;

/** A receipt before it has its place in the chain. */
export type OpenReceipt = Omit<KeptReceipt, keyof ReceiptSeal>;

/** What makes a receipt a link of its submitter's chain; null in one that was only validated. */
export interface ReceiptSeal {
  readonly position: number | null;
  readonly previousDigest: string | null;
  readonly keyId: string | null;
  readonly digest: string | null;
  readonly signature: string | null;
}

/** Follow from the statement, or say nothing about the submission. */
const unsigned: ReadonlySet<string> = new Set([
  ...["outcomes", "digest", "signature"],
  ...["replayed", "__typename"],
]);

/** SHA-256 of the canonical JSON of what became of the records, all of it. */
export function outcomesDigest(outcomes: unknown): string {
  return digestOf(exactJson(outcomes));
}

/**
 * What is signed, and whose SHA-256 is the receipt's digest: the canonical JSON (RFC 8785) of the
 * receipt in which the digest of the outcomes stands for the outcomes, so that nothing large is
 * hashed or signed while others wait for the chain.
 */
export function statementOf(receipt: Readonly<Record<string, unknown>>, digest: string): string {
  const names = Object.keys(receipt).filter((name) => !unsigned.has(name));
  const said = names.map((name) => [name, receipt[name]] as const);
  return exactJson(Object.fromEntries([...said, ["outcomesDigest", digest]]));
}

/** RFC 8785 as it stands. Other than the fingerprint of an input, it tells null from nothing. */
function exactJson(value: unknown): string {
  return JSON.stringify(sorted(value));
}

function sorted(value: unknown): unknown {
  if (typeof value !== "object" || value === null) return value;
  if (Array.isArray(value)) return value.map(sorted);
  const given = value as Readonly<Record<string, unknown>>;
  const inOrder: Record<string, unknown> = {};
  for (const name of Object.keys(given).sort()) inOrder[name] = sorted(given[name]);
  return inOrder;
}
