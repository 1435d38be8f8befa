import { recordTypeNamed } from "../../src/submission/record-type";
import { acknowledged, givenFiles, type TestFiles } from "./given-files";

let files: TestFiles;
beforeAll(async () => {
  files = await givenFiles();
});
afterAll(() => files.close());

const example = recordTypeNamed("policy").example as unknown as Record<string, unknown>;
const names = Object.keys(example);
const cell = (value: unknown): string => (Array.isArray(value) ? value.join("|") : String(value));
const row = (patch: Record<string, unknown>): string =>
  names.map((name) => cell({ ...example, ...patch }[name])).join(",");
const header = names.join(",");

const statuses = (file: string): unknown[] => acknowledged(file).map(({ status }) => status);

async function stored(column: string, key: string): Promise<unknown> {
  const rows = await files.hub.database.read({
    text: `SELECT ${column} AS stored FROM policy WHERE source_key = ?`,
    values: [key],
  });
  return rows[0]?.["stored"];
}

describe("a CSV file of policies", () => {
  const variants: readonly [what: string, name: string, text: string][] = [
    ["with LF and without an end of its last line", "policies.csv", `${header}\n${row({})}`],
    ["with CRLF", "policies-crlf.csv", `${header}\r\n${row({})}\r\n`],
    ["with a byte order mark", "policies_bom.csv", `\ufeff${header}\n${row({})}\n`],
    ["that is zipped", "policies.2026.csv.gz", `${header}\n${row({})}\n`],
    ["with empty lines", "policies-empty.csv", `${header}\n\n${row({})}\n\n`],
    ["with everything in quotes", "policy.csv", `${header}\n"${row({}).replaceAll(",", '","')}"\n`],
  ];

  test.each(variants)("%s is taken", async (what, name, text) => {
    const file = files.given(name, text.replace(String(example["sourceKey"]), what));

    const summary = await files.send(file);

    expect(summary.lines()[0]).toBe("已受理 ACCEPTED 1");
    expect(await stored("agreed_items", what)).toBe('["01","03"]');
  });

  test("that does not say what it holds is sent with --type, and not without", async () => {
    const file = files.given("export.csv", `${header}\n${row({ sourceKey: "typed" })}`);

    const without = await files.send(file);
    const named = await files.send(file, { type: "policies" });

    expect([without.exitCode, named.exitCode]).toEqual([2, 0]);
    expect(without.failure).toMatch(/--type is one of enterprises, .*policies/);
  });

  test("may have Chinese headers, quotes, line breaks, and parts in columns of their own", async () => {
    const chinese = header
      .replace("sourceKey", "来源键")
      .replace("writtenPremiumFen", "保费总额（分）")
      .replace("commissionFen", "手续费（佣金）")
      .replace("agreedItems", "约定服务项目");
    const parts =
      "共保份额.1.共保机构名称,coInsurance.1.role,coInsurance.1.shareBp,coInsurance.2.insurerName,coInsurance.2.role,coInsurance.2.共保份额";
    const file = files.given("policies-zh.csv", [
      `${chinese},${parts}`,
      `${row({ sourceKey: "zh" })},"甲,""乙""\r\n公司",LEAD,6000,丙公司,FOLLOW,4000`,
      `${row({ sourceKey: "zh alone" })},,,,,,`,
    ]);

    const summary = await files.send(file);

    expect(summary.counted).toBe("已受理 ACCEPTED 2");
    const co = await files.hub.database.read({
      text: "SELECT insurer_name, share_bp FROM policy_co_insurance ORDER BY share_bp DESC",
      values: [],
    });
    expect(co).toEqual([
      { insurer_name: '甲,"乙"\r\n公司', share_bp: 6000 },
      { insurer_name: "丙公司", share_bp: 4000 },
    ]);
  });

  test("names the line in which a row begins, whatever is above it", async () => {
    const file = files.given("policies-lines.csv", [
      `${header},cancelledOn`,
      `${row({ sourceKey: '"a\nb"' })},`,
      `${row({ sourceKey: "l2", signedOn: "2026-02-30" })},`,
      "only,two",
      `${row({ sourceKey: "l4" })},`,
      `${row({ sourceKey: "l5", insuredCount: "1e3" })},`,
      `${row({ sourceKey: "l6", agreedItems: "[01" })},`,
    ]);

    const summary = await files.send(file);

    expect(acknowledged(file).map((a) => [a["line"], a["status"], codeOf(a)])).toEqual([
      [2, "REJECTED", "SUB-20 $.sourceKey"],
      [4, "INVALID", "BAD_DATE $.signedOn"],
      [5, "INVALID", "CELLS_MISCOUNTED $"],
      [6, "ACCEPTED", ""],
      [7, "INVALID", "BAD_USER_INPUT $.insuredCount"],
      [8, "INVALID", "CELL_NOT_A_LIST $.agreedItems"],
    ]);
    expect(summary.exitCode).toBe(1);
  });

  const unusable: readonly [what: string, text: string | Buffer, why: RegExp][] = [
    ["an unknown column", `${header},premium\n`, /no such columns: premium.*hub template policy/],
    ["a column twice", `${header},sourceKey\n`, /there twice: sourceKey/],
    ["a column twice, once in Chinese", `${header},来源键\n`, /there twice: sourceKey/],
    ["nothing in it", "", /without a header/],
    ["another encoding", Buffer.from([0xb1, 0xa3, 0xb5, 0xa5, 0x0a]), /not UTF-8/],
    ["an open quote", `${header}\n"a,b`, /line 2.*CSV_QUOTE_NOT_CLOSED/],
    ["a header of 2 MB", "x".repeat(2 ** 21), /CSV_MAX_RECORD_SIZE/],
  ];

  test.each(unusable)("with %s is not begun, and ends with 2", async (_, text, why) => {
    const before = await files.rowCounts();
    const file = files.given("policies-bad.csv", text);

    const summary = await files.send(file);

    expect(summary.exitCode).toBe(2);
    expect(summary.failure).toMatch(why);
    expect(await files.rowCounts()).toEqual(before);
  });
});

function codeOf(acknowledgement: Record<string, unknown>): string {
  const findings = acknowledgement["findings"] as { ruleId: string; path: string }[];
  return findings.map(({ ruleId, path }) => `${ruleId} ${path}`).join(" ");
}

test("statuses of one file are those of its rows in order", async () => {
  const file = files.given("policies-order.csv", [
    header,
    row({ sourceKey: "o1" }),
    row({ sourceKey: "o2", writtenPremiumFen: "0" }),
    row({ sourceKey: "o3" }),
  ]);

  await files.send(file);

  expect(statuses(file)).toEqual(["ACCEPTED", "REJECTED", "ACCEPTED"]);
});
