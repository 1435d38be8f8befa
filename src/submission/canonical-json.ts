import { createHash } from "node:crypto";

/** What a submission is made of once scalars are read: no floats, so numbers have one spelling. */
export type Json =
  | string
  | number
  | boolean
  | null
  | readonly Json[]
  | { readonly [name: string]: Json | undefined };

/**
 * RFC 8785: names sorted by UTF-16 code units, no blanks. A name whose value is null counts as
 * absent, because in our inputs both say the same and must have the same digest.
 */
export function canonicalJson(value: Json): string {
  if (value === null || typeof value !== "object") return JSON.stringify(value);
  if (isList(value)) return `[${value.map(canonicalJson).join(",")}]`;
  const names = Object.keys(value).sort();
  let text = "";
  for (const name of names) {
    const inner = value[name];
    if (inner === undefined || inner === null) continue;
    text += `${text && ","}${JSON.stringify(name)}:${canonicalJson(inner)}`;
  }
  return `{${text}}`;
}

/** SHA-256 of a text, in hexadecimal so that it can be compared by eye and in any tool. */
export function digestOf(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}

function isList(value: object): value is readonly Json[] {
  // Array.isArray does not narrow readonly arrays.
  return Array.isArray(value);
}
