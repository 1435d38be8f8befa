import fc from "fast-check";
import { HubError } from "../../src/error/hub-error";
import { checkNumbers } from "../../src/server/plain-numbers";

/** Where a number is refused; null when none is. */
function refusedAt(text: string): unknown {
  try {
    checkNumbers(text);
    return null;
  } catch (error) {
    if (!(error instanceof HubError) || error.code !== "BAD_NUMBER") throw error;
    return error.extensions["at"];
  }
}

test.each([
  ['{"variables":{"input":{"records":[{"a":1},{"b":"x","a":1e3}]}}}', "input.records[1].a"],
  ['{"variables":{"n":-0}}', "n"],
  ['{"variables":{"n": \n -0.0 }}', "n"],
  ['{"variables":{"list":[[1,2],[3,4E-2]]}}', "list[1][1]"],
  ['{"id":1e1}', "id"],
  ["[1, -0]", "[1]"],
  ['{"a,1e3:":"[1e3,-0","b":[{"c\\":1e3":2}],"d":1.5e+3}', "d"],
])("%s is refused at %s", (text, at) => {
  expect(refusedAt(text)).toBe(at);
});

test.each([
  '{"query":"{ a(n: [1e3, -0]) }","variables":{"code":"91340000DEM00001D","t":",-0,1e3"}}',
  '{"n":-0.5,"m":0,"k":-10,"e":[100,2.50]}',
])("%s is what it looks like", (text) => {
  expect(refusedAt(text)).toBeNull();
});

test("whatever is written with digits alone passes, wherever it stands", () => {
  const seed = Number(process.env["NUMBERS_SEED"] ?? "20261122");
  process.stdout.write(`seed ${String(seed)} (NUMBERS_SEED)\n`);
  const leaf = fc.oneof(
    fc.string(),
    fc.integer().map((n) => n || 0),
    fc.constantFrom(null, true),
  );
  const { value } = fc.letrec<{ value: unknown }>((tie) => ({
    value: fc.oneof(
      { maxDepth: 4 },
      leaf,
      fc.array(tie("value"), { maxLength: 4 }),
      fc.dictionary(fc.string(), tie("value"), { maxKeys: 4 }),
    ),
  }));

  fc.assert(
    fc.property(value, (json) => {
      expect(refusedAt(JSON.stringify(json))).toBeNull();
      const text = JSON.stringify({ before: json, wrong: ["HERE", json] }).replace('"HERE"', "1e3");
      expect(refusedAt(text)).toBe("wrong[0]");
    }),
    { seed, numRuns: 500 },
  );
});
