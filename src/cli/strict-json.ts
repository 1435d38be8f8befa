import { lineFault, type LineFault } from "./submit-line";

/** Names with their colon, texts, numbers, braces: all that matters in a text that is JSON. */
const tokens = /("(?:[^"\\]|\\.)*")(\s*:)?|-?\d[\d.eE+-]*|[{}]/g;
const plainInteger = /^(?:0|-?[1-9]\d*)$/;

/**
 * JSON that has one meaning only: no name twice in one object, numbers as plain integers. JSON.parse
 * would take the last of two names, and read `1e3` and `-0` as other texts.
 */
export function strictJson(text: string): { value: unknown } | { fault: LineFault } {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return { fault: lineFault("LINE_NOT_A_RECORD") };
  }
  const open: Set<string>[] = [];
  let last = "";
  for (const [token, quoted, colon] of text.matchAll(tokens)) {
    if (token === "{") open.push(new Set());
    else if (token === "}") open.pop();
    else if (quoted === undefined) {
      if (!plainInteger.test(token)) return { fault: lineFault("NUMBER_NOT_PLAIN", `$.${last}`) };
    } else if (colon !== undefined) {
      // A name in quotes is JSON of a text: two spellings of a name are one name.
      last = JSON.parse(quoted) as string;
      if (open.at(-1)?.has(last)) return { fault: lineFault("NAME_REPEATED", `$.${last}`) };
      open.at(-1)?.add(last);
    }
  }
  return { value };
}
