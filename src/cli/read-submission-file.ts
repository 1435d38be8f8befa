import type { RecordType } from "../submission/record-type";
import { FileUnreadable } from "./file-unreadable";
import { fileTypes, pluralOf, recordTypeIn, recordTypeOfFile } from "./record-type-in";
import { readRows } from "./submit-csv";
import type { SubmissionLine } from "./submit-line";
import { readLines } from "./submit-lines";
import { openText } from "./submit-text";

/** A file of records on its way in. */
export interface SubmissionFile {
  readonly lines: AsyncIterable<SubmissionLine>;
  /** How much of it has been read, from 0 to 1. */
  readonly share: () => number;
}

/** What a file holds: CSV when it is called so, else NDJSON; of the type it says, or is called. */
export interface FileFormat {
  readonly format: "csv" | "ndjson";
  /** Null: each line says its own. */
  readonly type: RecordType | null;
}

/** The format and type of a file; throws when nothing says what a CSV file holds. */
export function formatOf(file: string, typeName?: string): FileFormat {
  const type = typeName === undefined ? recordTypeOfFile(file) : recordTypeIn(typeName);
  const format = /\.csv(?:\.gz)?$/i.test(file) ? "csv" : "ndjson";
  if (type ?? (format === "ndjson" && typeName === undefined)) return { format, type };
  const known = fileTypes.map(pluralOf).join(", ");
  throw new FileUnreadable(file, `记录类型不明 --type is one of ${known}`);
}

/** Opens a file of records: NDJSON or CSV, either of them zipped. */
export async function readSubmissionFile(
  file: string,
  { format, type }: FileFormat,
): Promise<SubmissionFile> {
  const { bytes, share } = await openText(file);
  const lines =
    format === "csv" && type ? readRows(bytes, type, file) : readLines(bytes, type?.name ?? null);
  return { lines, share };
}
