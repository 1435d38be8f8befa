import { canonicalInstant, isDay } from "../../src/database/calendar";

const days: readonly [string, boolean][] = [
  ["2024-02-29", true],
  ["2026-02-29", false],
  ["2026-02-30", false],
  ["2000-02-29", true],
  ["1900-02-29", false],
  ["2026-04-31", false],
  ["2026-12-31", true],
  ["2026-13-01", false],
  ["2026-1-1", false],
  ["２０２６-01-01", false],
  ["2026-01-01 ", false],
];

const instants: readonly [string, string | null][] = [
  ["2026-05-01T08:00:00+08:00", "2026-05-01T00:00:00.000000Z"],
  ["2026-05-01T08:00:00.123456+08:00", "2026-05-01T00:00:00.123456Z"],
  ["2026-05-01T00:00:00Z", "2026-05-01T00:00:00.000000Z"],
  ["2026-05-01T00:00:00.5-01:30", "2026-05-01T01:30:00.500000Z"],
  ["2026-05-01T00:00:00", null],
  ["2026-05-01 00:00:00Z", null],
  ["2026-02-30T00:00:00Z", null],
  ["2026-05-01T24:00:00Z", null],
  ["2026-05-01T00:00:60Z", null],
  ["2026-05-01T00:00:00.1234567Z", null],
];

describe("a calendar day", () => {
  for (const [text, expected] of days)
    it(`"${text}" is ${expected ? "one" : "none"}`, () => {
      expect(isDay(text)).toBe(expected);
    });
});

describe("an instant", () => {
  for (const [text, expected] of instants)
    it(`"${text}" is ${expected ?? "refused"}`, () => {
      expect(canonicalInstant(text)).toBe(expected);
    });
});
