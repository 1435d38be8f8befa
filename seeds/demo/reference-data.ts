import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** The tables of seeds/reference/, as committed. */
export interface ReferenceData {
  readonly regions: readonly RegionRow[];
  readonly workingDays: readonly WorkingDayRow[];
  readonly parameters: readonly ParameterRow[];
  readonly sectors: readonly CodeRow[];
  readonly serviceItems: readonly CodeRow[];
  readonly accidentTypes: readonly CodeRow[];
  readonly majorHazardCriteria: readonly CodeRow[];
  readonly feeCategories: readonly CodeRow[];
  readonly planElements: readonly CodeRow[];
}

export interface RegionRow {
  readonly code: string;
  readonly name: string;
  readonly level: "PROVINCE" | "CITY" | "COUNTY";
  readonly parent: string | null;
  readonly effectiveFrom: string;
  readonly effectiveTo: string | null;
}

export interface WorkingDayRow {
  readonly day: string;
  readonly kind: "HOLIDAY" | "MAKE_UP";
  readonly nameZh: string;
  readonly source: string;
}

export interface ParameterRow {
  readonly key: string;
  readonly regionPrefix: string;
  readonly value: string;
  readonly unit: string;
  readonly effectiveFrom: string;
  readonly effectiveTo: string | null;
  readonly legalBasis: string;
}

/** A code of one of the code tables; each table has some of the optional columns. */
export interface CodeRow {
  readonly code: string;
  readonly nameZh: string;
  readonly nameEn?: string;
  readonly standard?: string;
  readonly sector?: string;
  readonly legalBasis?: string;
  readonly effectiveFrom: string;
  readonly effectiveTo: string | null;
}

const FILES: Readonly<Record<keyof ReferenceData, string>> = {
  regions: "regions",
  workingDays: "working-days",
  parameters: "region-parameters",
  sectors: "sectors",
  serviceItems: "service-items",
  accidentTypes: "accident-types",
  majorHazardCriteria: "major-hazard-criteria",
  feeCategories: "fee-categories",
  planElements: "plan-elements",
};

let remembered: ReferenceData | undefined;

/** Reads the tables once. Throws when one is not where the seeds are. */
export function referenceData(): ReferenceData {
  if (remembered) return remembered;
  const tables = Object.entries(FILES).map(([table, file]) => [table, rowsOf(file)]);
  // The shape of the committed files is held by test/seeds/reference.test.ts.
  remembered = Object.fromEntries(tables) as ReferenceData;
  return remembered;
}

/** Beside this folder, and from dist/seeds/demo, which holds only code, three levels up. */
const FOLDERS = [
  join(__dirname, "..", "reference"),
  join(__dirname, "..", "..", "..", "seeds", "reference"),
];

function rowsOf(name: string): readonly unknown[] {
  const paths = FOLDERS.map((folder) => join(folder, `${name}.json`));
  const path = paths.find((candidate) => existsSync(candidate));
  if (path === undefined) throw new Error(`no reference table ${name} at ${paths.join(" or ")}`);
  return (JSON.parse(readFileSync(path, "utf8")) as { rows: unknown[] }).rows;
}
