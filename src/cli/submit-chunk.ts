import type { RecordType } from "../submission/record-type";
import type { Plain } from "../submission/plain";
import type { KeptReceipt } from "../submission/receipts/receipt-statement";
import type { SubmissionMode } from "../submission/submission-mode";
import type { SubmissionReceipt, SubmitAnswer } from "../submission/submit-result";
import type { Chunk } from "./submit-chunks";
import type { FaultyLine, ReadLine } from "./submit-line";
import {
  sendSubmission,
  SubmissionFailed,
  type HubAddress,
  type ReplyError,
} from "./submit-request";
import type { Acknowledgement, LineFinding } from "./submit-summary";
import { totalsOf } from "./submit-totals";

/** How a chunk is sent, and what is told of it. */
export interface ChunkSending {
  readonly hub: HubAddress;
  readonly mode: `${SubmissionMode}`;
  readonly submissionKey: string;
  readonly onReceipt: (receipt: KeptReceipt, replayed: boolean) => void;
}

/**
 * Sends a chunk and answers one acknowledgement a line. Lines whose values cannot be read at all
 * (an amount with a comma) would spoil the request: they are acknowledged as INVALID and the
 * others are sent without them, each time in the same way.
 */
export async function submitChunk(
  { type, lines }: Chunk,
  sending: ChunkSending,
): Promise<Acknowledgement[]> {
  const invalid: Acknowledgement[] = [];
  for (let rest = lines; rest.length > 0;) {
    const reply = await sendSubmission(sending.hub, type, inputOf(type, rest, sending));
    if ("answer" in reply) {
      if (reply.answer.__typename === "SubmissionReceipt") {
        const { replayed, ...receipt } = reply.answer;
        sending.onReceipt(receipt, replayed);
      }
      return [...invalid, ...acknowledge(type, reply.answer, rest)];
    }
    const faults = faultsByRecord(reply.errors);
    if (faults.size === 0) throw new SubmissionFailed(messagesOf(reply.errors));
    rest.forEach((line, n) => {
      const fault = faults.get(n);
      if (fault) invalid.push(notSent(line, type.name, "INVALID", [fault]));
    });
    rest = rest.filter((_, n) => !faults.has(n));
  }
  return invalid;
}

/** A line that says nothing the hub could be asked to take. */
export function unreadLine({ line, fault }: FaultyLine): Acknowledgement {
  const { code, ...words } = fault;
  const findings = [{ ruleId: code, ...words }];
  return { line, type: "?", sourceKey: null, status: "INVALID", findings };
}

function inputOf(
  type: RecordType,
  lines: readonly ReadLine[],
  { mode, submissionKey }: ChunkSending,
): object {
  const declared = { count: lines.length, sums: totalsOf(type, lines) };
  return { submissionKey, mode, declared, records: lines.map(({ record }) => record) };
}

/** Which records the errors of a whole request are about: the first error of each. */
function faultsByRecord(errors: readonly ReplyError[]): Map<number, LineFinding> {
  const faults = new Map<number, LineFinding>();
  for (const { at, code, zh, en } of errors) {
    const [, place, field = ""] = /^input\.records\[(\d+)\]\.?(.*)/.exec(at ?? "") ?? [];
    if (place === undefined || faults.has(Number(place))) continue;
    faults.set(Number(place), { ruleId: code, path: field ? `$.${field}` : "$", zh, en });
  }
  return faults;
}

function messagesOf(errors: readonly ReplyError[]): string {
  return [...new Set(errors.map(({ code, zh, en }) => `${code}: ${zh} / ${en}`))].join("; ");
}

function acknowledge(
  { name }: RecordType,
  answer: SubmitAnswer,
  lines: readonly ReadLine[],
): Acknowledgement[] {
  if (answer.__typename === "SubmissionReceipt") return taken(name, answer, lines);
  return lines.map((line) => notSent(line, name, "NOT_SENT", answer.findings));
}

function taken(
  type: string,
  { submissionId, outcomes }: Plain<SubmissionReceipt>,
  lines: readonly ReadLine[],
): Acknowledgement[] {
  return lines.map(({ line }, n) => {
    const outcome = outcomes[n];
    if (!outcome) throw new SubmissionFailed(`no outcome for line ${String(line)}`);
    const { sourceKey, recordId, status, version, waitsForId, waitsUntil, findings } = outcome;
    return {
      ...{ line, type, submissionId },
      ...{ sourceKey, recordId, status, version, waitsForId, waitsUntil, findings },
    };
  });
}

function notSent(
  { line, record }: ReadLine,
  type: string,
  status: "INVALID" | "NOT_SENT",
  findings: readonly LineFinding[],
): Acknowledgement {
  const key = record["sourceKey"];
  return { line, type, sourceKey: typeof key === "string" ? key : null, status, findings };
}
