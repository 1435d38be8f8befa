import { closeSync, openSync, truncateSync, writeSync } from "node:fs";
import { join } from "node:path";
import type { SubmissionLine } from "../../src/cli/submit-line";
import { acknowledged, givenFiles, line, type TestFiles } from "./given-files";

/* Lines that are none, and lines the rules reject: each its own code and place, and no trace. */

let files: TestFiles;
beforeAll(async () => {
  files = await givenFiles();
  const first = await files.send(files.given("first.ndjson", [line("policy", { sourceKey: "P" })]));
  expect(first.exitCode).toBe(0);
});
afterAll(() => files.close());

const policy = (patch: object): string => line("policy", { sourceKey: "bad", ...patch });
/** A line with this text where the premium is. */
const premium = (text: string): string =>
  policy({ writtenPremiumFen: "HERE" }).replace('"HERE"', text);
const change = (patch: object): string =>
  JSON.stringify({ type: "policy", sourceKey: "P", reason: "TYPING_ERROR", ...patch });

/** What a submission leaves even when all of it is rejected; heads are anchors to lock. */
const receiptTables = ["submission", "submission_receipt", "receipt_chain", "record_head"];

const table: readonly [what: string, line: string | Buffer, ...expected: string[]][] = [
  ["half of a line", policy({}).slice(0, 40), "INVALID LINE_NOT_A_RECORD $"],
  ["a list", "[1]", "INVALID LINE_NOT_A_RECORD $"],
  ["two records without a line between", policy({}) + policy({}), "INVALID LINE_NOT_A_RECORD $"],
  ["bytes that are not UTF-8", Buffer.from([0x7b, 0xff, 0x7d]), "INVALID LINE_NOT_UTF8 $"],
  ["no type", "{}", "INVALID TYPE_UNKNOWN $.type"],
  ["a type that is none", '{"type":"money"}', "INVALID TYPE_UNKNOWN $.type"],
  ["a type that is no text", '{"type":7}', "INVALID TYPE_UNKNOWN $.type"],
  [
    "a field twice",
    policy({}).replace("{", '{"writtenPremiumFen":"1",'),
    "INVALID NAME_REPEATED $.writtenPremiumFen",
  ],
  [
    "a field twice, once spelled with an escape",
    policy({}).replace("{", '{"source\\u004bey":"other",'),
    "INVALID NAME_REPEATED $.sourceKey",
  ],
  ["a field of no record", policy({ premium: 1 }), "INVALID BAD_USER_INPUT $"],
  ["2^63 fen", premium('"9223372036854775808"'), "INVALID BAD_AMOUNT $.writtenPremiumFen"],
  ["2^63 fen, a number", premium("9223372036854775808"), "INVALID BAD_AMOUNT $.writtenPremiumFen"],
  ["2^53 + 1 fen", premium("9007199254740993"), "INVALID BAD_AMOUNT $.writtenPremiumFen"],
  ["-0", premium('"-0"'), "INVALID BAD_AMOUNT $.writtenPremiumFen"],
  ["-0, a number", premium("-0"), "INVALID NUMBER_NOT_PLAIN $.writtenPremiumFen"],
  ["1e3", premium('"1e3"'), "INVALID BAD_AMOUNT $.writtenPremiumFen"],
  ["1e3, a number", premium("1e3"), "INVALID NUMBER_NOT_PLAIN $.writtenPremiumFen"],
  ["1.0, a number", premium("1.0"), "INVALID NUMBER_NOT_PLAIN $.writtenPremiumFen"],
  ["full-width digits", premium('"１００"'), "INVALID BAD_AMOUNT $.writtenPremiumFen"],
  ["30 February", policy({ signedOn: "2026-02-30" }), "INVALID BAD_DATE $.signedOn"],
  [
    "a timestamp without offset",
    line("serviceRecord", { sourceKey: "bad", startedAt: "2026-06-01T08:00:00" }),
    "INVALID BAD_INSTANT $.startedAt",
  ],
  ["a key with a blank at its end", policy({ sourceKey: "P " }), "REJECTED SUB-20 $.sourceKey"],
  ["no key", policy({ sourceKey: undefined }), "INVALID BAD_USER_INPUT $"],
  ["a premium of nothing", premium('"0"'), "REJECTED POL-05 $.writtenPremiumFen"],
  [
    "what is there, stated anew",
    policy({ sourceKey: "P", insuredCount: 51 }),
    "REJECTED SUB-16 $.action",
  ],
  [
    "a base that is stale",
    change({ action: "VOID", baseVersion: 0 }),
    "REJECTED SUB-15 $.baseVersion",
  ],
  ["a change without base", change({ action: "VOID" }), "REJECTED SUB-15 $.baseVersion"],
  [
    "a void without reason",
    change({ action: "VOID", baseVersion: 1, reason: null }),
    "REJECTED SUB-17 $.reason",
  ],
  [
    "bringing back what is there",
    change({ action: "REINSTATE", baseVersion: 1 }),
    "REJECTED SUB-16 $.action",
  ],
];

describe("a line with", () => {
  test.each(table)(
    "%s is refused with its code and place, and leaves nothing",
    async (_, bad, ...expected) => {
      const before = await files.rowCounts();
      const parts = [Buffer.from("# 说明 a comment\r\n"), Buffer.from(bad), Buffer.from("\r\n")];
      const file = files.given("bad.ndjson", Buffer.concat(parts));

      const summary = await files.send(file);

      expect(acknowledged(file).map(inWords)).toEqual(expected.map((words) => `2 ${words}`));
      expect(summary.exitCode).toBe(1);
      expect(summary.lines().join("\n")).toMatch(/第 2 行 line 2/);
      const after = await files.rowCounts();
      const isRejected = expected[0]?.startsWith("REJECTED");
      for (const name of isRejected ? receiptTables : [])
        Object.assign(after, { [name]: before[name] });
      expect(after).toEqual(before);
    },
  );
});

describe("a file with", () => {
  test("a record twice states it once; another content under its key is rejected", async () => {
    const twice = policy({ sourceKey: "twice" });
    const file = files.given("twice.ndjson", [
      twice,
      twice,
      policy({ sourceKey: "twice", insuredCount: 9 }),
    ]);

    await files.send(file);

    expect(acknowledged(file).map(inWords)).toEqual([
      "1 ACCEPTED",
      "2 UNCHANGED",
      "3 REJECTED SUB-16 $.action",
    ]);
  });

  test("a record and its correction applies them in the order of the lines", async () => {
    const correct = { sourceKey: "mended", action: "CORRECT", reason: "TYPING_ERROR" };
    const file = files.given("mended.ndjson", [
      policy({ sourceKey: "mended" }),
      policy({ ...correct, baseVersion: 1, insuredCount: 51 }),
      policy({ ...correct, baseVersion: 2, insuredCount: 52 }),
    ]);

    await files.send(file, { inFlight: 8 });

    expect(acknowledged(file).map(({ status, version }) => [status, version])).toEqual([
      ["ACCEPTED", 1],
      ["ACCEPTED", 2],
      ["ACCEPTED", 3],
    ]);
  });

  test("keys that differ by case or width has as many records", async () => {
    const keys = ["k", "K", "ｋ"];
    const file = files.given(
      "keys.ndjson",
      keys.map((sourceKey) => policy({ sourceKey })),
    );

    expect((await files.send(file)).counted).toBe("已受理 ACCEPTED 3");
  });

  test.each([
    ["a byte order mark", (text: string) => `\ufeff${text}`],
    ["CRLF", (text: string) => text.replaceAll("\n", "\r\n")],
    ["empty lines and comments", (text: string) => `\n# 说明\n${text}\n\n`],
    ["nothing after its last line", (text: string) => text.trimEnd()],
  ])("%s is read like any other", async (what, change) => {
    const records = ["1", "2"].map((n) => policy({ sourceKey: `${what} ${n}` }));
    const file = files.given("form.ndjson", change(`${records.join("\n")}\n`));

    expect((await files.send(file)).counted).toBe("已受理 ACCEPTED 2");
  });

  test("the end of a zipped file missing is not begun", async () => {
    const before = await files.rowCounts();
    const file = files.given("cut.ndjson.gz", [policy({ sourceKey: "cut" })]);
    truncateSync(file, 100);

    const summary = await files.send(file);

    expect([summary.exitCode, summary.failure]).toEqual([
      2,
      expect.stringMatching(/unexpected end/),
    ]);
    expect(await files.rowCounts()).toEqual(before);
  });

  test.each(["long.ndjson", "policies-long.csv"])(
    "a line of 1 GB is not held: %s",
    async (name) => {
      const file = join(files.directory, name);
      const handle = openSync(file, "w");
      const isCsv = name.endsWith(".csv");
      const ok = (sourceKey: string): string =>
        isCsv ? `${sourceKey}\n` : `${policy({ sourceKey })}\n`;
      const written = writeSync(handle, `${isCsv ? "sourceKey\n" : ""}${ok(`${name} 1`)}`);
      // A hole: it is read as a billion zeros, and takes no room on the disk.
      writeSync(handle, `\n${ok(`${name} 3`)}`, 2 ** 30 + written);
      closeSync(handle);
      const before = process.memoryUsage().rss;
      let most = 0;
      const watch = setInterval(() => (most = Math.max(most, process.memoryUsage().rss)), 20);

      const summary = await files.send(file, { mode: "VALIDATE_ONLY" });

      clearInterval(watch);
      expect(most - before).toBeLessThan(2 ** 28);
      if (isCsv) expect(summary.failure).toMatch(/CSV_MAX_RECORD_SIZE/);
      else
        expect(acknowledged(file).map(inWords)).toEqual([
          "1 ACCEPTED",
          "2 INVALID LINE_TOO_LONG $",
          "3 ACCEPTED",
        ]);
    },
    60_000,
  );
});

function inWords(acknowledgement: Record<string, unknown>): string {
  const findings = acknowledgement["findings"] as { ruleId: string; path: string }[];
  const found = findings.map(({ ruleId, path }) => ` ${ruleId} ${path}`).join("");
  const { line: number, status } = acknowledgement as unknown as SubmissionLine & {
    status: string;
  };
  return `${String(number)} ${status}${found}`;
}
