import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import type { JSONWebKeySet } from "jose";
import { submitFile, type SubmitFileOptions } from "../../src/cli/submit-file";
import type { SubmissionSummary } from "../../src/cli/submit-summary";
import { verifyFiles } from "../../src/cli/verify-text";
import { entityId } from "../../src/database/entity-id";
import { exampleUscc } from "../../src/domain/registry/identifiers/uscc.rules";
import { recordTypeNamed } from "../../src/submission/record-type";
import { givenHub, givenOrganisation, type TestHub } from "../setup/hub";
import { givenEnterprise, givenInsurer } from "../setup/policies";

let hub: TestHub;
let directory: string;
beforeAll(async () => {
  hub = await givenHub();
  directory = mkdtempSync(join(tmpdir(), "anzehub-file-"));
  await givenInsurer(hub.database, "A");
  await givenEnterprise(hub.database, exampleUscc);
  await givenOrganisation(hub.database, "INS-A", "INSURER", { insurer_id: entityId("ins", "A") });
  await givenOrganisation(hub.database, "EM", "EMERGENCY");
});
afterAll(async () => {
  const { mistakes } = hub;
  await hub.close();
  rmSync(directory, { recursive: true });
  expect(mistakes).toEqual([]);
});

const line = (type: string, patch: object): string =>
  JSON.stringify({ type, ...recordTypeNamed(type).example, ...patch });

function givenFile(name: string, lines: readonly string[]): string {
  const file = join(directory, name);
  const text = lines.join("\n");
  writeFileSync(file, name.endsWith(".gz") ? gzipSync(text) : text);
  return file;
}

async function send(
  file: string,
  more: Partial<SubmitFileOptions> = {},
): Promise<SubmissionSummary> {
  return submitFile({
    file,
    url: `${hub.url}/graphql`,
    token: () => hub.token("INS-A"),
    ...more,
  });
}

function acknowledged(file: string): Record<string, unknown>[] {
  return readFileSync(`${file}.ack.ndjson`, "utf8")
    .trim()
    .split("\n")
    .map((text) => JSON.parse(text) as Record<string, unknown>)
    .sort((a, b) => Number(a["line"]) - Number(b["line"]));
}

describe("a file", () => {
  test("is sent in submissions of one type, and each line acknowledged", async () => {
    const policies = Array.from({ length: 1_001 }, (_, n) =>
      line("policy", { sourceKey: `f${String(n)}` }),
    );
    const file = givenFile("all.ndjson.gz", [
      ...policies,
      line("claim", { sourceKey: "fc", policyKey: "f1000" }),
    ]);

    const summary = await send(file);

    expect(summary.lines()).toEqual(["ACCEPTED 1002"]);
    expect(summary.exitCode).toBe(0);
    expect(acknowledged(file).map((a) => a["line"])).toEqual(
      Array.from({ length: 1_002 }, (_, n) => n + 1),
    );
    const rows = await hub.database.read({
      text: "SELECT record_type, COUNT(*) AS n FROM submission GROUP BY record_type ORDER BY 1",
      values: [],
    });
    expect(rows).toEqual([
      { record_type: "claim", n: "1" },
      { record_type: "policy", n: "2" },
    ]);
  });

  test("sent again is acknowledged again and doubles nothing", async () => {
    const file = givenFile("again.ndjson", [line("policy", { sourceKey: "again" })]);
    await send(file);
    const first = acknowledged(file);

    const summary = await send(file);

    expect(summary.lines()).toEqual(["ACCEPTED 1, replayed 1"]);
    expect(acknowledged(file)).toEqual(first);
  });

  test("is answered with signed receipts that hold under the keys the hub publishes", async () => {
    const file = givenFile("receipts.ndjson", [
      line("policy", { sourceKey: "r1" }),
      line("claim", { sourceKey: "r2", policyKey: "r1" }),
    ]);
    await send(file);
    const response = await fetch(`${hub.url}/.well-known/hub-receipts.json`);
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
    const file = givenFile("bad.ndjson", [
      line("policy", { sourceKey: "b1" }),
      line("policy", { sourceKey: "b2", writtenPremiumFen: "1,000" }),
      line("policy", { sourceKey: "b3", endDate: "2026-02-30" }),
      line("policy", { sourceKey: "b4", writtenPremiumFen: "0" }),
      line("policy", { sourceKey: "b5", unknownField: 1 }),
      "{",
      line("claim", { sourceKey: "b6" }).replace("claim", "complaints"),
      line("policy", { sourceKey: "b7", enterpriseUscc: "91340000DEM00001D2" }),
    ]);

    const summary = await send(file);

    expect(acknowledged(file).map((a) => a["status"])).toEqual([
      ...["ACCEPTED", "INVALID", "INVALID", "REJECTED", "INVALID", "INVALID", "INVALID"],
      "REJECTED",
    ]);
    expect(summary.exitCode).toBe(1);
    expect(summary.lines().join("\n")).toMatch(/POL-05 REJECT × 1.*\n.*line 4 \(b4\)/);
  });

  test("that may not be sent ends with 2 and says why", async () => {
    const file = givenFile("denied.ndjson", [line("policy", { sourceKey: "d1" })]);

    const summary = await send(file, { token: () => hub.token("EM") });

    expect(summary.exitCode).toBe(2);
    expect(summary.failure).toMatch(/submitPolicies|SubmitPoliciesInput/);
  });
});
