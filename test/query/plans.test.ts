import { createPool, type Pool } from "mysql2/promise";
import { corpus } from "../../bench/corpus/corpus";
import type { Question, ReadRaw, Variables } from "../../bench/corpus/question";
import { loadDemo } from "../../seeds/demo/load-demo";
import { connectionOptions } from "../../src/database/database";
import { trusted } from "../../src/database/sql";
import { analysed, scannedBy, smallRows } from "./plans";
import { givenReadHub, type ReadHub } from "./read-statements";

const today = "2026-07-15";
let hub: ReadHub;
let pool: Pool;
let sizes: ReadonlyMap<string, number>;

beforeAll(async () => {
  hub = await givenReadHub();
  await loadDemo({
    databaseUrl: hub.databaseUrl,
    enterprises: 4_000,
    seed: 1,
    today,
    withoutSubmitter: false,
    log: () => undefined,
  });
  sizes = await analysed(hub.database);
  pool = createPool({ ...connectionOptions(hub.databaseUrl), connectionLimit: 1 });
}, 300_000);

afterAll(async () => {
  await pool.end();
  await hub.close();
});

const read: ReadRaw = async (statement, values = []) => {
  const [rows] = await pool.query(statement, [...values]);
  return rows as Record<string, unknown>[];
};

/** Asks the hub; answers the tables of which all rows are read though they are many. */
async function scannedFor(caller: string, query: string, variables: Variables): Promise<string[]> {
  hub.statements();
  const { body } = await hub.ask(caller, query, variables);
  expect(body.errors).toBeUndefined();
  const scanned: string[] = [];
  for (const statement of hub.statements())
    scanned.push(...(await scannedBy(hub.database, sizes, statement)));
  return scanned;
}

async function variablesOf(question: Question): Promise<Variables> {
  return (await question.variables?.(read)) ?? {};
}

describe("the corpus", () => {
  test.each(corpus.map((question) => [question.name, question] as const))(
    "%s: the hub answers what hand-written SQL answers",
    async (_, question) => {
      const variables = await variablesOf(question);
      const { body } = await hub.ask(question.caller, question.query, variables);
      const byHand = await question.byHand(read, today, variables);
      expect(body).toEqual({ data: JSON.parse(JSON.stringify(byHand)) as object });
    },
  );

  test.each(corpus.map((question) => [question.name, question] as const))(
    "%s: no large table is read whole where an index serves",
    async (_, question) => {
      const scanned = await scannedFor(
        question.caller,
        question.query,
        await variablesOf(question),
      );
      expect(scanned.filter((table) => question.readsAllOf?.includes(table) !== true)).toEqual([]);
    },
  );

  test("is asked of tables that are large", () => {
    const small = ["enterprise", "policy", "service_record", "hazard", "fee_entry"].filter(
      (table) => (sizes.get(table) ?? 0) <= smallRows,
    );
    expect(small).toEqual([]);
  });
});

test("a list in the order of a unique field is read from the index of that field", async () => {
  const query = "{ enterprises(first: 200) { nodes { name } } }";
  expect(await scannedFor("DEMO-FI-34", query, {})).toEqual([]);
});

describe("a table that is read whole shows", () => {
  test("where no index serves the condition", async () => {
    const query = `{ enterprises(first: 5, orderBy: [{ field: NAME }],
      where: { licenceNo: { eq: "X" } }) { nodes { name } } }`;
    expect(await scannedFor("DEMO-EM-34", query, {})).toEqual(["enterprise"]);
  });

  test("where the index of a list's order is gone", async () => {
    const query = "{ policies(first: 20) { nodes { policyNo } } }";
    expect(await scannedFor("DEMO-EM-34", query, {})).toEqual([]);
    const [index] = await hub.database.read(
      trusted(
        "SELECT INDEX_NAME AS name FROM information_schema.STATISTICS WHERE TABLE_SCHEMA = " +
          "DATABASE() AND TABLE_NAME = 'policy' AND SEQ_IN_INDEX = 1 AND COLUMN_NAME = 'start_date'",
      ),
    );
    await pool.query(`DROP INDEX \`${String(index?.["name"])}\` ON policy`);
    expect(await scannedFor("DEMO-EM-34", query, {})).toEqual(["policy"]);
  });
});
