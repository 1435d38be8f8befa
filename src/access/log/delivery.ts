import { subjectSet, type SubjectSet } from "./subject-set";

/** Rows of one plan, as far as the access log wants to know of them. */
export interface DeliveredRows {
  /** `Type.field` of every value that each row delivers, in order. */
  readonly delivers: readonly string[];
  /** Properties that hold the ids of the enterprise and the insurer a row is about. */
  readonly subjectKeys: readonly string[];
}

/**
 * Collects what one operation delivers. Cells are rows × selected values, multiplied when the entry
 * is made: nothing is done per cell, and per row only its subjects are noted.
 */
export class Delivery {
  private readonly rowsOf = new Map<DeliveredRows, number>();
  private readonly counted = new Map<string, number>();
  private readonly touched = new Set<string>();

  /** Rows that were read for the answer. */
  rows(plan: DeliveredRows, rows: readonly Readonly<Record<string, unknown>>[]): void {
    this.rowsOf.set(plan, (this.rowsOf.get(plan) ?? 0) + rows.length);
    for (const key of plan.subjectKeys)
      for (const row of rows) {
        const id = row[key];
        if (typeof id === "string") this.touched.add(id);
      }
  }

  /** How many rows were read for the answer. */
  get rowsRead(): number {
    let rows = 0;
    for (const count of this.rowsOf.values()) rows += count;
    return rows;
  }

  /** Values of one field that come from no row. */
  count(coordinate: string, cells: number): void {
    this.counted.set(coordinate, (this.counted.get(coordinate) ?? 0) + cells);
  }

  /** `Type.field` → delivered values, in order of the names. */
  cells(): ReadonlyMap<string, number> {
    const [only, ...others] = this.rowsOf;
    // Most answers come from one plan, whose fields are in order already.
    if (only && others.length === 0 && this.counted.size === 0) {
      const [{ delivers }, rows] = only;
      return new Map(rows > 0 ? delivers.map((coordinate) => [coordinate, rows]) : []);
    }
    const cells = new Map(this.counted);
    for (const [{ delivers }, rows] of this.rowsOf)
      for (const coordinate of delivers) cells.set(coordinate, (cells.get(coordinate) ?? 0) + rows);
    const some = [...cells].filter(([, count]) => count > 0);
    return new Map(some.sort(([a], [b]) => (a < b ? -1 : 1)));
  }

  /** Whom the rows are about. */
  subjects(): SubjectSet | null {
    return subjectSet(this.touched);
  }
}
