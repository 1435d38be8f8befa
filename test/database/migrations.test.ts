import { Database } from "../../src/database/database";
import { migrate, schemaDrift } from "../../src/database/migrate";
import { sql, trusted, value } from "../../src/database/sql";
import { storedEntities } from "../../src/domain/stored-entities";
import { givenDatabase, type TestDatabase } from "../setup/database";

let at: TestDatabase;
let database: Database;

beforeAll(async () => {
  at = await givenDatabase();
  await migrate(at.url, storedEntities);
  database = new Database(at.url);
});

afterAll(async () => {
  await database.close();
  await at.drop();
});

describe("the migrations", () => {
  it("build exactly the tables the entities describe", async () => {
    expect((await schemaDrift(at.url, storedEntities)).up).toEqual([]);
  });

  it("have nothing left to do a second time", async () => {
    expect(await migrate(at.url, storedEntities)).toBe(0);
  });

  it("can run from several hubs at once", async () => {
    const fresh = await givenDatabase();
    const ran = await Promise.all([1, 2, 3].map(() => migrate(fresh.url, storedEntities)));
    await fresh.drop();

    expect(ran.sort()).toEqual([0, 0, expect.any(Number)]);
    expect(Math.max(...ran)).toBeGreaterThan(0);
  });

  it("leave no text column that ignores case, accents or trailing blanks", async () => {
    const rows = await database.read(
      sql`SELECT table_name, column_name, collation_name FROM information_schema.columns
        WHERE table_schema = ${value(at.name)} AND collation_name IS NOT NULL
        AND collation_name NOT IN ('utf8mb4_nopad_bin', 'utf8mb4_0900_bin')
        AND table_name <> 'migration'`,
    );
    expect(rows).toEqual([]);
  });

  it("keep codes apart that differ by case, width, accent or a trailing blank", async () => {
    const codes = ["A", "a", "Ａ", "Á", "A ", "李", "𠮷"];
    for (const [i, code] of codes.entries())
      await database.transaction((t) =>
        t.execute(sql`INSERT INTO insurer (id, org_code, name, uscc)
          VALUES (${value(`ins_${String(i)}`)}, ${value(code)}, ${value(code)}, ${value(String(i))})`),
      );
    for (const code of codes) {
      const rows = await database.read(
        sql`SELECT name FROM insurer WHERE org_code = ${value(code)}`,
      );
      expect(rows).toEqual([{ name: code }]);
    }
    await database.transaction((t) => t.execute(trusted("DELETE FROM insurer")));
  });

  it("restrict every foreign key, in both directions of change", async () => {
    const rows = await database.read(
      sql`SELECT constraint_name FROM information_schema.referential_constraints
        WHERE constraint_schema = ${value(at.name)}
        AND (delete_rule <> 'RESTRICT' OR update_rule <> 'RESTRICT')`,
    );
    expect(rows).toEqual([]);
  });
});

describe("a migration that was cut off", () => {
  it("is run again, passing over what it has already made", async () => {
    const fresh = await givenDatabase();
    await migrate(fresh.url, storedEntities);
    const half = new Database(fresh.url);
    // As after a kill in the middle: most tables and keys are there, the last are not.
    await half.transaction(async (t) => {
      await t.execute(trusted("DELETE FROM migration"));
      await t.execute(trusted("DROP TABLE evaluation_indicator"));
    });

    expect(await migrate(fresh.url, storedEntities)).toBeGreaterThan(0);
    expect((await schemaDrift(fresh.url, storedEntities)).up).toEqual([]);

    await half.close();
    await fresh.drop();
  });
});
