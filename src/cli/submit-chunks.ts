import type { RecordType } from "../submission/record-type";
import { recordsMax } from "../submission/rules/submission-limits";
import { recordTypeIn } from "./record-type-in";
import {
  isRead,
  lineFault,
  type FaultyLine,
  type ReadLine,
  type SubmissionLine,
} from "./submit-line";

/** Bytes of one request, well under what the hub accepts. */
const chunkBytesMax = 4 * 1024 * 1024;
/** Most bytes of a character of JSON. */
const characterBytesMax = 3;

/** Lines of one type that are sent as one submission. */
export interface Chunk {
  readonly number: number;
  readonly type: RecordType;
  readonly lines: readonly ReadLine[];
  /** Of each of its records; no two are equal. */
  readonly keys: ReadonlySet<unknown>;
  /** True when it begins a type: all before it are to be answered first. */
  readonly isFirstOfType: boolean;
}

interface OpenChunk {
  readonly type: RecordType;
  readonly lines: ReadLine[];
  readonly keys: Set<unknown>;
  bytes: number;
}

/**
 * Puts lines together by type, in the order of the file. The same lines make the same chunks, so a
 * second run sends the same submissions. A record that is there twice is so in two chunks, the
 * earlier line in the earlier one. Lines that cannot be sent are answered to `refuse`.
 */
export async function* chunksOf(
  lines: AsyncIterable<SubmissionLine>,
  refuse: (line: FaultyLine) => void,
): AsyncGenerator<Chunk> {
  const open = new Map<RecordType, OpenChunk>();
  const begun = new Set<RecordType>();
  let number = 0;
  const close = (type: RecordType): Chunk[] => {
    const chunk = open.get(type);
    if (!chunk) return [];
    open.delete(type);
    const isFirstOfType = !begun.has(type);
    begun.add(type);
    number += 1;
    return [{ number, type, lines: chunk.lines, keys: chunk.keys, isFirstOfType }];
  };
  for await (const line of lines) {
    if (!isRead(line)) {
      refuse(line);
      continue;
    }
    const type = line.type === null ? null : recordTypeIn(line.type);
    if (!type) {
      refuse({ line: line.line, fault: lineFault("TYPE_UNKNOWN", "$.type") });
      continue;
    }
    const key = line.record["sourceKey"];
    if (open.get(type)?.keys.has(key)) yield* close(type);
    if (!open.has(type) && !begun.has(type))
      // A new type may refer to those before it: what there is of them goes first.
      for (const before of [...open.keys()]) yield* close(before);
    const chunk = open.get(type) ?? { type, lines: [], keys: new Set(), bytes: 0 };
    open.set(type, chunk);
    chunk.lines.push(line);
    chunk.keys.add(key);
    chunk.bytes += JSON.stringify(line.record).length * characterBytesMax;
    if (isFull(chunk)) yield* close(type);
  }
  for (const type of [...open.keys()]) yield* close(type);
}

function isFull({ lines, bytes }: OpenChunk): boolean {
  return lines.length >= recordsMax || bytes >= chunkBytesMax;
}
