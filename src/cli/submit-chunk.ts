import type { RecordType } from "../submission/record-type";
import type { Plain } from "../submission/plain";
import type { KeptReceipt } from "../submission/receipts/receipt-statement";
import type { SubmissionReceipt, SubmitAnswer } from "../submission/submit-result";
import type { Chunk } from "./submit-chunks";
import type { SubmissionLine } from "./submit-lines";
import {
  sendSubmission,
  SubmissionFailed,
  type HubAddress,
  type ReplyError,
} from "./submit-request";
import type { Acknowledgement, SubmissionSummary } from "./submit-summary";

/**
 * Sends a chunk and answers one acknowledgement a line. Lines whose values cannot be read at all
 * (an amount with a comma) would spoil the request: they are acknowledged as INVALID and the
 * others are sent without them, each time in the same way.
 */
export async function submitChunk(
  hub: HubAddress,
  { type, lines }: Chunk,
  submissionKey: string,
  summary: SubmissionSummary,
  onReceipt: (receipt: KeptReceipt) => void = () => undefined,
): Promise<Acknowledgement[]> {
  const invalid: Acknowledgement[] = [];
  for (let rest = lines; rest.length > 0;) {
    const reply = await sendSubmission(hub, type, inputOf(type, rest, submissionKey));
    if ("answer" in reply) {
      if (reply.answer.__typename === "SubmissionReceipt") {
        const { replayed, ...receipt } = reply.answer;
        if (replayed) summary.replayed += 1;
        onReceipt(receipt);
      }
      return [...invalid, ...acknowledge(reply.answer, rest)];
    }
    const faults = faultsByRecord(reply.errors);
    if (faults.size === 0) throw new SubmissionFailed(messagesOf(reply.errors));
    rest.forEach((line, n) => {
      const fault = faults.get(n);
      if (fault) invalid.push(notTaken(line, "INVALID", fault));
    });
    rest = rest.filter((_, n) => !faults.has(n));
  }
  return invalid;
}

/** A line that says nothing the hub could take. */
export function unknownLine(line: SubmissionLine): Acknowledgement {
  const reason = line.record ? `unknown type ${line.type}` : "not a JSON object with a type";
  return notTaken(line, "INVALID", reason);
}

function inputOf(
  type: RecordType,
  lines: readonly SubmissionLine[],
  submissionKey: string,
): object {
  const records = lines.map(({ record }) => record ?? {});
  const sums = type.sums.map((name) => ({ name, amountFen: totalOf(records, name) }));
  return { submissionKey, declared: { count: records.length, sums }, records };
}

/** Amounts that cannot be read are found by the hub, and their lines are left out. */
function totalOf(records: readonly Readonly<Record<string, unknown>>[], name: string): string {
  let total = 0n;
  for (const record of records) {
    const amount = record[name];
    if (typeof amount === "number" ? Number.isSafeInteger(amount) : isDigits(amount))
      total += BigInt(amount as string | number);
  }
  return String(total);
}

function isDigits(amount: unknown): boolean {
  return typeof amount === "string" && /^-?\d+$/.test(amount);
}

/** Which records the errors of a whole request are about. */
function faultsByRecord(errors: readonly ReplyError[]): Map<number, string> {
  const faults = new Map<number, string>();
  for (const { at, message } of errors) {
    const [, place, field = ""] = /^input\.records\[(\d+)\]\.?(.*)/.exec(at ?? "") ?? [];
    if (place === undefined || faults.has(Number(place))) continue;
    faults.set(Number(place), `${field}: ${message}`);
  }
  return faults;
}

function messagesOf(errors: readonly ReplyError[]): string {
  return [...new Set(errors.map(({ message }) => message))].join("; ");
}

function acknowledge(answer: SubmitAnswer, lines: readonly SubmissionLine[]): Acknowledgement[] {
  if (answer.__typename === "SubmissionReceipt") return taken(answer, lines);
  return lines.map((line) => ({
    ...notTaken(line, "NOT_SENT", answer.__typename),
    findings: answer.findings,
  }));
}

function taken(
  { submissionId, outcomes }: Plain<SubmissionReceipt>,
  lines: readonly SubmissionLine[],
): Acknowledgement[] {
  return lines.map((line, n) => {
    const outcome = outcomes[n];
    if (!outcome) throw new SubmissionFailed(`no outcome for line ${String(line.line)}`);
    const { sourceKey, recordId, status, version, waitsForId, waitsUntil, findings } = outcome;
    return {
      ...{ line: line.line, type: line.type, submissionId },
      ...{ sourceKey, recordId, status, version, waitsForId, waitsUntil, findings },
    };
  });
}

function notTaken(
  { line, type, record }: SubmissionLine,
  status: "INVALID" | "NOT_SENT",
  reason: string,
): Acknowledgement {
  const key = record?.["sourceKey"];
  return {
    line,
    type,
    sourceKey: typeof key === "string" ? key : null,
    status,
    findings: [{ ruleId: "SUB-01", path: "$", zh: reason, en: reason }],
  };
}
