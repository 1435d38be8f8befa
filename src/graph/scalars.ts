import { GraphQLScalarType, Kind, type ValueNode } from "graphql";
import { HubError } from "../error/hub-error";
import { canonicalInstant, isDay } from "../database/calendar";

/*
 * Scalars carry exact text end to end. Reading is strict, one spelling per value, so that equal
 * values have equal fingerprints; a value that is not of the scalar says so with its own code.
 */

const shownMax = 40;

function textScalar(definition: {
  name: string;
  description: string;
  code: "BAD_AMOUNT" | "BAD_DATE" | "BAD_INSTANT";
  /** The canonical text, or null when the value is not one of this scalar. */
  read: (text: string) => string | null;
  /** True when a JSON integer is accepted as well as text. */
  integers?: boolean;
}): GraphQLScalarType<string, string> {
  const refuse = (shown: string): never => {
    throw new HubError(definition.code, { value: shown.slice(0, shownMax) });
  };
  const read = (input: unknown): string => {
    if (typeof input === "string") return definition.read(input) ?? refuse(input);
    // `-0` is a safe integer, too, and its text has no sign.
    const isInteger = Number.isSafeInteger(input) && !Object.is(input, -0);
    if (definition.integers && typeof input === "number" && isInteger)
      return definition.read(String(input)) ?? refuse(String(input));
    return refuse(typeof input === "number" ? String(input) : typeof input);
  };
  return new GraphQLScalarType<string, string>({
    name: definition.name,
    description: definition.description,
    serialize: String,
    parseValue: read,
    parseLiteral: (node: ValueNode) => {
      if (node.kind === Kind.STRING) return definition.read(node.value) ?? refuse(node.value);
      if (definition.integers && node.kind === Kind.INT)
        return definition.read(node.value) ?? refuse(node.value);
      return refuse("value" in node ? String(node.value) : node.kind);
    },
  });
}

const fenDigitsMax = 15;

/** An integer of at most 15 digits in its one spelling: `0`, `12`, `-12`; no `-0`, `1e3`, `01`. */
export function isFen(text: string): boolean {
  return /^(?:0|-?[1-9]\d*)$/.test(text) && text.replace("-", "").length <= fenDigitsMax;
}

/** Money; of the ledger, rule FEE-23 says it again. */
export const FenScalar = textScalar({
  name: "Fen",
  description: "人民币金额，单位分 Money in integer fen (CNY 0.01), as text of at most 15 digits.",
  code: "BAD_AMOUNT",
  integers: true,
  read: (text) => (isFen(text) ? text : null),
});

/** An exact decimal, e.g. a rate; at most 12 digits before and 8 after the point. */
export const DecimalScalar = textScalar({
  name: "Decimal",
  description: "精确小数 An exact decimal number as text, e.g. `47.62`.",
  code: "BAD_AMOUNT",
  integers: true,
  read: (text) => (/^-?(?:0|[1-9]\d{0,11})(?:\.\d{1,8})?$/.test(text) ? text : null),
});

/** A calendar day in Asia/Shanghai. */
export const DayScalar = textScalar({
  name: "Day",
  description: "日期（北京时间） A calendar day `YYYY-MM-DD` in Asia/Shanghai.",
  code: "BAD_DATE",
  read: (text) => (isDay(text) ? text : null),
});

/** An instant with offset, normalised to UTC with microseconds. */
export const InstantScalar = textScalar({
  name: "Instant",
  description: "时刻 An instant in RFC 3339 with offset; answered in UTC with microseconds.",
  code: "BAD_INSTANT",
  read: canonicalInstant,
});
