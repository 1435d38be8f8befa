import { createWriteStream, type WriteStream } from "node:fs";
import { domains } from "../domain/domains";
import { submitChunk, unknownLine } from "./submit-chunk";
import { chunksOf, type Chunk } from "./submit-chunks";
import { Gate } from "./submit-gate";
import { fileDigest, readLines, type SubmissionLine } from "./submit-lines";
import { SubmissionFailed, type HubAddress } from "./submit-request";
import type { KeptReceipt } from "../submission/receipts/receipt-statement";
import { SubmissionSummary, type Acknowledgement } from "./submit-summary";

const inFlightDefault = 4;
const inFlightMax = 32;
const progressMs = 1_000;

/** What to send where. */
export interface SubmitFileOptions {
  /** NDJSON, or NDJSON.gz: `{"type":"policy", …}` per line. */
  readonly file: string;
  /** The endpoint, e.g. `http://127.0.0.1:4000/graphql`. */
  readonly url: string;
  readonly token: string | (() => string | Promise<string>);
  /** Submissions on their way at once. */
  readonly inFlight?: number;
  readonly log?: (line: string) => void;
}

/**
 * Sends a file as submissions of up to 1,000 records of one type, parents first, and writes
 * FILE.ack.ndjson with an acknowledgement for each line, FILE.receipts.ndjson with the signed
 * receipts (`hub verify`). Sending it again doubles nothing: the
 * keys follow from the content of the file, so what was taken is only acknowledged again.
 */
export async function submitFile(options: SubmitFileOptions): Promise<SubmissionSummary> {
  const { file, log = () => undefined } = options;
  const summary = new SubmissionSummary();
  const progress = setInterval(() => log(`  ${summary.counted}`), progressMs);
  try {
    await sendAll(options, summary);
  } catch (error) {
    if (!isFailure(error)) throw error;
    summary.failure = error.message;
  } finally {
    clearInterval(progress);
  }
  log(`${file}:`);
  for (const line of summary.lines()) log(line);
  return summary;
}

/** Not our mistake: the hub did not take it, or the file cannot be read (no such file, no gzip). */
function isFailure(error: unknown): error is Error {
  if (error instanceof SubmissionFailed) return true;
  return error instanceof Error && "errno" in error && "code" in error;
}

async function sendAll(options: SubmitFileOptions, summary: SubmissionSummary): Promise<void> {
  const { file, url, token, inFlight = inFlightDefault } = options;
  const hub: HubAddress = { url, token: typeof token === "string" ? () => token : token };
  const digest = await fileDigest(file);
  const output = createWriteStream(`${file}.ack.ndjson`);
  const receipts = createWriteStream(`${file}.receipts.ndjson`);
  const write = (acknowledgements: readonly Acknowledgement[]): void => {
    for (const one of acknowledgements) {
      summary.add(one);
      output.write(`${JSON.stringify(one)}\n`);
    }
  };
  const refuse = (line: SubmissionLine): void => write([unknownLine(line)]);
  const send = async (chunk: Chunk): Promise<void> => {
    const key = `file-${digest.slice(0, 32)}-${String(chunk.number)}`;
    const onReceipt = (receipt: KeptReceipt): void => {
      receipts.write(`${JSON.stringify(receipt)}\n`);
    };
    write(await submitChunk(hub, chunk, key, summary, onReceipt));
  };
  const types = new Map(domains.flatMap((d) => d.recordTypes ?? []).map((t) => [t.name, t]));
  const gate = new Gate(Math.max(1, Math.min(inFlight, inFlightMax)));
  try {
    for await (const chunk of chunksOf(readLines(file), types, refuse)) {
      if (chunk.isFirstOfType) await gate.idle();
      await gate.run(() => send(chunk));
    }
  } finally {
    await gate.idle().finally(() => Promise.all([output, receipts].map(ended)));
  }
}

function ended(stream: WriteStream): Promise<void> {
  return new Promise((done) => stream.end(done));
}
