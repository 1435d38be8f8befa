import { hash } from "node:crypto";

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
 * absent, because in our inputs both say the same and must have the same digest. No name of ours is
 * a number, which JavaScript would put first.
 */
export function canonicalJson(value: Json): string {
  return JSON.stringify(isInOrder(value) ? value : inOrder(value));
}

/** Inputs are, once they are read (graph/read-variables.ts), where they leave out what is null. */
function isInOrder(value: Json | undefined): boolean {
  if (value === null || value === undefined) return false;
  if (typeof value !== "object") return true;
  if (isList(value)) return value.every(isInOrder);
  let last = "";
  for (const name of Object.keys(value)) {
    if (name < last || !isInOrder(value[name])) return false;
    last = name;
  }
  return true;
}

function inOrder(value: Json): Json {
  if (value === null || typeof value !== "object") return value;
  if (isList(value)) return value.map(inOrder);
  const ordered: Record<string, Json> = {};
  for (const name of Object.keys(value).sort()) {
    const inner = value[name];
    if (inner !== undefined && inner !== null) ordered[name] = inOrder(inner);
  }
  return ordered;
}

/** SHA-256 of a text, in hexadecimal so that it can be compared by eye and in any tool. */
export function digestOf(text: string): string {
  return hash("sha256", text);
}

function isList(value: object): value is readonly Json[] {
  // Array.isArray does not narrow readonly arrays.
  return Array.isArray(value);
}
