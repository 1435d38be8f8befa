import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { createInterface } from "node:readline";
import type { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { createGunzip } from "node:zlib";

/** One line of a file, numbered from 1; `record` is null when it is not a JSON object. */
export interface SubmissionLine {
  readonly line: number;
  readonly type: string;
  readonly record: Readonly<Record<string, unknown>> | null;
}

/** SHA-256 of the file as it lies there: the same file has the same submission keys. */
export async function fileDigest(file: string): Promise<string> {
  const hash = createHash("sha256");
  await pipeline(createReadStream(file), hash);
  return hash.digest("hex");
}

/** The lines of an NDJSON file, gzipped or not; empty lines are passed over. */
export async function* readLines(file: string): AsyncGenerator<SubmissionLine> {
  const source = createReadStream(file);
  const text: Readable = file.endsWith(".gz") ? source.pipe(createGunzip()) : source;
  if (text !== source) source.on("error", (error) => text.destroy(error));
  let line = 0;
  for await (const content of createInterface({ input: text, crlfDelay: Infinity })) {
    line += 1;
    if (content.trim()) yield { line, ...readLine(content) };
  }
}

function readLine(content: string): Omit<SubmissionLine, "line"> {
  try {
    const value: unknown = JSON.parse(content);
    if (typeof value === "object" && value !== null && !Array.isArray(value)) {
      const { type, ...record } = value as Record<string, unknown>;
      if (typeof type === "string") return { type, record };
    }
  } catch {
    // Acknowledged like any other line that says nothing.
  }
  return { type: "?", record: null };
}
