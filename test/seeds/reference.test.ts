import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { type ReferenceTable, regionTable, workingDayTable } from "../../seeds/build-reference";
import {
  createWorkingDayCalendar,
  type WorkingDayException,
} from "../../src/domain/registry/working-days";
import accidentTypes from "../../seeds/reference/accident-types.json";
import criteria from "../../seeds/reference/major-hazard-criteria.json";
import parameters from "../../seeds/reference/region-parameters.json";
import regions from "../../seeds/reference/regions.json";
import sectors from "../../seeds/reference/sectors.json";
import workingDays from "../../seeds/reference/working-days.json";

const FOLDER = join(__dirname, "../../seeds/reference");

describe("every reference table", () => {
  const files = readdirSync(FOLDER).map((file): [string, string] => [
    file,
    readFileSync(join(FOLDER, file), "utf8"),
  ]);

  test.each(files)("%s has note, source and one row per line", (_, text) => {
    // JSON.parse knows no types; the three parts are what is tested.
    const { note, source, rows } = JSON.parse(text) as ReferenceTable;

    expect(note).not.toBe("");
    expect(source).not.toBe("");
    expect(new Set(rows.map((row) => Object.keys(row).join())).size).toBe(1);
    expect(text.split("\n").filter((line) => /^ {4}\{ .* \},?$/.test(line)).length).toBe(
      rows.length,
    );
  });

  test.each(files)("%s: no period ends before it starts", (_, text) => {
    const { rows } = JSON.parse(text) as ReferenceTable;
    const backwards = rows.filter(
      ({ effectiveFrom, effectiveTo }) =>
        effectiveTo && String(effectiveTo) < String(effectiveFrom),
    );

    expect(backwards).toEqual([]);
  });
});

describe("regions", () => {
  test("34 provinces, 16 cities and 104 counties of Anhui, each below its parent", () => {
    const count = (level: string) => regions.rows.filter((row) => row.level === level).length;
    const codes = new Set(regions.rows.map(({ code }) => code));

    expect([count("PROVINCE"), count("CITY"), count("COUNTY")]).toEqual([34, 16, 104]);
    expect(codes.size).toBe(154);
    for (const { code, parent } of regions.rows) {
      expect(parent).toBe(code.length === 2 ? null : code.slice(0, -2));
      expect(parent === null || codes.has(parent)).toBe(true);
    }
  });

  test("the committed table is what the package gives", () => {
    expect(regions).toEqual(regionTable());
  });
});

describe("working days", () => {
  test("the committed table is what the notices give", () => {
    expect(workingDays).toEqual(workingDayTable());
  });

  // Days of the year less weekends and public holidays (11, since 2025 13): an independent sum.
  test.each([
    [2024, 251],
    [2025, 248],
    [2026, 248],
  ])("%i has %i working days", (year, expected) => {
    // A JSON import types every string as string; an unknown kind would show in the sum.
    const calendar = createWorkingDayCalendar(workingDays.rows as WorkingDayException[]);
    let counted = 0;
    for (let at = Date.UTC(year, 0, 1); at < Date.UTC(year + 1, 0, 1); at += 86_400_000) {
      if (calendar.isWorkingDay(new Date(at).toISOString().slice(0, 10))) counted += 1;
    }

    expect(counted).toBe(expected);
  });
});

describe("code tables", () => {
  test("the accident types of the two standards follow each other without gap or overlap", () => {
    const of = (standard: string) => accidentTypes.rows.filter((row) => row.standard === standard);
    const [old, recent] = [of("GB/T 6441-1986"), of("GB 6441-2025")];

    expect([old.length, recent.length]).toEqual([20, 27]);
    expect(new Set(old.map(({ effectiveTo }) => effectiveTo))).toEqual(new Set(["2026-06-30"]));
    expect(new Set(recent.map((row) => row.effectiveFrom))).toEqual(new Set(["2026-07-01"]));
  });

  test("hazard criteria have unique codes made of their sector", () => {
    const known = new Set(sectors.rows.map(({ code }) => code));

    expect(new Set(criteria.rows.map(({ code }) => code)).size).toBe(criteria.rows.length);
    for (const { code, sector } of criteria.rows) {
      expect(known.has(sector)).toBe(true);
      expect(code).toMatch(new RegExp(`^MH-${sector}-20\\d\\d-\\d\\d$`));
    }
  });

  test("four of the nine sectors are of the Anhui notice", () => {
    expect(sectors.rows.length).toBe(9);
    expect(sectors.rows.filter(({ anhuiNotice }) => anhuiNotice).length).toBe(4);
  });

  test("on any day at most one row of a parameter is in force in a region", () => {
    const overlapping = parameters.rows.filter((row, place) =>
      parameters.rows
        .slice(place + 1)
        .some(
          (other) =>
            other.key === row.key &&
            other.regionPrefix === row.regionPrefix &&
            other.effectiveFrom <= (row.effectiveTo ?? "9999-12-31") &&
            row.effectiveFrom <= (other.effectiveTo ?? "9999-12-31"),
        ),
    );

    expect(overlapping).toEqual([]);
    for (const { value } of parameters.rows) expect(value).toMatch(/^\d+(\.\d+)?$/);
  });
});
