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
   * True when telling this sum, of which `fresh` is new, lets something follow that lies inside
   * these atoms alone. It uses, of the rows told so far, only those whose first atom lies inside.
   */
  reaches(fresh: Sum, isInside: (atom: number) => boolean): boolean {
    const rows = this.rows.filter((_, n) => isInside(this.pivots[n] ?? 0));
    // Mostly a few atoms outside show already that it does not.
    const some: number[] = [];
    for (let atom = 0; atom < fresh.length && some.length < 2 * rows.length + 8; atom++)
      if (fresh[atom] !== 0 && !isInside(atom)) some.push(atom);
    if (!vanishes(fresh, rows, (sum) => Int32Array.from(some, (atom) => sum[atom] ?? 0)))
      return false;
    return vanishes(fresh, rows, (sum) => sum.map((c, atom) => (isInside(atom) ? 0 : c)));
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

/** True when the sum is one of these rows' combinations, as far as `seen` shows of them. */
function vanishes(sum: Sum, rows: readonly Sum[], seen: (sum: Sum) => Sum): boolean {
  const space = new RowSpace();
  for (const row of rows) space.added(seen(row)).commit();
  return space.added(seen(sum)).changed.length === 0;
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
