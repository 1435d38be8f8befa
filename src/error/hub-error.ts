import { GraphQLError } from "graphql";
import { type ErrorCode, errorCodes } from "./error-code";

/** Longest text of a detail: what a caller sent is not sent back at any length. */
export const detailLengthMax = 300;

/** A value that may stand in a message or beside the code; never an object of ours or a row. */
export type ErrorDetail = string | number | boolean | null | readonly string[];

/** The details a code needs: one for each `{name}` in its messages; others may be added. */
export type ErrorDetails<C extends ErrorCode> = { readonly [N in DetailName<C>]: ErrorDetail } & {
  readonly [name: string]: ErrorDetail;
};

/**
 * The only error a caller sees: a code of the closed list, its two messages, and the details.
 * `details` can never replace the code or the messages.
 */
export class HubError<C extends ErrorCode = ErrorCode> extends GraphQLError {
  readonly code: C;
  /** HTTP status to answer with when this error ends the whole request. */
  readonly status: number;

  constructor(code: C, ...[details]: DetailArguments<C>) {
    const bounded = boundDetails(details ?? {});
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

type DetailArguments<C extends ErrorCode> = [DetailName<C>] extends [never]
  ? [details?: ErrorDetails<C>]
  : [details: ErrorDetails<C>];

type Details = Readonly<Record<string, ErrorDetail>>;

function boundDetails(details: Details): Details {
  const entries = Object.entries(details);
  return Object.fromEntries(entries.map(([name, value]) => [name, boundDetail(value)]));
}

function boundDetail(value: ErrorDetail): ErrorDetail {
  return typeof value === "string" && value.length > detailLengthMax ? cut(value) : value;
}

function cut(text: string): string {
  // Cut between characters: half a surrogate pair is not valid UTF-8.
  const end = text.slice(0, detailLengthMax).replace(/[\uD800-\uDBFF]$/u, "");
  return `${end}…`;
}

function interpolate(template: string, details: Details): string {
  // One pass with a function: braces or `$&` inside a detail stay what they are.
  return template.replace(/\{(\w+)\}/g, (_, name: string) => String(details[name] ?? ""));
}
