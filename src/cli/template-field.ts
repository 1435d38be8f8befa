import { getNamedType, isEnumType, isInputObjectType, type GraphQLSchema } from "graphql";
import type { InputClass } from "../submission/fields/record-shape";
import type { RecordType } from "../submission/record-type";
import { listSeparator } from "./submit-cell";
import type { FileField } from "./submit-columns";

/** What kinds of values are, for who fills in a file. */
const kinds: Readonly<Record<FileField["kind"], string>> = {
  id: "标识 id",
  text: "文本 text",
  enum: "代码 code",
  int: "整数 integer",
  boolean: "true/是 false/否",
  fen: "金额，整数分 integer fen",
  decimal: "小数 decimal",
  day: "日期 YYYY-MM-DD",
  instant: "时刻 YYYY-MM-DDThh:mm:ss+08:00",
  textList: `列表，以 ${listSeparator} 分隔 list, ${listSeparator} between`,
  records: "子记录列表 list of parts",
};

/**
 * What a field may hold: its names, whether it has to be there, its kind and size, its codes in
 * Chinese. `input` is the class the field is declared in.
 */
export function fieldLegend(field: FileField, input: InputClass, schema: GraphQLSchema): string {
  const { description, kind, nullable, max, precision, scale } = field;
  const size = max === undefined ? "" : ` ≤ ${String(max)}`;
  const digits = precision === undefined ? "" : ` (${String(precision)},${String(scale)})`;
  return [
    description,
    nullable ? "可空 optional" : "必填 required",
    `${kinds[kind]}${size}${digits}`,
    ...codesOf(field.name, input, schema),
  ].join(" · ");
}

/** The control sums of a type, in words. */
export function sumsLegend(type: RecordType): string {
  const sums = ["count", ...type.sums].join(", ");
  return `控制总数由 hub submit 计算并申报 control totals, computed and declared by hub submit: ${sums}`;
}

function codesOf(name: string, input: InputClass, schema: GraphQLSchema): string[] {
  const type = schema.getType(input.name);
  const field = isInputObjectType(type) ? type.getFields()[name] : undefined;
  const named = field && getNamedType(field.type);
  if (!isEnumType(named)) return [];
  const codes = named.getValues().map((one) => [one.name, one.description].join(" ").trim());
  return [codes.join("; ")];
}
