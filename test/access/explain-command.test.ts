import { rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { commands } from "../../src/cli/commands";
import { run } from "../../src/cli/explain";
import { explain } from "./given-explanations";
import { givenHub, givenOrganisation, type TestHub } from "../setup/hub";

/* `hub explain`, as typed. */

const query = "{ policies { nodes { policyNo writtenPremiumFen } } }";
let hub: TestHub;

beforeAll(async () => {
  hub = await givenHub();
  await givenOrganisation(hub.database, "EM-34", "EMERGENCY");
  await givenOrganisation(hub.database, "FI-34", "FINANCIAL");
});

afterAll(() => hub.close());

interface Ended {
  code: number;
  stdout: string;
  stderr: string;
}

/** Runs the command as bin/hub.js does, with what it writes. */
async function typed(...args: string[]): Promise<Ended> {
  const written = { stdout: "", stderr: "" };
  const spies = (["stdout", "stderr"] as const).map((name) =>
    jest.spyOn(process[name], "write").mockImplementation((text) => {
      written[name] += String(text);
      return true;
    }),
  );
  try {
    const code = await run(args, { ...hub.config, databaseUrl: hub.databaseUrl });
    return { code, ...written };
  } finally {
    for (const spy of spies) spy.mockRestore();
  }
}

it("is one of the commands", () => {
  expect(commands.get("explain")?.load()).toMatchObject({ run });
});

it("prints a table and exits with 1 when something is denied, with 0 when nothing is", async () => {
  const denied = await typed("--org", "EM-34", "--query", query);
  const allowed = await typed("--org", "FI-34", "--query", query);

  expect([denied.code, allowed.code]).toEqual([1, 0]);
  expect(denied.stdout).toMatch(/x +仅汇总 aggregate only +Policy\.writtenPremiumFen +SELECT/);
  expect(denied.stdout).toMatch(/ {3}可用 visible +Policy\.policyNo +SELECT/);
  expect(denied.stdout).toContain("价格信息 price: FINANCIAL (FI-34)");
  expect(denied.stdout).toContain("Policy: 辖区 34，全部行业领域 / Region 34, all sectors");
  expect(allowed.stdout).toContain("允许 allowed");
});

it("answers with --json what explainAccess answers, of a document and variables in files", async () => {
  const files = [join(hub.config.directory, "q.graphql"), join(hub.config.directory, "v.json")];
  const [document = "", variables = ""] = files;
  writeFileSync(document, `query($code: String) { enterprise(uscc: $code) { name } }`);
  writeFileSync(variables, `{"code":"X"}`);

  const args = ["--query", document, "--variables", variables];
  const { code, stdout } = await typed("--org", "EM-34", ...args, "--json");

  const asked = "query($code: String) { enterprise(uscc: $code) { name } }";
  expect(code).toBe(0);
  expect(JSON.parse(stdout)).toEqual(await explain(hub, "EM-34", asked, { code: "X" }));
  for (const file of files) rmSync(file);
});

it("exits with 1 for a document with faults, and names their places", async () => {
  const { code, stdout } = await typed("--org", "EM-34", "--query", "{ policies { nope } }");

  expect(code).toBe(1);
  expect(stdout).toContain("GRAPHQL_VALIDATION_FAILED (1:14)");
});

it.each([
  ["without a query", ["--org", "EM-34"]],
  ["for an unknown organisation", ["--org", "nobody", "--query", query]],
  ["with a query that is neither document nor file", ["--org", "EM-34", "--query", "nope"]],
  [
    "with variables that are no JSON object",
    ["--org", "EM-34", "--query", query, "--variables", "{"],
  ],
  ["with an unknown option", ["--org", "EM-34", "--query", query, "--nope"]],
])("exits with 2 %s", async (_title, args) => {
  const { code, stdout, stderr } = await typed(...args);

  expect([code, stdout]).toEqual([2, ""]);
  expect(stderr).toContain("usage: hub explain");
});
