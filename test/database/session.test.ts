import { Database } from "../../src/database/database";
import { trusted } from "../../src/database/sql";
import { givenDatabase } from "../setup/database";

/* What the hub relies on in every session, whatever the server's own defaults are. */

const settings = trusted("SELECT @@session.time_zone zone, @@session.sql_mode mode");
// MariaDB and MySQL call it by different names.
const isolation = trusted("SHOW SESSION VARIABLES LIKE 't%_isolation'");

test("sessions are in UTC, strict, and read what is committed", async () => {
  const { url, drop } = await givenDatabase();
  const database = new Database(url);

  const read = [...(await database.read(settings)), ...(await database.read(isolation))];
  const written = await database.transaction(async (transaction) => [
    ...(await transaction.query(settings)),
    ...(await transaction.query(isolation)),
  ]);

  for (const [session, ...levels] of [read, written]) {
    expect(session?.["zone"]).toBe("+00:00");
    expect(session?.["mode"]).toContain("STRICT_ALL_TABLES");
    expect(session?.["mode"]).toContain("NO_ZERO_DATE");
    expect(levels.map((level) => level["Value"])).toEqual(["READ-COMMITTED"]);
  }
  await database.close();
  await drop();
});

test("the server ends a statement that reads too long, and the caller is told to narrow it", async () => {
  const { url, drop } = await givenDatabase();
  const database = new Database(url);
  const limit = trusted("SHOW SESSION VARIABLES LIKE 'max%e%_time'");

  const [read, written] = [
    await database.read(limit),
    await database.transaction((transaction) => transaction.query(limit)),
  ];
  // What MariaDB counts in seconds, MySQL counts in milliseconds.
  expect(read.map(({ Value }) => Number(Value) % 9990)).toContain(10);
  expect(written.map(({ Value }) => Number(Value))).not.toContain(10);

  const slow = trusted("SET STATEMENT max_statement_time = 0.05 FOR SELECT SLEEP(5)");
  await expect(database.read(slow)).rejects.toMatchObject({ code: "QUERY_TOO_SLOW" });
  await database.close();
  await drop();
});
