import { HubError } from "../error/hub-error";

/** A number of JSON behind what comes before one. May be within a text; then it is looked at again. */
const exponent = /[:,[]\s*-?\d[\d.]*[eE]/;
const negativeZero = /[:,[]\s*-0/;
const unusual = /[eE]|^-0(?:\.0*)?$/;

/** Texts, with the colon behind a name; numbers; what opens, divides and closes. */
const tokens = /("(?:[^"\\]|\\.)*")(\s*:)?|-?\d[\d.eE+-]*|[{}[\],]/g;

/**
 * Refuses numbers that JSON.parse reads as other texts than they are: `1e3` becomes 1000, `-0`
 * becomes 0. `text` is valid JSON. Nearly always two quick searches find nothing.
 */
export function checkNumbers(text: string): void {
  if (!exponent.test(text) && !negativeZero.test(text)) return;
  const places: (string | number)[] = [];
  for (const [token, quoted, colon] of text.matchAll(tokens)) {
    const last = places.at(-1);
    if (quoted !== undefined) {
      if (colon !== undefined) places[places.length - 1] = JSON.parse(quoted) as string;
    } else if (token === "{") places.push("");
    else if (token === "[") places.push(0);
    else if (token === "}" || token === "]") places.pop();
    else if (token === ",") {
      if (typeof last === "number") places[places.length - 1] = last + 1;
    } else if (unusual.test(token)) throw new HubError("BAD_NUMBER", { at: placeText(places) });
  }
}

/** Places are told within the variables, as those of other values are. */
function placeText(places: readonly (string | number)[]): string {
  const told = places[0] === "variables" ? places.slice(1) : places;
  return told
    .map((place, n) => (typeof place === "number" ? `[${place}]` : n === 0 ? place : `.${place}`))
    .join("");
}
