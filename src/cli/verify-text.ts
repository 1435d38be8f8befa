import type { JSONWebKeySet } from "jose";
import { chainFaults, type ChainBounds } from "../submission/receipts/check-chain";
import {
  checkReceipt,
  ReceiptFault,
  type SoundReceipt,
} from "../submission/receipts/check-receipt";
import { recordTypes } from "../submission/record-type";

/** The bytes of a file, and how messages name it. */
export interface ReceiptFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** What checking came to; no fault: everything holds. */
export interface Verification {
  readonly receipts: number;
  readonly faults: readonly string[];
}

/**
 * Checks receipts without the hub: each one of them, and, of several, the chain of each submitter.
 * Every byte counts: spaces other than the hub's or jq's own are a fault as well, because nobody
 * vouches for them.
 */
export async function verifyFiles(
  files: readonly ReceiptFile[],
  keys: JSONWebKeySet,
  bounds: ChainBounds,
): Promise<Verification> {
  const faults: string[] = [];
  const sound: SoundReceipt[] = [];
  let receipts = 0;
  for (const { place, read } of files.flatMap(receiptsIn)) {
    receipts += 1;
    try {
      sound.push(await checkReceipt(read(), keys));
    } catch (error) {
      if (!(error instanceof ReceiptFault)) throw error;
      faults.push(`${place}: ${error.message}`);
    }
  }
  if (receipts === 0) faults.push("there is no receipt");
  const isChain = receipts > 1 || bounds.after !== null || bounds.end !== null;
  for (const submitter of isChain ? new Set(sound.map((receipt) => receipt.submitter)) : []) {
    const own = sound.filter((receipt) => receipt.submitter === submitter);
    faults.push(...chainFaults(own, bounds).map((fault) => `chain of ${submitter}: ${fault}`));
  }
  return { receipts, faults };
}

interface Place {
  readonly place: string;
  /** The receipt, still to be checked. Throws a fault when there is none. */
  readonly read: () => unknown;
}

function receiptsIn({ name, bytes }: ReceiptFile): Place[] {
  let text: string;
  try {
    text = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return [{ place: name, read: () => fail("is not UTF-8") }];
  }
  const body = text.endsWith("\n") ? text.slice(0, -1) : text;
  const lines = body.split("\n");
  // A document over several lines begins with a line that is no document.
  if (lines.length === 1 || !isJson(lines[0] ?? ""))
    return [{ place: name, read: () => readDocument(body) }];
  return lines.map((line, n) => ({
    place: `${name}:${String(n + 1)}`,
    read: () => readDocument(line),
  }));
}

function readDocument(text: string): unknown {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return fail("is not JSON");
  }
  if (text !== JSON.stringify(value) && text !== JSON.stringify(value, null, 2))
    fail("is not written as the hub or jq writes JSON (spaces, escapes or names were changed)");
  return receiptOf(value);
}

/** The receipt itself, or the only one in an answer as it came over HTTP. */
function receiptOf(value: unknown): unknown {
  if (typeof value !== "object" || value === null || !("data" in value)) return value;
  const fields = Object.entries(value.data ?? {});
  const [[name, receipt] = ["", null]] = fields;
  if (Object.keys(value).length !== 1 || fields.length !== 1)
    fail("is an answer with more than one receipt; check them one by one");
  const type = recordTypes().find(({ mutation }) => mutation === name);
  const stated = (receipt as { recordType?: unknown } | null)?.recordType;
  const isOther = name === "releaseSubmission" || name === "discardSubmission";
  if (!isOther && (!type || type.name !== stated)) fail(`${name} does not answer such a receipt`);
  return receipt;
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

function fail(message: string): never {
  throw new ReceiptFault(message);
}
