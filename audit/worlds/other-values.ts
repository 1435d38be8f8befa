import type { StoredRow } from "../../test/oracle/visible-rows";
import type { Random } from "../random";
import type { ColumnInfo } from "./catalogue";

type Cell = string | number | null;

/** Long enough to be noticed anywhere, short enough for any text column. */
const longTextMax = 5_000;

/** Another value of the same type, or undefined when none comes to mind. */
export function otherValue(
  column: ColumnInfo,
  old: Cell,
  rows: readonly StoredRow[],
  random: Random,
): Cell | undefined {
  const used = random.pick(rows)[column.name];
  if (used !== undefined && used !== null && used !== old && random.chance(0.5)) return used;
  return makers[column.type]?.(old, random, column);
}

type Maker = (old: Cell, random: Random, column: ColumnInfo) => Cell;

const text: Maker = (old, random, column) => otherText(column, old, random);

const makers: Readonly<Record<string, Maker>> = {
  varchar: text,
  char: text,
  text,
  longtext: text,
  tinyint: (old) => (old === 1 ? 0 : 1),
  int: (old, random) => (Number(old) % 1000) + 1 + random.below(900),
  bigint: (old, random) => String((BigInt(old ?? 0) % 10n ** 12n) + BigInt(1 + random.below(1e6))),
  decimal: (old) => (old === "1" ? "2" : "1"),
  date: (_old, random) => anyDay(random),
  datetime: (_old, random) => `${anyDay(random)} 0${String(random.below(10))}:00:00.000000`,
};

function anyDay(random: Random): string {
  const [year, month, day] = [3 + random.below(5), 1 + random.below(9), random.below(10)];
  return `202${String(year)}-0${String(month)}-1${String(day)}`;
}

function otherText(column: ColumnInfo, old: Cell, random: Random): string {
  const text = `${String(old ?? "")}隐${String(random.below(1000))}`;
  return [...text].slice(-Math.min(column.length ?? 40, 40)).join("");
}

/** As long as the column allows. */
export function largeValue(column: ColumnInfo): Cell | undefined {
  switch (column.type) {
    case "varchar":
      return "大".repeat(column.length ?? 1);
    case "text":
    case "longtext":
      return "大".repeat(longTextMax);
    case "bigint":
      return "999999999999999";
    case "int":
      return 2_147_483_647;
    default:
      return undefined;
  }
}

/** Another text that the mask shows alike, or undefined. */
export function behindMask(
  text: string,
  mask: (text: string) => string,
  random: Random,
): string | undefined {
  const characters = [...text];
  for (let place = characters.length - 1; place >= 0; place--) {
    const changed = characters.with(place, random.pick(["7", "8", "9"])).join("");
    if (changed !== text && mask(changed) === mask(text)) return changed;
  }
  return undefined;
}
