import type { FileField } from "./submit-columns";

/** Between the values of a list in one cell. */
export const listSeparator = "|";

const integer = /^(?:0|-?[1-9]\d{0,14})$/;
const yesNo: Readonly<Record<string, boolean>> = { true: true, false: false, 是: true, 否: false };

/**
 * What a cell states; undefined: nothing, as it is empty. What is none of its field stays text, so
 * that the hub refuses it with its place; null: a list that cannot be read.
 */
export function cellValue({ kind }: FileField, cell: string): unknown {
  if (cell === "") return undefined;
  switch (kind) {
    case "int":
      return integer.test(cell) ? Number(cell) : cell;
    case "boolean":
      return yesNo[cell] ?? cell;
    case "textList":
      return cell.startsWith("[") ? jsonList(cell) : cell.split(listSeparator);
    case "records":
      return jsonList(cell);
    default:
      return cell;
  }
}

/** The cell that states a value: what {@link cellValue} reads back. */
export function valueCell(value: unknown): string {
  if (value === undefined || value === null) return "";
  if (!Array.isArray(value)) return typeof value === "string" ? value : JSON.stringify(value);
  const isPlain = value.every((one) => typeof one === "string" && !/^\[|\||^$/.test(one));
  return isPlain && value.length > 0 ? value.join(listSeparator) : JSON.stringify(value);
}

function jsonList(cell: string): unknown[] | null {
  try {
    const value: unknown = JSON.parse(cell);
    return Array.isArray(value) ? value : null;
  } catch {
    return null;
  }
}
