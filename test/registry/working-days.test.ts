import fc from "fast-check";
import {
  createWorkingDayCalendar,
  type WorkingDayException,
} from "../../src/domain/registry/working-days";
import table from "../../seeds/reference/working-days.json";

// FC_SEED repeats a run; fast-check itself prints the seed and the path of a failure.
const seed = Number(process.env["FC_SEED"] ?? Date.now() % 2 ** 31);
beforeAll(() => process.stdout.write(`working-days.test.ts FC_SEED=${seed}\n`));

// A JSON import types every string as string; the reference test checks the kinds.
const calendar = createWorkingDayCalendar(table.rows as WorkingDayException[]);
const weekdaysOnly = createWorkingDayCalendar([]);

const anyDay = fc
  .date({
    min: new Date("1900-01-01T00:00:00Z"),
    max: new Date("2199-12-31T00:00:00Z"),
    noInvalidDate: true,
  })
  .map((date) => date.toISOString().slice(0, 10));

describe("whether a day is a working day", () => {
  test.each([
    ["2025-01-24", true, "an ordinary Friday"],
    ["2025-01-25", false, "an ordinary Saturday"],
    ["2025-01-26", true, "a Sunday at work for 春节"],
    ["2025-01-28", false, "除夕"],
    ["2025-02-04", false, "the last day of 春节"],
    ["2025-02-05", true, "the day after"],
    ["2025-10-04", false, "a Saturday inside 国庆节"],
    ["2025-10-08", false, "the eighth day of 国庆节 and 中秋节"],
    ["2025-10-11", true, "a Saturday at work for 国庆节"],
    ["2024-02-09", true, "除夕 of 2024, which was no holiday"],
    ["2026-01-02", false, "a Friday off for 元旦"],
    ["2026-01-04", true, "a Sunday at work for 元旦"],
  ])("%s: %s, %s", (day, working) => expect(calendar.isWorkingDay(day)).toBe(working));

  test("without rows the weekday decides, on any day of three centuries", () => {
    const property = fc.property(anyDay, (day) => {
      const weekday = new Date(`${day}T00:00:00Z`).getUTCDay();
      expect(weekdaysOnly.isWorkingDay(day)).toBe(weekday !== 0 && weekday !== 6);
    });
    fc.assert(property, { seed, numRuns: 2_000 });
  });

  test.each([
    ["2024", true],
    ["2026", true],
    ["2023", false],
    ["2027", false],
  ])("the table covers %s: %s", (year, covered) => {
    expect(calendar.coversYearOf(`${year}-06-15`)).toBe(covered);
  });
});

describe("counting working days", () => {
  test.each([
    ["2025-01-24", 1, "2025-01-26", "the Sunday at work is next"],
    ["2025-01-27", 1, "2025-02-05", "eight days of 春节 do not count"],
    ["2025-01-27", 4, "2025-02-08", "the Saturday at work counts"],
    ["2025-09-30", 2, "2025-10-10", "国庆节 and 中秋节"],
    ["2025-10-01", 1, "2025-10-09", "counting starts on a holiday"],
    ["2025-10-09", -1, "2025-09-30", "backwards over the holiday"],
    ["2025-10-04", 0, "2025-10-04", "none is the day itself"],
    ["2024-12-31", 1, "2025-01-02", "over the end of a year"],
    ["2024-02-28", 1, "2024-02-29", "a leap day is a day"],
  ])("%s and %i working days is %s: %s", (day, n, expected) => {
    expect(calendar.addWorkingDays(day, n)).toBe(expected);
  });

  test("as many working days lie in between as were added, and the last one is at work", () => {
    const near = fc.integer({ min: 0, max: 700 }).map((offset) => dayAfter("2024-06-01", offset));
    const property = fc.property(near, fc.integer({ min: 1, max: 60 }), (day, n) => {
      const end = calendar.addWorkingDays(day, n);

      let counted = 0;
      for (let at = dayAfter(day, 1); at <= end; at = dayAfter(at, 1)) {
        if (calendar.isWorkingDay(at)) counted += 1;
      }
      expect(counted).toBe(n);
      expect(calendar.isWorkingDay(end)).toBe(true);
    });
    fc.assert(property, { seed, numRuns: 500 });
  });

  test.each([1.5, Number.NaN, 1_001, -1_001])("%d working days are refused", (n) => {
    expect(() => calendar.addWorkingDays("2025-01-24", n)).toThrow(RangeError);
  });
});

describe("what a calendar refuses", () => {
  test.each([
    "2025-02-29",
    "2025-13-01",
    "2025-00-10",
    "2025-1-1",
    "20250101",
    "2025-01-01T00",
    "",
  ])("%j is no day", (day) => {
    expect(() => calendar.isWorkingDay(day)).toThrow(RangeError);
    expect(() => calendar.addWorkingDays(day, 0)).toThrow(RangeError);
    expect(() => calendar.coversYearOf(day)).toThrow(RangeError);
    expect(() => createWorkingDayCalendar([{ day, kind: "HOLIDAY" }])).toThrow(RangeError);
  });

  test("a day cannot be off and at work", () => {
    const day = "2025-01-26";
    const rows: WorkingDayException[] = [
      { day, kind: "MAKE_UP" },
      { day, kind: "HOLIDAY" },
    ];

    expect(() => createWorkingDayCalendar(rows)).toThrow("2025-01-26 is of two kinds");
    expect(() => createWorkingDayCalendar(rows.toReversed())).toThrow(RangeError);
  });

  test("a row that repeats another or agrees with the weekday changes nothing", () => {
    const rows: WorkingDayException[] = [
      { day: "2025-10-04", kind: "HOLIDAY" },
      { day: "2025-10-04", kind: "HOLIDAY" },
    ];

    expect(createWorkingDayCalendar(rows).isWorkingDay("2025-10-04")).toBe(false);
  });
});

function dayAfter(day: string, count: number): string {
  return new Date(Date.parse(day) + count * 86_400_000).toISOString().slice(0, 10);
}
