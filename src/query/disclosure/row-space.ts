/**
 * Arithmetic modulo a prime stands for that over fractions: exact, and products fit a JavaScript
 * number.
 */
const prime = 33_554_393;

/** The coefficients of one sum over the atoms (sets of rows that every answer treats alike). */
export type Sum = Int32Array;

/**
 * Everything that follows from the sums told so far by adding and subtracting them, in reduced
 * echelon form: an atom whose sum follows stands alone in a row.
 */
export class RowSpace {
  private readonly rows: Sum[] = [];
  private readonly pivots: number[] = [];

  /** The rows that telling this sum makes new or different; empty when it tells nothing new. */
  added(sum: Sum): { changed: readonly Sum[]; commit: () => void } {
    const row = this.reduced(sum);
    const pivot = row.findIndex((coefficient) => coefficient !== 0);
    if (pivot < 0) return { changed: [], commit: () => undefined };
    scale(row, inverse(row[pivot] ?? 0));
    const rows = this.rows.map((known) => {
      const factor = known[pivot] ?? 0;
      if (factor === 0) return known;
      const copy = known.slice();
      subtract(copy, row, factor);
      return copy;
    });
    const changed = [row, ...rows.filter((after, n) => after !== this.rows[n])];
    const commit = (): void => {
      this.rows.splice(0, this.rows.length, ...rows, row);
      this.pivots.push(pivot);
    };
    return { changed, commit };
  }

  /**
   * True when telling this sum lets something follow that lies inside these atoms alone. What lies
   * inside uses, of the rows told so far, only those whose first atom does.
   */
  reaches(sum: Sum, isInside: (atom: number) => boolean): boolean {
    const outside = (row: Sum): Sum =>
      row.map((coefficient, atom) => (isInside(atom) ? 0 : coefficient));
    const within = new RowSpace();
    this.rows.forEach((row, n) => {
      if (isInside(this.pivots[n] ?? 0)) within.added(outside(row)).commit();
    });
    return within.added(outside(this.reduced(sum))).changed.length === 0;
  }

  /** The atoms that rows begin with: what could follow alone is among them. */
  leads(): readonly number[] {
    return this.pivots;
  }

  private reduced(sum: Sum): Sum {
    const row = sum.slice();
    this.rows.forEach((known, n) => {
      const factor = row[this.pivots[n] ?? 0] ?? 0;
      if (factor !== 0) subtract(row, known, factor);
    });
    return row;
  }
}

function subtract(from: Sum, row: Sum, factor: number): void {
  for (let n = 0; n < from.length; n++) {
    const coefficient = row[n] ?? 0;
    if (coefficient === 0) continue;
    const difference = ((from[n] ?? 0) - factor * coefficient) % prime;
    from[n] = difference < 0 ? difference + prime : difference;
  }
}

function scale(row: Sum, by: number): void {
  for (let n = 0; n < row.length; n++) row[n] = ((row[n] ?? 0) * by) % prime;
}

/** By Fermat: a^(p-2). */
function inverse(a: number): number {
  let [result, base, exponent] = [1, a, prime - 2];
  while (exponent > 0) {
    if (exponent % 2 === 1) result = (result * base) % prime;
    base = (base * base) % prime;
    exponent = Math.floor(exponent / 2);
  }
  return result;
}
