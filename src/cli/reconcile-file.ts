import { canonicalInstant } from "../database/calendar";
import { businessDayOf } from "../submission/business-day";
import type { Json } from "../submission/canonical-json";
import { shapeOf, type InputClass } from "../submission/fields/record-shape";
import { entryOf, type BookEntry } from "../submission/reconciliation/book";
import { RecordAction } from "../submission/record-action";
import type { RecordType } from "../submission/record-type";
import { formatOf, readSubmissionFile } from "./read-submission-file";
import { recordTypeIn } from "./record-type-in";
import { isRead } from "./submit-line";

/** An insurer's books of one type and day. */
export interface InsurerBook {
  readonly type: RecordType;
  readonly entries: readonly BookEntry[];
  readonly sums: readonly { readonly name: string; readonly amountFen: string }[];
}

type Fields = Readonly<Record<string, Json | undefined>>;
type KeyedFields = Fields & { readonly sourceKey: string };

/**
 * Reads an insurer's books of a day from a file as for `hub submit`: of each source key the last
 * line, unless that voids it. Records of types that name no business day all count.
 */
export async function readBooks(file: string, day: string): Promise<InsurerBook[]> {
  const books = new Map<RecordType, Map<string, KeyedFields>>();
  const { lines } = await readSubmissionFile(file, formatOf(file));
  for await (const line of lines) {
    const type = isRead(line) && line.type !== null ? recordTypeIn(line.type) : null;
    const record = isRead(line) ? line.record : {};
    const key = record["sourceKey"];
    if (!type || typeof key !== "string")
      throw new Error(
        `${file}: line ${String(line.line)} is no record with a type and a sourceKey`,
      );
    const book = books.get(type) ?? new Map<string, KeyedFields>();
    books.set(type, book);
    const { action } = record;
    // What comes back is what was there: the line before stands.
    if (action === RecordAction.REINSTATE) continue;
    if (action === RecordAction.VOID) book.delete(key);
    // Checked above: a line is a JSON object, and its key is text.
    else book.set(key, asAnswered(type.input, record as Fields) as KeyedFields);
  }
  return [...books].map(([type, book]) => bookOf(type, day, [...book.values()]));
}

function bookOf(type: RecordType, day: string, all: readonly KeyedFields[]): InsurerBook {
  const records = all.filter(
    (record) => !type.businessDay || businessDayOf(type, record as never, "") === day,
  );
  const sums = type.sums.map((name) => {
    const amounts = records.map((record) => BigInt((record[name] as string | null) ?? 0));
    return { name, amountFen: String(amounts.reduce((sum, amount) => sum + amount, 0n)) };
  });
  return { type, entries: records.map((record) => entryOf(type, record)), sums };
}

/** The values as the hub answers them: amounts as text, instants in UTC with microseconds. */
function asAnswered(input: InputClass, record: Fields): Fields {
  const fields: Record<string, Json | undefined> = { ...record };
  delete fields["type"];
  for (const { name, kind, of } of shapeOf(input)) {
    const value = fields[name];
    if (typeof value === "number" && (kind === "fen" || kind === "decimal"))
      fields[name] = String(value);
    else if (typeof value === "string" && kind === "instant")
      fields[name] = canonicalInstant(value) ?? value;
    else if (kind === "records" && of && Array.isArray(value))
      // Parts are objects of their own input.
      fields[name] = value.map((part) => asAnswered(of, part as Fields));
  }
  return fields;
}
