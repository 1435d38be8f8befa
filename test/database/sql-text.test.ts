import { Database } from "../../src/database/database";
import { sql, trusted, value } from "../../src/database/sql";
import { sqlText } from "../../src/database/sql-text";
import { givenDatabase } from "./../setup/database";

/** Texts that end a literal, escape, look like a place for a parameter, or are no usual letters. */
const texts = [
  ...["", "'", "''", "\\", "\\'", "'; DROP TABLE policy; -- ", '"', "`", "?", "%_", "a?b'?"],
  ...["\0", "a\0b", "\n\r\t\b\u001a", "李", "😀", "安'责\\险", "\u2028", "NULL", "1e3", "0x41"],
  ...["\\0", "\\%", "'\\", "\\\\'", "/* */", "-- ", "#"],
];

describe("a statement with its parameters", () => {
  let database: Database;
  let drop: () => Promise<void>;

  beforeAll(async () => {
    const given = await givenDatabase();
    database = new Database(given.url);
    drop = given.drop;
  });

  afterAll(async () => {
    await database.close();
    await drop();
  });

  test.each(texts.map((text) => [JSON.stringify(text), text]))(
    "the server reads %s as it was given",
    async (_title, text) => {
      const [row] = await database.read(sql`SELECT ${value(text)} AS same, ${value(1)} AS next`);

      expect(row).toEqual({ same: text, next: 1 });
    },
  );

  test.each([
    [0, "0"],
    [-1, "-1"],
    [1.5, "1.5"],
    [null, null],
  ])("the server reads %p as it was given", async (given, read) => {
    const [row] = await database.read(sql`SELECT CAST(${value(given)} AS CHAR) AS same`);

    expect(row?.["same"]).toBe(read);
  });

  test("a place without a parameter, or a parameter without a place, is refused", () => {
    const few = { text: "SELECT ?, ?", values: [1] };
    const many = { text: "SELECT ?", values: [1, 2] };

    expect(() => sqlText(few)).toThrow("fewer parameters");
    expect(() => sqlText(many)).toThrow("more parameters");
  });

  test.each([[undefined], [{}], [["a"]], [new Date(0)], [true], [NaN], [Infinity]])(
    "%p is no parameter, whatever the types were told",
    (given) => {
      expect(() => sqlText({ text: "SELECT ?", values: [given as never] })).toThrow(/^not a/);
    },
  );

  test("text of our own stays as it is", () => {
    expect(sqlText(trusted("SELECT 1"))).toBe("SELECT 1");
  });
});
