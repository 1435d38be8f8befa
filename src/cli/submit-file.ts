import "reflect-metadata";
import { createWriteStream, type WriteStream } from "node:fs";
import { FileUnreadable } from "./file-unreadable";
import { formatOf, readSubmissionFile } from "./read-submission-file";
import { submitChunk, unreadLine } from "./submit-chunk";
import { chunksOf, type Chunk } from "./submit-chunks";
import { FileNotAsDeclared, checkDeclared } from "./submit-declared";
import { Gate } from "./submit-gate";
import { SubmissionFailed, type HubAddress } from "./submit-request";
import { isTaken, SubmissionSummary, type Acknowledgement } from "./submit-summary";
import { contentDigest } from "./submit-text";
import { totalsOf } from "./submit-totals";

const inFlightDefault = 4;
/** Most submissions on their way at once. */
export const inFlightMax = 32;

/** What a file is said to hold, e.g. by whoever wrote it: the number of its records, and sums. */
export interface DeclaredTotals {
  readonly count?: number | undefined;
  /** By name, e.g. `writtenPremiumFen`, in fen. */
  readonly sums?: Readonly<Record<string, string>> | undefined;
}

/** What to send where. */
export interface SubmitFileOptions {
  /**
   * NDJSON (`{"type":"policy", …}` on each line) or CSV (`.csv`), either also `.gz`. What a file
   * holds whose lines do not say so is taken from its name, e.g. `policies.csv`.
   */
  readonly file: string;
  /** What the file holds, e.g. `policies`, when neither its lines nor its name say so. */
  readonly type?: string | undefined;
  /** The endpoint, e.g. `http://127.0.0.1:4000/graphql`. */
  readonly url: string;
  readonly token: string | (() => string | Promise<string>);
  /** What the file is said to hold: where it does not, nothing of it is sent. */
  readonly declared?: DeclaredTotals | undefined;
  /** VALIDATE_ONLY answers what LIVE would, and leaves nothing behind. */
  readonly mode?: "LIVE" | "VALIDATE_ONLY" | undefined;
  /** Submissions on their way at once, 1 to 32. */
  readonly inFlight?: number | undefined;
  /** Begins nothing more once aborted; what is on its way is still acknowledged. */
  readonly signal?: AbortSignal | undefined;
  /** Told of each acknowledged submission. */
  readonly onProgress?: ((progress: SubmitProgress) => void) | undefined;
  /** Told in words of waiting for a busy hub, and at the end of what became of the file. */
  readonly log?: ((line: string) => void) | undefined;
}

/** How far a file has come. */
export interface SubmitProgress {
  /** Lines that are acknowledged. */
  readonly lines: number;
  /** The part of the file they are, from 0 to 1. */
  readonly share: number;
}

/**
 * Sends a file as submissions of up to 1,000 records of one type, parents first, and writes
 * FILE.ack.ndjson with an acknowledgement for each line, FILE.receipts.ndjson with the signed
 * receipts (`hub verify`). Sending it again doubles nothing: the keys follow from the content of
 * the file, so what was taken is only acknowledged again, and the rest is sent. Whatever the hub or
 * the file is to blame for is in the summary; it throws only for mistakes of the program.
 */
export async function submitFile(options: SubmitFileOptions): Promise<SubmissionSummary> {
  const { file, log = () => undefined } = options;
  const summary = new SubmissionSummary();
  try {
    await sendAll(options, summary);
  } catch (error) {
    if (!isFailure(error)) throw error;
    const next = error instanceof SubmissionFailed ? `; ${goesOn}` : "";
    summary.failure = `${error.message}${next}`;
  }
  const only =
    options.mode === "VALIDATE_ONLY" ? " 仅校验，未报送 only validated, nothing sent in" : "";
  log(`${file}:${only}`);
  for (const line of summary.lines()) log(`  ${line}`);
  return summary;
}

const goesOn = "再次运行同一命令即可继续 the same command goes on from here";

/** Not our mistake: the hub did not take it, or the file is not what it should be (or not there). */
function isFailure(error: unknown): error is Error {
  const told = [SubmissionFailed, FileUnreadable, FileNotAsDeclared];
  if (told.some((kind) => error instanceof kind)) return true;
  return error instanceof Error && "errno" in error && "code" in error;
}

async function sendAll(options: SubmitFileOptions, summary: SubmissionSummary): Promise<void> {
  const { file, signal, declared, inFlight = inFlightDefault } = options;
  const format = formatOf(file, options.type);
  if (declared) await checkDeclared(file, format, declared);
  const digest = await contentDigest(file);
  const { lines, share } = await readSubmissionFile(file, format);
  const output = new Output(file, summary);
  const hub = hubOf(options);
  // The same content under another type or in another format is another statement.
  const keyed = `file-${digest.slice(0, 32)}-${format.format}-${format.type?.name ?? "lines"}`;
  let most = 0;
  const send = async (chunk: Chunk, reached: number): Promise<void> => {
    const acknowledgements = await submitChunk(chunk, {
      ...{ hub, mode: options.mode ?? "LIVE" },
      submissionKey: `${keyed}-${String(chunk.number)}`,
      onReceipt: (receipt, replayed) => {
        output.receipts.write(`${JSON.stringify(receipt)}\n`);
        if (replayed) summary.replayed += 1;
      },
    });
    output.acknowledge(acknowledgements, chunk);
    // Answers come in any order.
    most = Math.max(most, reached);
    options.onProgress?.({ lines: summary.linesCount, share: most });
  };
  const gate = new Gate(Math.max(1, Math.min(inFlight, inFlightMax)));
  try {
    for await (const chunk of chunksOf(lines, (line) => output.acknowledge([unreadLine(line)]))) {
      if (signal?.aborted) throw new SubmissionFailed("已中断 interrupted");
      if (chunk.isFirstOfType) await gate.idle();
      const reached = share();
      await gate.run(chunk.keys, () => send(chunk, reached));
    }
  } finally {
    await gate.idle().finally(() => output.end());
  }
}

function hubOf({ url, token, signal, log }: SubmitFileOptions): HubAddress {
  return {
    url,
    token: typeof token === "string" ? () => token : token,
    signal,
    onWait: (reason, waitMs, nextTry) => {
      const wait = (waitMs / 1_000).toFixed(1);
      log?.(`  ${reason}: ${wait} 秒后重试 trying again in ${wait} s (${String(nextTry)})`);
    },
  };
}

/** The two files beside the file. */
class Output {
  readonly receipts: WriteStream;
  private readonly acknowledgements: WriteStream;

  constructor(
    file: string,
    private readonly summary: SubmissionSummary,
  ) {
    this.receipts = createWriteStream(`${file}.receipts.ndjson`);
    this.acknowledgements = createWriteStream(`${file}.ack.ndjson`);
  }

  acknowledge(all: readonly Acknowledgement[], chunk?: Chunk): void {
    for (const one of all) {
      this.summary.add(one);
      this.acknowledgements.write(`${JSON.stringify(one)}\n`);
    }
    if (!chunk) return;
    const taken = new Set(all.filter(isTaken).map(({ line }) => line));
    const lines = chunk.lines.filter(({ line }) => taken.has(line));
    if (lines.length > 0)
      this.summary.addTaken(chunk.type.name, lines.length, totalsOf(chunk.type, lines));
  }

  async end(): Promise<void> {
    await Promise.all([this.receipts, this.acknowledgements].map(ended));
  }
}

function ended(stream: WriteStream): Promise<void> {
  return new Promise((done) => stream.end(done));
}
