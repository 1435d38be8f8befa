import type { RecordType } from "../submission/record-type";
import { recordsMax } from "../submission/rules/submission-limits";
import type { SubmissionLine } from "./submit-lines";

/** Bytes of one request, well under what the hub accepts. */
const chunkBytesMax = 4 * 1024 * 1024;

/** Lines of one type that are sent as one submission. */
export interface Chunk {
  readonly number: number;
  readonly type: RecordType;
  readonly lines: readonly SubmissionLine[];
  /** True when it begins a type: all before it are to be answered first. */
  readonly isFirstOfType: boolean;
}

/**
 * Puts lines together by type, in the order of the file. The same lines make the same chunks, so a
 * second run sends the same submissions. Lines of no known type are answered to `refuse`.
 */
export async function* chunksOf(
  lines: AsyncIterable<SubmissionLine>,
  types: ReadonlyMap<string, RecordType>,
  refuse: (line: SubmissionLine) => void,
): AsyncGenerator<Chunk> {
  const open = new Map<string, { type: RecordType; lines: SubmissionLine[]; bytes: number }>();
  const begun = new Set<string>();
  let number = 0;
  const close = (name: string): Chunk | null => {
    const chunk = open.get(name);
    if (!chunk || chunk.lines.length === 0) return null;
    open.delete(name);
    const isFirstOfType = !begun.has(name);
    begun.add(name);
    number += 1;
    return { number, type: chunk.type, lines: chunk.lines, isFirstOfType };
  };
  for await (const line of lines) {
    const type = line.record ? types.get(line.type) : undefined;
    if (!type) {
      refuse(line);
      continue;
    }
    if (!open.has(type.name) && !begun.has(type.name))
      // A new type may refer to those before it: what there is of them goes first.
      for (const name of [...open.keys()]) yield* some(close(name));
    const chunk = open.get(type.name) ?? { type, lines: [], bytes: 0 };
    open.set(type.name, chunk);
    chunk.lines.push(line);
    chunk.bytes += JSON.stringify(line.record).length * 3;
    if (chunk.lines.length >= recordsMax || chunk.bytes >= chunkBytesMax)
      yield* some(close(type.name));
  }
  for (const name of [...open.keys()]) yield* some(close(name));
}

function* some(chunk: Chunk | null): Generator<Chunk> {
  if (chunk) yield chunk;
}
