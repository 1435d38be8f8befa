import type { StoredRow, World } from "../../test/oracle/visible-rows";
import type { Catalogue } from "./catalogue";

/** One row before and after; null where there is none. */
export interface RowChange {
  readonly table: string;
  readonly key: string;
  readonly before: StoredRow | null;
  readonly after: StoredRow | null;
}

/** Something done to a world: what kind of thing, and row by row. */
export interface Mutation {
  readonly kind: string;
  readonly changes: readonly RowChange[];
}

/** A world in memory that can be changed and changed back. */
export class WorldEditor {
  private readonly tables = new Map<string, Map<string, StoredRow>>();

  constructor(
    world: World,
    readonly catalogue: Catalogue,
  ) {
    for (const [name, rows] of Object.entries(world))
      this.tables.set(name, new Map(rows.map((row) => [this.keyOf(name, row), row])));
  }

  /** The rows as they are now. */
  world(): World {
    return Object.fromEntries([...this.tables].map(([name, rows]) => [name, [...rows.values()]]));
  }

  rows(table: string): StoredRow[] {
    return [...(this.tables.get(table)?.values() ?? [])];
  }

  keyOf(table: string, row: StoredRow): string {
    const primary = this.catalogue.get(table)?.primary ?? ["id"];
    return primary.map((column) => String(row[column])).join("\0");
  }

  /** Does it, or nothing of it when the rows are no longer what they were. */
  apply({ changes }: Mutation): boolean {
    const fits = changes.every(
      ({ table, key, before }) => (this.tables.get(table)?.get(key) ?? null) === before,
    );
    if (fits) for (const { table, key, after } of changes) this.set(table, key, after);
    return fits;
  }

  /** Undoes what was applied last. */
  revert({ changes }: Mutation): void {
    for (const { table, key, before } of [...changes].reverse()) this.set(table, key, before);
  }

  private set(table: string, key: string, row: StoredRow | null): void {
    if (row) this.tables.get(table)?.set(key, row);
    else this.tables.get(table)?.delete(key);
  }

  /** True when another row of the table has the same values in a unique index. */
  isTaken(table: string, row: StoredRow, except: string | null): boolean {
    const unique = this.catalogue.get(table)?.unique ?? [];
    return unique.some((columns) => {
      if (columns.some((column) => row[column] == null)) return false;
      for (const [key, other] of this.tables.get(table) ?? [])
        if (key !== except && columns.every((column) => other[column] === row[column])) return true;
      return false;
    });
  }

  /** Rows that refer to this row, with the column that does. */
  *referring(
    table: string,
    id: unknown,
  ): Generator<{ table: string; column: string; row: StoredRow }> {
    for (const { name, references } of this.catalogue.values())
      for (const [column, target] of references)
        if (target === table) yield* this.rowsWith(name, column, id);
  }

  private *rowsWith(
    table: string,
    column: string,
    value: unknown,
  ): Generator<{ table: string; column: string; row: StoredRow }> {
    for (const row of this.rows(table)) if (row[column] === value) yield { table, column, row };
  }
}
