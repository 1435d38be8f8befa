import { readFileSync } from "node:fs";
import type { JSONWebKeySet } from "jose";
import { verifyFiles } from "../../src/cli/verify-text";
import { acknowledged, givenFiles, line, type TestFiles } from "./given-files";

let files: TestFiles;
beforeAll(async () => {
  files = await givenFiles();
});
afterAll(() => files.close());

describe("a file", () => {
  test("is sent in submissions of one type, and each line acknowledged", async () => {
    const policies = Array.from({ length: 1_001 }, (_, n) =>
      line("policy", { sourceKey: `f${String(n)}` }),
    );
    const file = files.given("all.ndjson.gz", [
      ...policies,
      line("claim", { sourceKey: "fc", policyKey: "f1000" }),
    ]);

    const summary = await files.send(file);

    expect(summary.lines()).toEqual([
      "已受理 ACCEPTED 1002",
      "  policy: 1001 条 records, writtenPremiumFen 5005000000 分 fen",
      "  claim: 1 条 records, reserveFen 10000000 分 fen",
    ]);
    expect(summary.exitCode).toBe(0);
    expect(acknowledged(file).map((a) => a["line"])).toEqual(
      Array.from({ length: 1_002 }, (_, n) => n + 1),
    );
    const rows = await files.hub.database.read({
      text: "SELECT record_type, COUNT(*) AS n FROM submission GROUP BY record_type ORDER BY 1",
      values: [],
    });
    expect(rows).toEqual([
      { record_type: "claim", n: "1" },
      { record_type: "policy", n: "2" },
    ]);
  });

  test("sent again is acknowledged again and doubles nothing", async () => {
    const file = files.given("again.ndjson", [line("policy", { sourceKey: "again" })]);
    await files.send(file);
    const first = acknowledged(file);

    const summary = await files.send(file);

    expect(summary.counted).toBe("已受理 ACCEPTED 1, 重放 replayed 1");
    expect(acknowledged(file)).toEqual(first);
  });

  test("is answered with signed receipts that hold under the keys the hub publishes", async () => {
    const file = files.given("receipts.ndjson", [
      line("policy", { sourceKey: "r1" }),
      line("claim", { sourceKey: "r2", policyKey: "r1" }),
    ]);
    await files.send(file);
    const response = await fetch(`${files.hub.url}/.well-known/hub-receipts.json`);
    const keys = (await response.json()) as JSONWebKeySet;

    const name = `${file}.receipts.ndjson`;
    const bytes = readFileSync(name);
    const [first = ""] = bytes.toString().split("\n");
    const { previousDigest: after } = JSON.parse(first) as { previousDigest: string | null };
    const checked = await verifyFiles([{ name, bytes }], keys, { after, end: null });

    expect(checked).toEqual({ receipts: 2, faults: [] });
    expect(JSON.stringify(keys)).not.toMatch(/"d"/);
  });

  test("with bad lines has the others taken and ends with 1", async () => {
    const file = files.given("bad.ndjson", [
      line("policy", { sourceKey: "b1" }),
      line("policy", { sourceKey: "b2", writtenPremiumFen: "1,000" }),
      line("policy", { sourceKey: "b3", endDate: "2026-02-30" }),
      line("policy", { sourceKey: "b4", writtenPremiumFen: "0" }),
      line("policy", { sourceKey: "b5", unknownField: 1 }),
      "{",
      line("claim", { sourceKey: "b6" }).replace("claim", "complaints"),
      line("policy", { sourceKey: "b7", enterpriseUscc: "91340000DEM00001D2" }),
    ]);

    const summary = await files.send(file);

    expect(acknowledged(file).map((a) => a["status"])).toEqual([
      ...["ACCEPTED", "INVALID", "INVALID", "REJECTED", "INVALID", "INVALID", "INVALID"],
      "REJECTED",
    ]);
    expect(summary.exitCode).toBe(1);
    expect(summary.lines().join("\n")).toMatch(/POL-05 REJECT × 1.*\n.*line 4 \(b4\)/);
  });

  test("that may not be sent ends with 2 and says why", async () => {
    const file = files.given("denied.ndjson", [line("policy", { sourceKey: "d1" })]);

    const summary = await files.send(file, { token: () => files.hub.token("EM") });

    expect(summary.exitCode).toBe(2);
    expect(summary.failure).toMatch(/submitPolicies|SubmitPoliciesInput/);
  });

  test.each([
    [{ count: 3 }, "count: 申报 declared 3, 文件 in the file 2"],
    [{ count: 1 }, "count: 申报 declared 1, 文件 in the file 2"],
    [
      { count: 2, sums: { writtenPremiumFen: "10000001" } },
      "writtenPremiumFen: 申报 declared 10000001, 文件 in the file 10000000",
    ],
    [{ sums: { reserveFen: "5" } }, "reserveFen: 申报 declared 5, 文件 in the file 0"],
  ])("that holds something else than declared, %j, is not sent at all", async (declared, said) => {
    const policies = ["t1", "t2"].map((sourceKey) => line("policy", { sourceKey }));
    const file = files.given("declared.ndjson", policies);
    const before = await files.rowCounts();

    const summary = await files.send(file, { declared });

    expect(summary.exitCode).toBe(2);
    expect(summary.failure).toContain(said);
    expect(await files.rowCounts()).toEqual(before);
  });

  test("that holds what is declared, lines that cannot be read included, is sent", async () => {
    const file = files.given("as-declared.ndjson", [line("policy", { sourceKey: "u1" }), "{"]);
    const sums = { writtenPremiumFen: "5000000" };

    const summary = await files.send(file, { declared: { count: 2, sums } });

    expect(summary.failure).toBeNull();
    expect(summary.counted).toContain("ACCEPTED 1");
  });
});
