import { parse } from "graphql";
import { HubError } from "../../src/error/hub-error";
import { checkDocument, documentLimits } from "../../src/graph/document-limits";

function codeOf(check: () => void): string {
  try {
    check();
    return "accepted";
  } catch (error) {
    return error instanceof HubError ? error.code : "not coded";
  }
}

function nested(depth: number): string {
  return `${"{ a ".repeat(depth)}${"}".repeat(depth)}`;
}

/** Each fragment spreads the next twice: a few hundred bytes that expand to 2^levels fields. */
function bomb(levels: number): string {
  const fragments = Array.from({ length: levels }, (_, i) =>
    i === levels - 1
      ? `fragment F${String(i)} on T { x }`
      : `fragment F${String(i)} on T { ...F${String(i + 1)} b { ...F${String(i + 1)} } }`,
  );
  return `{ t { ...F0 } } ${fragments.join(" ")}`;
}

const aliases = (n: number): string =>
  Array.from({ length: n }, (_, i) => `a${String(i)}: x`).join(" ");

const table: readonly [string, string, string][] = [
  ["a plain query", "{ a { b } }", "accepted"],
  ["the greatest depth", nested(documentLimits.depthMax), "accepted"],
  ["one level more", nested(documentLimits.depthMax + 1), "DOCUMENT_TOO_DEEP"],
  ["500 levels", nested(500), "DOCUMENT_TOO_DEEP"],
  ["a bomb of fragments", bomb(14), "DOCUMENT_TOO_LARGE"],
  ["a cycle of fragments (left to validation)", "{ ...A } fragment A on Q { ...A }", "accepted"],
  [
    "as many root fields as allowed",
    `{ ${"a ".repeat(documentLimits.rootFieldsMax)} }`,
    "accepted",
  ],
  [
    "one root field more",
    `{ ${"a ".repeat(documentLimits.rootFieldsMax + 1)} }`,
    "DOCUMENT_TOO_LARGE",
  ],
  ["an alias __proto__", "{ __proto__: a }", "UNSAFE_NAME"],
  ["an alias constructor", "{ t { constructor: a } }", "UNSAFE_NAME"],
  ["a variable __proto__", "query($__proto__: Int) { a(b: $__proto__) }", "UNSAFE_NAME"],
  ["as many aliases as allowed", `{ t { ${aliases(40)} } u { ${aliases(60)} } }`, "accepted"],
  ["one alias more", `{ t { ${aliases(40)} } u { ${aliases(61)} } }`, "TOO_MANY_ALIASES"],
];

describe("a document", () => {
  for (const [what, text, expected] of table)
    it(`with ${what} is ${expected}`, () => {
      expect(codeOf(() => checkDocument(parse(text)))).toBe(expected);
    });
});
