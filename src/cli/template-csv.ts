import type { GraphQLSchema } from "graphql";
import { shapeOf } from "../submission/fields/record-shape";
import type { RecordType } from "../submission/record-type";
import { valueCell } from "./submit-cell";
import { fieldsOf, headerOf, type Column } from "./submit-columns";
import { legendMark } from "./submit-csv";
import { fieldLegend, sumsLegend } from "./template-field";

const byteOrderMark = "\ufeff";

/**
 * A CSV file to start from: the header, rows that explain the columns and that hub submit passes
 * over, and the example of the type. With byte order mark, so that Excel reads it as UTF-8.
 */
export function csvTemplate(type: RecordType, schema: GraphQLSchema): string {
  const columns = templateColumns(type);
  const legends = columns.map(({ field, item }) =>
    item && field.of
      ? fieldLegend(item.field, field.of, schema)
      : fieldLegend(field, type.input, schema),
  );
  const rows = [
    columns.map(headerOf),
    legends.map((legend, n) => (n === 0 ? `${legendMark}${legend}` : legend)),
    columns.map((_, n) => (n === 0 ? `${legendMark}${sumsLegend(type)}` : "")),
    columns.map((column) => valueCell(exampleValue(type, column))),
  ];
  return byteOrderMark + rows.map((cells) => `${cells.map(quoted).join(",")}\r\n`).join("");
}

/** A column for each field; of a list of parts, one for each field of each part of the example. */
function templateColumns(type: RecordType): Column[] {
  return fieldsOf(type).flatMap((field): Column[] => {
    const { of } = field;
    if (!of) return [{ field, item: null }];
    const items = type.example as unknown as Readonly<Record<string, unknown[] | undefined>>;
    const count = Math.max(1, items[field.name]?.length ?? 0);
    return Array.from({ length: count }, (_, n) =>
      shapeOf(of).map((part) => ({ field, item: { place: n + 1, field: part } })),
    ).flat();
  });
}

function exampleValue(type: RecordType, { field, item }: Column): unknown {
  // A record is JSON; its class has a property for each field.
  const example = type.example as unknown as Readonly<Record<string, unknown>>;
  const value = example[field.name];
  if (!item) return value;
  const parts = value as readonly Readonly<Record<string, unknown>>[] | undefined;
  return parts?.[item.place - 1]?.[item.field.name];
}

function quoted(cell: string): string {
  return /[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}
