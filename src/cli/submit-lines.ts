import { lineBytesMax, lineFault, type LineFault, type SubmissionLine } from "./submit-line";
import { strictJson } from "./strict-json";

const lineFeed = 10;
const byteOrderMark = "\ufeff";

/**
 * The lines of NDJSON; empty ones and those that begin with `#` are passed over. `fileType` is the
 * type of lines that name none. A line that is too long is not held: what there is of it is dropped.
 */
export async function* readLines(
  bytes: AsyncIterable<Buffer>,
  fileType: string | null,
): AsyncGenerator<SubmissionLine> {
  let number = 0;
  for await (const line of splitLines(bytes)) {
    number += 1;
    if (line === null) {
      yield { line: number, fault: lineFault("LINE_TOO_LONG") };
      continue;
    }
    const text = utf8(line)?.replace(number === 1 ? byteOrderMark : "", "");
    if (text === undefined) yield { line: number, fault: lineFault("LINE_NOT_UTF8") };
    else if (text.trim() !== "" && !text.startsWith("#"))
      yield { line: number, ...readLine(text, fileType) };
  }
}

type Content =
  | { readonly type: string | null; readonly record: Readonly<Record<string, unknown>> }
  | { readonly fault: LineFault };

function readLine(text: string, fileType: string | null): Content {
  const read = strictJson(text);
  if ("fault" in read) return read;
  const { value } = read;
  if (typeof value !== "object" || value === null || Array.isArray(value))
    return { fault: lineFault("LINE_NOT_A_RECORD") };
  // Checked above: it is an object, and JSON has no other keys than text.
  const { type = fileType, ...record } = value as Record<string, unknown>;
  return { type: typeof type === "string" ? type : null, record };
}

/** Lines without their ends; null for one that is too long. The last needs no end. */
async function* splitLines(bytes: AsyncIterable<Buffer>): AsyncGenerator<Buffer | null> {
  let parts: Buffer[] = [];
  let length = 0;
  const line = (): Buffer | null => (length > lineBytesMax ? null : Buffer.concat(parts));
  for await (const chunk of bytes) {
    let from = 0;
    for (let end; (end = chunk.indexOf(lineFeed, from)) >= 0; from = end + 1) {
      parts.push(chunk.subarray(from, end));
      length += end - from;
      yield line();
      parts = [];
      length = 0;
    }
    length += chunk.length - from;
    if (length > lineBytesMax) parts = [];
    else parts.push(chunk.subarray(from));
  }
  if (length > 0) yield line();
}

/** The text of the bytes; undefined when they are none. */
function utf8(bytes: Buffer): string | undefined {
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return undefined;
  }
}
