import { envelopeShape } from "../submission/fields/record-input";
import { shapeOf, type FieldShape } from "../submission/fields/record-shape";
import type { RecordType } from "../submission/record-type";

/** A field of a record as a column of a file. */
export type FileField = Omit<FieldShape, "label">;

/** A column: a field of the record, or with `item` one field of the nth item of a list of parts. */
export interface Column {
  readonly field: FileField;
  readonly item: { readonly place: number; readonly field: FileField } | null;
}

/** Items of one list of parts that a row has columns for; longer lists go into a JSON cell. */
const itemsMax = 100;

/** All fields of a type: the envelope, then its content. */
export function fieldsOf(type: RecordType): readonly FileField[] {
  return [...envelopeShape, ...shapeOf(type.input)];
}

/** The Chinese name of a field: what its description begins with. */
export function chineseName({ description }: FileField): string {
  return description.split(" ")[0] ?? "";
}

/**
 * The column that a header means: `policyNo` or 保单号; `coInsurance.1.role` or 共保份额.1.共保角色
 * is the field of the first item of a list. Null when the type has no such field.
 */
export function columnOf(type: RecordType, header: string): Column | null {
  const [name = "", place, inner, more] = header.trim().split(".");
  const field = fieldNamed(fieldsOf(type), name);
  if (!field || more !== undefined) return null;
  if (place === undefined) return { field, item: null };
  const part = field.of && fieldNamed(shapeOf(field.of), inner ?? "");
  const isPlace = /^[1-9]\d{0,2}$/.test(place) && Number(place) <= itemsMax;
  return part && isPlace ? { field, item: { place: Number(place), field: part } } : null;
}

/** The header that names a column. */
export function headerOf({ field, item }: Column): string {
  return item ? `${field.name}.${String(item.place)}.${item.field.name}` : field.name;
}

function fieldNamed(fields: readonly FileField[], name: string): FileField | undefined {
  return fields.find((field) => [field.name, chineseName(field), shortName(field)].includes(name));
}

/** The Chinese name without its unit: 保费总额 for 保费总额（分）. */
function shortName(field: FileField): string {
  return chineseName(field).replace(/（[^（）]*）$/, "");
}
