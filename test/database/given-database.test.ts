import { createConnection, type RowDataPacket } from "mysql2/promise";
import { givenDatabase } from "../setup/database";

describe("a test database", () => {
  test("is fresh, tells 李 from 𠮷 and A from a, and goes when dropped", async () => {
    const database = await givenDatabase();
    const connection = await createConnection(database.url);
    const named = "SELECT schema_name FROM information_schema.schemata WHERE schema_name = ?";

    await connection.query("CREATE TABLE name (value VARCHAR(10) PRIMARY KEY)");
    await connection.query("INSERT INTO name VALUES ('A'), ('a'), ('李'), ('𠮷')");
    const [rows] = await connection.query<RowDataPacket[]>("SELECT value FROM name");
    await database.drop();
    const [left] = await connection.query<RowDataPacket[]>(named, [database.name]);
    await connection.end();

    expect(rows.map((row) => String(row.value)).sort()).toEqual(["A", "a", "李", "𠮷"]);
    expect(left).toEqual([]);
  });
});
