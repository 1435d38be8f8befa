import { GraphQLError } from "graphql";
import { type ErrorCode, errorCodes } from "./error-code";

/** Longest text of a detail: what a caller sent is not sent back at any length. */
export const detailLengthMax = 300;
/** Most texts in a detail that is a list. */
export const detailCountMax = 20;

/** A value that may stand in a message or beside the code; never an object of ours or a row. */
export type ErrorDetail = string | number | boolean | null | readonly string[];

/**
 * A code and the details it needs: one for each `{name}` in its messages; others may be added. A
 * code whose messages name nothing may come alone.
 */
export type HubErrorArguments = {
  [C in ErrorCode]: [DetailName<C>] extends [never]
    ? [code: C, details?: Details]
    : [code: C, details: Details & { readonly [N in DetailName<C>]: ErrorDetail }];
}[ErrorCode];

/**
 * The only error a caller sees: a code of the closed list, its two messages, and the details.
 * `details` can never replace the code or the messages.
 */
export class HubError extends GraphQLError {
  readonly code: ErrorCode;
  /** HTTP status to answer with when this error ends the whole request. */
  readonly status: number;

  constructor(...[code, details = {}]: HubErrorArguments) {
    const bounded = boundDetails(details);
    const zh = interpolate(errorCodes[code].zh, bounded);
    const en = interpolate(errorCodes[code].en, bounded);
    super(`${zh} / ${en}`, { extensions: { ...bounded, code, zh, en } });
    this.name = "HubError";
    this.code = code;
    this.status = errorCodes[code].status;
  }
}

type DetailName<C extends ErrorCode> = Placeholder<(typeof errorCodes)[C]["zh" | "en"]>;

type Placeholder<Text extends string> = Text extends `${string}{${infer Name}}${infer Rest}`
  ? Name | Placeholder<Rest>
  : never;

type Details = Readonly<Record<string, ErrorDetail>>;

function boundDetails(details: Details): Details {
  const entries = Object.entries(details);
  return Object.fromEntries(entries.map(([name, value]) => [name, boundDetail(value)]));
}

function boundDetail(value: ErrorDetail): ErrorDetail {
  if (typeof value === "string") return cut(value);
  return isList(value) ? value.slice(0, detailCountMax).map(cut) : value;
}

function isList(value: ErrorDetail): value is readonly string[] {
  return Array.isArray(value);
}

function cut(text: string): string {
  if (text.length <= detailLengthMax) return text;
  // Cut between characters: half a surrogate pair is not valid UTF-8.
  const end = text.slice(0, detailLengthMax).replace(/[\uD800-\uDBFF]$/u, "");
  return `${end}…`;
}

function interpolate(template: string, details: Details): string {
  // One pass with a function: braces or `$&` inside a detail stay what they are.
  return template.replace(/\{(\w+)\}/g, (_, name: string) => String(details[name] ?? ""));
}
