import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { writeInsurerFiles } from "../../seeds/demo/insurer-files";
import { loadDemo, submittingInsurer } from "../../seeds/demo/load-demo";
import { snakeCase } from "../../src/database/names";
import { trusted } from "../../src/database/sql";
import "../../src/domain/domains";
import { modelOf } from "../../src/query/entity-model";
import { recordTypes, type RecordType } from "../../src/submission/record-type";
import { givenHub, testNow, type TestHub } from "../setup/hub";

/* What becomes of demo rows, which nobody stated, when whose they are changes them over HTTP. */

const options = { enterprises: 100, seed: 3, today: testNow.toISOString().slice(0, 10) };

let hub: TestHub;
let directory: string;

beforeAll(async () => {
  hub = await givenHub();
  const { databaseUrl } = hub;
  const log = (): undefined => undefined;
  await loadDemo({ ...options, databaseUrl, withoutSubmitter: false, log });
  directory = mkdtempSync(join(tmpdir(), "anzehub-demo-changes-"));
});

afterAll(async () => {
  const { mistakes } = hub;
  await hub.close();
  rmSync(directory, { recursive: true, force: true });
  expect(mistakes).toEqual([]);
});

type Line = Record<string, unknown> & { sourceKey: string };

const amount = (line: Line, name: string): bigint => BigInt((line[name] as string | null) ?? 0);

async function change(type: RecordType, by: string, line: Line): Promise<unknown> {
  const capital = type.mutation.charAt(0).toUpperCase() + type.mutation.slice(1);
  const sums = type.sums.map((name) => ({ name, amountFen: String(amount(line, name)) }));
  const { body, text } = await hub.ask(
    by,
    `mutation ($input: ${capital}Input!) { ${type.mutation}(input: $input) { __typename
      ... on SubmissionReceipt { outcomes { status version findings { ruleId path } } } } }`,
    {
      input: {
        submissionKey: `${type.name} ${String(line["action"])} ${String(line["baseVersion"])}`,
        declared: { count: 1, sums },
        records: [line],
      },
    },
  );
  const receipt = body.data?.[type.mutation] as { outcomes: unknown[] } | undefined;
  if (!receipt?.outcomes) throw new Error(text);
  return receipt.outcomes[0];
}

/** A row of the type, and an organisation whose record it is; null: there is none. */
async function givenRowOf(type: RecordType): Promise<{ sourceKey: string; by: string } | null> {
  const column = snakeCase(type.owner ?? "insurerId");
  const { table } = modelOf(type.entity);
  const [row] = await hub.database.read(
    trusted(`SELECT t.source_key, o.code FROM \`${table}\` t JOIN organisation o
      ON t.${column} IN (o.insurer_id, o.enterprise_id, o.service_agency_id, o.id)
      WHERE o.type IN (${type.submitters.map((submitter) => `'${submitter}'`).join(", ")})
      ORDER BY t.id LIMIT 1`),
  );
  return row ? { sourceKey: row["source_key"] as string, by: row["code"] as string } : null;
}

/** The first line of each file the submitting insurer would have sent. */
async function statedLines(): Promise<[RecordType, Line][]> {
  const paths = await writeInsurerFiles({ ...options, directory });
  return paths.map((path) => {
    const [first = "{}"] = readFileSync(path, "utf8").split("\n", 1);
    const { type: name, ...line } = JSON.parse(first) as Line & { type: string };
    const type = recordTypes().find((each) => each.name === name);
    if (!type) throw new Error(`no record type ${name}`);
    return [type, line];
  });
}

const reason = "WRONG_AMOUNT";
const ofOne = recordTypes().filter(({ joint }) => !joint);

test.each(ofOne.map((type) => [type.name, type] as const))(
  "a loaded %s is not taken back before it is stated: SUB-16, whatever its type",
  async (_, type) => {
    const row = await givenRowOf(type);
    if (row === null) return;
    const { sourceKey, by } = row;

    const taken = await change(type, by, { sourceKey, action: "VOID", baseVersion: 1, reason });
    const back = await change(type, by, { sourceKey, action: "REINSTATE", baseVersion: 1, reason });

    const rejected = { status: "REJECTED", findings: [{ ruleId: "SUB-16", path: "$.action" }] };
    expect([taken, back]).toMatchObject([rejected, rejected]);
  },
);

test("a loaded record that is corrected can be taken back and reinstated", async () => {
  const seen: unknown[] = [];
  for (const [type, line] of await statedLines()) {
    // Entries of a ledger are not changed, but mirrored by others.
    if (type.mirror) continue;
    const { sourceKey } = line;
    const states = async (action: string, baseVersion: number, more: object): Promise<unknown> =>
      change(type, submittingInsurer, { sourceKey, action, baseVersion, reason, ...more });
    const outcomes = [
      await states("CORRECT", 1, line),
      await states("VOID", 2, {}),
      await states("REINSTATE", 3, {}),
    ];
    const [second, third, fourth] = [2, 3, 4].map((version) => ({ status: "ACCEPTED", version }));
    expect([type.name, ...outcomes]).toMatchObject([type.name, second, third, fourth]);
    seen.push(type.name);
  }
  expect(seen).toEqual(
    expect.arrayContaining(["policy", "servicePlan", "serviceRecord", "hazard", "claim"]),
  );
});
