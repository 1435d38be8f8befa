import type { Json } from "../canonical-json";
import { shapeOf, type FieldShape, type InputClass } from "../fields/record-shape";
import type { RecordEnvelope } from "../fields/record-input";
import { RecordAction } from "../record-action";
import type { Rule, RuleId } from "../rule";
import { Severity } from "../severity";
import { isKey } from "./whole-submission.rules";
import { listItemsMax } from "./submission-limits";

/** One value and what its field may hold. */
export interface FieldValue {
  readonly field: FieldShape;
  readonly path: string;
  readonly value: Json | undefined;
}

const field = (shape: Partial<FieldShape>): FieldShape => ({
  name: "f",
  description: "",
  kind: "text",
  label: "public",
  nullable: true,
  ...shape,
});
const example = (shape: Partial<FieldShape>, value: Json): FieldValue => ({
  field: field(shape),
  path: "$.f",
  value,
});
const money: Partial<FieldShape> = { kind: "decimal", precision: 5, scale: 2 };

/** What is stored is exactly what was stated: nothing is cut off, rounded or replaced. */
export const storableValue: Rule<FieldValue> = {
  id: "SUB-20",
  severity: Severity.REJECT,
  legalBasis: "ENG",
  zh: "字段过长、位数过多、列表过大或含有非法字符",
  en: "The field is too long, has too many digits or items, or is not well-formed text",
  breaches: ({ field: shape, path, value }) => unstorable(shape, path, value),
  examples: {
    meet: [
      ["the longest text", example({ max: 3 }, "安责险")],
      ["a text with line breaks", example({ max: 9 }, "a\n\tb")],
      ["the longest decimal", example(money, "-999.99")],
      ["the longest list", example({ kind: "textList", max: 1 }, Array(listItemsMax).fill("a"))],
    ],
    break: [
      ["one character too many", example({ max: 3 }, "安责险!")],
      ["a NUL character", example({ max: 3 }, "a\u0000")],
      ["half a surrogate pair", example({ max: 3 }, "\ud83d")],
      ["one digit too many before the point", example(money, "1000.0")],
      ["one digit too many after the point", example(money, "1.001")],
      ["an item too long", example({ kind: "textList", max: 1 }, ["a", "ab"])],
      [
        "an item too many",
        example({ kind: "textList", max: 1 }, Array(listItemsMax + 1).fill("a")),
      ],
    ],
  },
};

/** A source key that cannot be told from another one, or not be stored, identifies nothing. */
export const usableSourceKey: Rule<{ sourceKey: string }> = {
  id: "SUB-20",
  severity: Severity.REJECT,
  legalBasis: "ENG",
  zh: "来源键须为 1 至 100 个可见字符，首尾无空格",
  en: "sourceKey has 1 to 100 visible characters and no blank at either end",
  breaches: ({ sourceKey }) => (isKey(sourceKey) ? [] : ["$.sourceKey"]),
  examples: {
    meet: [["usual", { sourceKey: "P-2026-0001" }]],
    break: [
      ["empty", { sourceKey: "" }],
      ["ends with a blank", { sourceKey: "P " }],
    ],
  },
};

/**
 * The rule that a record states all its fields. An amendment also says from when. Voiding and
 * reinstating state no content.
 */
export function requiredFields<R extends RecordEnvelope>(
  id: RuleId,
  input: InputClass,
  example: R,
  legalBasis: string,
): Rule<R> {
  const names = shapeOf(input).flatMap((shape) => (shape.nullable ? [] : [shape.name]));
  const [first, ...rest] = names.map(
    (name) => [`without ${name}`, { ...example, [name]: null }] as const,
  );
  if (!first) throw new Error(`${input.name} requires nothing`);
  return {
    id,
    severity: Severity.REJECT,
    legalBasis,
    zh: "缺少必填字段",
    en: "A required field is missing",
    breaches: (record) => {
      const { action } = record;
      if (action === RecordAction.VOID || action === RecordAction.REINSTATE) return [];
      const given = record as Readonly<Record<string, unknown>>;
      const missing = names.filter((name) => isMissing(given[name])).map((name) => `$.${name}`);
      const noDay = action === RecordAction.AMEND && record.effectiveFrom == null;
      return noDay ? [...missing, "$.effectiveFrom"] : missing;
    },
    examples: {
      meet: [
        ["complete", example],
        ["VOID without content", { ...withoutContent(example), action: RecordAction.VOID }],
      ],
      break: [
        first,
        ...rest,
        ["AMEND without effectiveFrom", { ...example, action: RecordAction.AMEND }],
      ],
    },
  };
}

function withoutContent<R extends RecordEnvelope>(example: R): R {
  const blank = Object.keys(example).map((name) => [name, null] as const);
  return { ...example, ...Object.fromEntries(blank), sourceKey: example.sourceKey };
}

/** An empty text says as little as none. */
function isMissing(value: unknown): boolean {
  if (Array.isArray(value)) return value.length === 0;
  return value === undefined || value === null || (typeof value === "string" && !value.trim());
}

/** Whether a value of a field can be stored as it was stated. */
export function isStorable(shape: FieldShape, value: Json): boolean {
  return unstorable(shape, "", value).length === 0;
}

function unstorable(shape: FieldShape, path: string, value: Json | undefined): string[] {
  if (value === undefined || value === null) return [];
  if (Array.isArray(value)) {
    const items: readonly Json[] = value;
    if (items.length > listItemsMax) return [path];
    return items.flatMap((item, i) =>
      shape.kind === "records" && shape.of
        ? unstorableParts(shape.of, `${path}[${i}]`, item)
        : unstorable({ ...shape, kind: "text" }, `${path}[${i}]`, item),
    );
  }
  if (typeof value !== "string") return [];
  if (shape.kind === "decimal") return fitsDecimal(shape, value) ? [] : [path];
  if (shape.kind !== "text") return [];
  const tooLong = value.length > (shape.max ?? Infinity) && [...value].length > (shape.max ?? 0);
  return tooLong || /[\0\p{Surrogate}]/u.test(value) ? [path] : [];
}

function unstorableParts(input: InputClass, path: string, item: Json): string[] {
  const part = (item ?? {}) as Readonly<Record<string, Json>>;
  return shapeOf(input).flatMap((shape) => {
    const inner = `${path}.${shape.name}`;
    if (!shape.nullable && isMissing(part[shape.name])) return [inner];
    return unstorable(shape, inner, part[shape.name]);
  });
}

function fitsDecimal({ precision = 0, scale = 0 }: FieldShape, text: string): boolean {
  const [whole = "", fraction = ""] = text.replace("-", "").split(".");
  return whole.replace(/^0$/, "").length <= precision - scale && fraction.length <= scale;
}
