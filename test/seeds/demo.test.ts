import { readFileSync } from "node:fs";
import { join } from "node:path";
import { callingEnterprises } from "../../seeds/demo/calling-enterprises";
import { enterpriseStories, tellEnterprise } from "../../seeds/demo/generate";
import { loadDemo } from "../../seeds/demo/load-demo";
import { demoManifest } from "../../seeds/demo/violations";
import { violationKinds } from "../../seeds/demo/violation-kinds";
import { createWorld } from "../../seeds/demo/world";
import { Database } from "../../src/database/database";
import { migrate } from "../../src/database/migrate";
import { trusted } from "../../src/database/sql";
import { usccProblem } from "../../src/domain/registry/identifiers/uscc";
import { storedEntities } from "../../src/domain/stored-entities";
import { givenDatabase } from "../setup/database";

const options = { enterprises: 100, seed: 3, today: "2026-06-01" };

describe("a demo", () => {
  test("is the same again, whatever was told before", () => {
    const told = JSON.stringify([...enterpriseStories(createWorld(options))]);

    const alone = createWorld(options);
    const backwards = Array.from({ length: 100 }, (_, n) => tellEnterprise(alone, 99 - n));

    expect(JSON.stringify(backwards.reverse())).toBe(told);
  });

  test("is another one with another seed or on another day", () => {
    const text = (change: object): string =>
      JSON.stringify(tellEnterprise(createWorld({ ...options, ...change }), 0));

    expect(new Set([text({}), text({ seed: 4 }), text({ today: "2026-06-02" })]).size).toBe(3);
  });

  test("names nobody: 演示 in every name, valid codes, none twice", () => {
    const world = createWorld(options);
    const stories = [...enterpriseStories(world)];
    const institutions = [...world.insurers, ...world.agencies];
    const everybody = [...stories, ...institutions];

    expect(everybody.filter(({ name }) => !name.includes("演示"))).toEqual([]);
    expect(everybody.filter(({ uscc }) => usccProblem(uscc) !== null)).toEqual([]);
    expect(new Set(everybody.map(({ uscc }) => uscc)).size).toBe(everybody.length);
    expect(new Set(everybody.map(({ name }) => name)).size).toBe(everybody.length);
  });

  test("has enterprises that call, lawful and with something to see", () => {
    const calling = callingEnterprises(createWorld(options));

    expect(calling).toHaveLength(3);
    for (const { violations, policies } of calling) {
      expect(violations).toEqual([]);
      expect(policies.length).toBeGreaterThan(1);
    }
  });

  test.each([
    ["99 enterprises", { enterprises: 99 }],
    ["200,001 enterprises", { enterprises: 200_001 }],
    ["half an enterprise", { enterprises: 100.5 }],
    ["a seed that is no whole number", { seed: 0.5 }],
    ["a day before the measures of 2025", { today: "2025-09-30" }],
    ["no day", { today: "2026-02-30" }],
  ])("is refused with %s", (_, change) => {
    expect(() => createWorld({ ...options, ...change })).toThrow(RangeError);
  });
});

describe("the manifest", () => {
  test.each([100, 1_000])("has every kind of violation at %i enterprises", (enterprises) => {
    const { kinds } = demoManifest({ ...options, enterprises });

    expect(kinds.map(({ name }) => name)).toEqual(violationKinds.map(({ name }) => name));
    expect(kinds.filter(({ subjects }) => subjects.length === 0)).toEqual([]);
  });

  test("is what the README documents", () => {
    const readme = readFileSync(join(__dirname, "../../seeds/demo/README.md"), "utf8");
    const documented = [...readme.matchAll(/^\| `([a-z-]+)` +\| ([A-Z]+-\d+) /gm)];

    expect(documented.map(([, name, rule]) => [name, rule])).toEqual(
      violationKinds.map(({ name, rule }) => [name, rule]),
    );
  });
});

describe("loading", () => {
  test("is refused by a database with data, which stay as they are", async () => {
    const { url, drop } = await givenDatabase();
    await migrate(url, storedEntities);
    const load = { ...options, databaseUrl: url, withoutSubmitter: false, log: () => undefined };
    const rows = await loadDemo(load);
    const database = new Database(url);
    const count = async (): Promise<unknown> =>
      (await database.read(trusted("SELECT COUNT(*) AS n FROM enterprise")))[0]?.["n"];

    await expect(loadDemo(load)).rejects.toThrow("The database is not empty (organisation)");

    expect(rows.get("enterprise")).toBe(100);
    expect(Number(await count())).toBe(100);
    await database.close();
    await drop();
  });
});
