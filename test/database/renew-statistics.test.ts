import { Database } from "../../src/database/database";
import { renewStatistics } from "../../src/database/renew-statistics";
import { trusted } from "../../src/database/sql";
import { givenDatabase, type TestDatabase } from "../setup/database";

/* What the server takes a table to hold, when it does not look by itself. */

const tables = ["one", "other"];
const rowCount = 5_000;
let given: TestDatabase;
let database: Database;

beforeAll(async () => {
  given = await givenDatabase();
  database = new Database(given.url);
  await database.transaction(async (transaction) => {
    for (const table of tables) {
      await transaction.execute(
        trusted(`CREATE TABLE ${table} (id INT AUTO_INCREMENT PRIMARY KEY) STATS_AUTO_RECALC = 0`),
      );
      const values = Array.from({ length: rowCount }, () => "()").join(", ");
      await transaction.execute(trusted(`INSERT INTO ${table} () VALUES ${values}`));
    }
  });
});

afterAll(async () => {
  await database.close();
  await given.drop();
});

/** As the server plans by, in the order of the tables. */
async function believed(): Promise<number[]> {
  const rows = await database.read(
    trusted(`SELECT n_rows AS n FROM mysql.innodb_table_stats
      WHERE database_name = DATABASE() ORDER BY table_name`),
  );
  return rows.map(({ n }) => Number(n));
}

test("statistics of the named tables are renewed, then those of all", async () => {
  expect(await believed()).toEqual([0, 0]);

  await renewStatistics(database, ["one"]);
  const [one = 0, other] = await believed();
  expect(one).toBeGreaterThan(rowCount / 2);
  expect(other).toBe(0);

  await renewStatistics(database);
  expect((await believed())[1]).toBeGreaterThan(rowCount / 2);
});

test("an empty list of tables is none", async () => {
  const before = await believed();

  await renewStatistics(database, []);

  expect(await believed()).toEqual(before);
});
