import type { Sql, SqlValue } from "./sql";

/**
 * A statement with its parameters written into it, for a session whose text is UTF-8 and whose
 * backslashes escape (database.ts sets both). The one place where a value becomes SQL text; written
 * in one pass, because statements of a submission have tens of thousands of parameters.
 */
export function sqlText({ text, values }: Sql): string {
  let written = "";
  let from = 0;
  for (const value of values) {
    const at = text.indexOf("?", from);
    if (at < 0) throw new Error("more parameters than places for them");
    written += text.slice(from, at) + literal(value);
    from = at + 1;
  }
  if (text.includes("?", from)) throw new Error("fewer parameters than places for them");
  return written + text.slice(from);
}

/** What would end a text in single quotes or change it, NUL besides. */
const special = /['\\\0]/;
const allSpecial = /['\\\0]/g;

function literal(value: SqlValue): string {
  if (value === null) return "NULL";
  if (typeof value === "number") {
    if (!Number.isFinite(value)) throw new Error("not a number");
    return String(value);
  }
  // What a caller got past the types would become text of another meaning.
  if (typeof value !== "string") throw new Error("not a parameter");
  return `'${special.test(value) ? value.replace(allSpecial, escaped) : value}'`;
}

function escaped(character: string): string {
  return character === "\0" ? "\\0" : `\\${character}`;
}
