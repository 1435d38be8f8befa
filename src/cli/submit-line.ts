/** One record of a file; `line` is where it begins, counted from 1. */
export type SubmissionLine = ReadLine | FaultyLine;

/** A line that says something of a type. */
export interface ReadLine {
  readonly line: number;
  /** As the line or the file says it; null when neither does. */
  readonly type: string | null;
  readonly record: Readonly<Record<string, unknown>>;
}

/** A line that says nothing the hub could be asked to take. */
export interface FaultyLine {
  readonly line: number;
  readonly fault: LineFault;
}

/** Why a line is not sent. */
export interface LineFault {
  readonly code: keyof typeof lineFaults;
  /** JSON path in the record; `$` for all of it. */
  readonly path: string;
  readonly zh: string;
  readonly en: string;
}

/** Bytes of one line, and of one CSV row. */
export const lineBytesMax = 1024 * 1024;

const lineFaults = {
  LINE_TOO_LONG: {
    zh: `本行超过 ${String(lineBytesMax)} 字节，未读取`,
    en: `The line has more than ${String(lineBytesMax)} bytes and was not read`,
  },
  LINE_NOT_UTF8: {
    zh: "本行不是 UTF-8 编码，请另存为 UTF-8",
    en: "The line is not UTF-8; save the file as UTF-8",
  },
  LINE_NOT_A_RECORD: {
    zh: "本行不是一个 JSON 对象",
    en: "The line is not one JSON object",
  },
  NAME_REPEATED: {
    zh: "同一字段出现两次，无法判断以哪一个为准",
    en: "A field is there twice, and nobody could tell which is meant",
  },
  NUMBER_NOT_PLAIN: {
    zh: '数字须为普通整数写法；小数请写成文本（如 "6.25"）',
    en: 'A number is written as a plain integer; write decimals as text, e.g. "6.25"',
  },
  TYPE_UNKNOWN: {
    zh: "未说明记录类型，或类型不存在（type 字段、文件名或 --type）",
    en: "No record type is said, or there is none of that name (field type, file name or --type)",
  },
  CELLS_MISCOUNTED: {
    zh: "本行的单元格数与表头不同",
    en: "The row has not as many cells as the header",
  },
  CELL_NOT_A_LIST: {
    zh: "列表单元格既不是以 | 分隔的值，也不是 JSON 数组",
    en: "The cell of a list is neither values with | between them nor a JSON array",
  },
} as const;

/** A fault of the closed list, at its place. */
export function lineFault(code: LineFault["code"], path = "$"): LineFault {
  return { code, path, ...lineFaults[code] };
}

/** Whether a line can be sent. */
export function isRead(line: SubmissionLine): line is ReadLine {
  return "record" in line;
}
