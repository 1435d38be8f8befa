import type { Sum } from "./row-space";

/** Rows that every answer has in the same cell: sums of answers are sums of atoms. */
export interface Atoms {
  readonly count: number;
  /** By row. */
  readonly of: Uint32Array;
  /** By atom: its rows. */
  readonly rows: readonly (readonly number[])[];
}

/** The coarsest atoms of these answers, each given as the cell of every row. */
export function atomsOf(rows: number, answers: readonly Uint16Array[]): Atoms {
  let of = new Uint32Array(rows);
  let count = 1;
  for (const cellOf of answers) {
    const finer = new Map<number, number>();
    of = of.map((atom, row) => {
      const key = atom * 65_536 + (cellOf[row] ?? 0);
      const known = finer.get(key) ?? finer.size;
      finer.set(key, known);
      return known;
    });
    count = finer.size;
  }
  const lists = Array.from({ length: count }, (): number[] => []);
  of.forEach((atom, row) => lists[atom]?.push(row));
  return { count, of, rows: lists };
}

/** The sums of the cells of one answer, and of all its rows. */
export function sumsOf(
  { count, rows }: Atoms,
  cellOf: Uint16Array,
  cells: number,
): { cells: Sum[]; total: Sum } {
  const sums = Array.from({ length: cells }, () => new Int32Array(count));
  const total = new Int32Array(count);
  rows.forEach(([row], atom) => {
    // All rows of an atom are in the same cell.
    const cell = row === undefined ? 0 : (cellOf[row] ?? 0);
    const sum = sums[cell - 1];
    if (!sum) return;
    sum[atom] = 1;
    total[atom] = 1;
  });
  return { cells: sums, total };
}
