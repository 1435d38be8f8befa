import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { demoManifest, type DemoManifest } from "../../seeds/demo/violations";
import { run } from "../../src/cli/seed";
import { readConfig, type Config } from "../../src/config";
import { givenDatabase, type TestDatabase } from "../setup/database";

const options = { enterprises: 100, seed: 9, today: "2026-06-01" };
const words = ["--enterprises", "100", "--seed", "9", "--today", "2026-06-01"];

let given: TestDatabase;
let config: Config;
let directory: string;
let printed = "";

beforeAll(async () => {
  given = await givenDatabase();
  directory = mkdtempSync(join(tmpdir(), "anzehub-seed-"));
  config = readConfig({ HUB_ENV: "test", HUB_DIR: directory, DATABASE_URL: given.url });
  const keep = (text: unknown): boolean => {
    printed += String(text);
    return true;
  };
  jest.spyOn(process.stdout, "write").mockImplementation(keep);
  jest.spyOn(process.stderr, "write").mockImplementation(keep);
});

afterAll(async () => {
  jest.restoreAllMocks();
  await given.drop();
  rmSync(directory, { recursive: true, force: true });
});

describe("hub seed", () => {
  test("migrates an empty database, fills it, and prints rows per table and the time", async () => {
    expect(await run(words, config)).toBe(0);

    expect(printed).toMatch(/^ +100 {2}enterprise$/m);
    expect(printed).toMatch(/^ +\d{4} {2}rows in \d+\.\d s$/m);
  });

  test("writes the manifest of what it seeded", () => {
    const written = readFileSync(join(directory, "demo", "manifest.json"), "utf8");

    expect(JSON.parse(written) as DemoManifest).toEqual(demoManifest(options));
  });

  test("refuses a database that is not empty", async () => {
    await expect(run(words, config)).rejects.toThrow("The database is not empty");
  });

  test("refuses a number that is none, and production", async () => {
    const production = { ...config, environment: "production" as const };

    await expect(run(["--enterprises", "many"], config)).rejects.toThrow("usage: hub seed");
    await expect(run(words, production)).rejects.toThrow("not for production");
  });
});
