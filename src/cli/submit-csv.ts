import { pipeline } from "node:stream";
import { parse, type CsvError, type InfoRecord } from "csv-parse";
import type { RecordType } from "../submission/record-type";
import { FileUnreadable } from "./file-unreadable";
import { cellValue } from "./submit-cell";
import { columnOf, headerOf, type Column } from "./submit-columns";
import { lineBytesMax, lineFault, type SubmissionLine } from "./submit-line";

/** What a row of a template begins with that explains and states nothing. */
export const legendMark = "# ";

interface Row {
  readonly record: readonly string[];
  readonly info: Pick<InfoRecord, "lines">;
}

/**
 * The rows of a CSV file (RFC 4180; LF or CRLF; with or without byte order mark) as records. Rows
 * between the header and the first record that begin with `# ` explain the columns. A file that is
 * no CSV from some line on is not read further: nobody could tell where the next row begins.
 */
export async function* readRows(
  bytes: AsyncIterable<Buffer>,
  type: RecordType,
  file: string,
): AsyncGenerator<SubmissionLine> {
  let columns: readonly Column[] | null = null;
  let isLegend = true;
  let line = 1;
  for await (const { record, info } of rowsOf(bytes, file)) {
    const begins = line;
    line = info.lines + 1;
    if (!columns) columns = readHeader(type, record, file);
    else if (!isLegend || !record[0]?.startsWith(legendMark)) {
      isLegend = false;
      yield readRow(type, columns, record, begins);
    }
  }
  if (!columns)
    throw new FileUnreadable(file, "空文件，应有表头 the file is empty, without a header");
}

async function* rowsOf(bytes: AsyncIterable<Buffer>, file: string): AsyncGenerator<Row> {
  const parser = parse({
    bom: true,
    info: true,
    relaxColumnCount: true,
    skipEmptyLines: true,
    maxRecordSize: lineBytesMax,
  });
  // Ends with the parser, whose reader is told what went wrong.
  pipeline(utf8Chunks(bytes, file), parser, () => undefined);
  try {
    for await (const row of parser) yield row as Row;
  } catch (error) {
    if (error instanceof FileUnreadable) throw error;
    // csv-parse names the line and what is wrong with its quotes.
    const { code, message } = error as CsvError;
    throw new FileUnreadable(file, `${message} (${code}; 此后未读取 nothing is read after it)`);
  }
}

async function* utf8Chunks(bytes: AsyncIterable<Buffer>, file: string): AsyncGenerator<string> {
  const decoder = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });
  let read = 0;
  try {
    for await (const chunk of bytes) {
      yield decoder.decode(chunk, { stream: true });
      read += chunk.length;
    }
    yield decoder.decode();
  } catch (error) {
    if ((error as { code?: unknown }).code !== "ERR_ENCODING_INVALID_ENCODED_DATA") throw error;
    const place = `第 ${String(read)} 字节之后 after byte ${String(read)}`;
    throw new FileUnreadable(file, `不是 UTF-8，请另存为“CSV UTF-8” not UTF-8 (${place})`);
  }
}

function readHeader(type: RecordType, headers: readonly string[], file: string): Column[] {
  const columns = headers.map((header) => columnOf(type, header));
  const unknown = headers.filter((_, n) => !columns[n]);
  if (unknown.length > 0) {
    const names = unknown.slice(0, 5).join(", ");
    throw new FileUnreadable(
      file,
      `${type.name} 没有这些列 has no such columns: ${names} (hub template ${type.name})`,
    );
  }
  const known = columns.filter((column) => column !== null);
  const names = known.map(headerOf);
  const twice = names.find((name, n) => names.indexOf(name) !== n);
  if (twice) throw new FileUnreadable(file, `列重复 a column is there twice: ${twice}`);
  return known;
}

function readRow(
  type: RecordType,
  columns: readonly Column[],
  cells: readonly string[],
  line: number,
): SubmissionLine {
  if (cells.length !== columns.length) return { line, fault: lineFault("CELLS_MISCOUNTED") };
  const record: Record<string, unknown> = {};
  const items = new Map<string, Map<number, Record<string, unknown>>>();
  for (const [n, { field, item }] of columns.entries()) {
    const value = cellValue(item?.field ?? field, cells[n] ?? "");
    if (value === undefined) continue;
    if (value === null) return { line, fault: lineFault("CELL_NOT_A_LIST", `$.${field.name}`) };
    if (!item) record[field.name] = value;
    else {
      const parts = items.get(field.name) ?? new Map<number, Record<string, unknown>>();
      items.set(field.name, parts);
      parts.set(item.place, { ...parts.get(item.place), [item.field.name]: value });
    }
  }
  for (const [name, parts] of items)
    record[name] = [...parts].sort(([a], [b]) => a - b).map(([, part]) => part);
  return { line, type: type.name, record };
}
