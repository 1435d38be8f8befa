import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { insurerFilesIn, writeInsurerFiles } from "../../seeds/demo/insurer-files";
import { loadDemo, loadSubmitterRest, submittingInsurer } from "../../seeds/demo/load-demo";
import { submitFile } from "../../src/cli/submit-file";
import { Database } from "../../src/database/database";
import { migrate } from "../../src/database/migrate";
import { trusted } from "../../src/database/sql";
import { storedEntities } from "../../src/domain/stored-entities";
import { allModels } from "../../src/query/entity-model";
import { givenDatabase, type TestDatabase } from "../setup/database";
import { givenHub, testNow, type TestHub } from "../setup/hub";

/* The insurer's files, sent through the mutations, leave what loading everything directly leaves. */

const today = testNow.toISOString().slice(0, 10);
const options = { enterprises: 160, seed: 5, today };
const silent = (): void => undefined;

let hub: TestHub;
let direct: TestDatabase;
let loaded: Database;
let directory: string;

beforeAll(async () => {
  directory = mkdtempSync(join(tmpdir(), "anzehub-demo-"));
  direct = await givenDatabase();
  await migrate(direct.url, storedEntities);
  loaded = new Database(direct.url);
  const log = silent;
  await loadDemo({ ...options, databaseUrl: direct.url, withoutSubmitter: false, log });
  hub = await givenHub();
  await loadDemo({ ...options, databaseUrl: hub.databaseUrl, withoutSubmitter: true, log });
});

afterAll(async () => {
  await hub.close();
  await loaded.close();
  await direct.drop();
  rmSync(directory, { recursive: true, force: true });
});

/** Without what tells of the day of sending: the months of these entries were closed long ago. */
async function rowsOf(database: Database, table: string): Promise<unknown[]> {
  const rows = await database.read(trusted(`SELECT * FROM \`${table}\` ORDER BY id`));
  return rows.map(({ prior_period: _, ...row }) => row);
}

describe("the submitting insurer", () => {
  test("has nothing of its own in a demo that was loaded without it", async () => {
    const id = `(SELECT id FROM insurer WHERE org_code = '${submittingInsurer}')`;
    const tables = ["policy", "premium_receipt", "service_record", "hazard", "fee_entry", "claim"];

    for (const table of tables) {
      const rows = await hub.database.read(
        trusted(`SELECT id FROM ${table} WHERE insurer_id = ${id}`),
      );
      expect(rows).toEqual([]);
    }
  });

  test("writes the same files again, byte by byte", async () => {
    const first = await writeInsurerFiles({ ...options, directory });
    const texts = first.map((path) => readFileSync(path, "utf8"));

    const second = await writeInsurerFiles({ ...options, directory });

    expect(second).toEqual(insurerFilesIn(directory));
    expect(second.map((path) => readFileSync(path, "utf8"))).toEqual(texts);
    expect(texts.every((text) => text.endsWith("}\n"))).toBe(true);
  });

  test("sends every record, and each is accepted without a finding", async () => {
    const paths = await writeInsurerFiles({ ...options, directory });
    const token = await hub.token(submittingInsurer);
    const acknowledged: { status: string; findings?: unknown[] }[] = [];

    for (const file of paths) {
      await submitFile({ file, url: `${hub.url}/graphql`, token, log: silent });
      const lines = readFileSync(`${file}.ack.ndjson`, "utf8").trim().split("\n");
      for (const line of lines)
        acknowledged.push(JSON.parse(line) as { status: string; findings?: unknown[] });
    }

    expect(acknowledged.length).toBeGreaterThan(400);
    expect(acknowledged.filter(({ status }) => status !== "ACCEPTED")).toEqual([]);
    expect(acknowledged.filter(({ findings }) => findings && findings.length > 0)).toEqual([]);
    expect(hub.mistakes).toEqual([]);
  });
});

describe("after its files and the rest, table by table as if all was loaded directly", () => {
  beforeAll(async () => {
    const rest = { ...options, databaseUrl: hub.databaseUrl, log: silent };
    await loadSubmitterRest(rest);
    // Interrupted and repeated, it adds nothing.
    await loadSubmitterRest(rest);
  });

  // Submitting leaves its own traces in the access log, loading none.
  const tables = allModels().filter(({ table }) => !table.startsWith("access_log"));
  test.each(tables.map(({ table }) => [table]))("%s", async (table) => {
    const submitted = await rowsOf(hub.database, table);

    expect(submitted).toEqual(await rowsOf(loaded, table));
  });
});
