import type { Atoms } from "./atoms";
import { Coalitions } from "./coalitions";
import { disclosureLimits } from "./disclosure-limits";
import { hasTooFew, isProtected, type ContributionColumns } from "./publication-rule";
import { RowSpace, type Sum } from "./row-space";

/** Tells sums as long as nothing protected follows from them. */
export class Teller {
  /** True once something was told that did not follow from what was remembered. */
  isMore = false;
  private readonly space = new RowSpace();
  private readonly told: Sum[] = [];
  private readonly coalitions: Coalitions;

  constructor(
    private readonly atoms: Atoms,
    private readonly columns: ContributionColumns,
  ) {
    this.coalitions = new Coalitions(atoms, columns);
  }

  remember(sum: Sum): void {
    this.space.added(sum).commit();
    this.told.push(sum);
  }

  tell(sum: Sum): boolean {
    if (isProtected(this.columns, this.rowsOf(atomsIn(sum)))) return false;
    const { changed, commit } = this.space.added(sum);
    const [fresh] = changed;
    if (!fresh) return true;
    if (changed.some((follows) => this.isClose(follows))) return false;
    // What is in the difference of two answers need not stand alone in the reduced form.
    if (this.told.some((other) => this.isClose(difference(sum, other)))) return false;
    for (const isInside of this.coalitions.of(this.space.leads()))
      if (this.space.reaches(fresh, isInside)) return false;
    commit();
    this.told.push(sum);
    this.isMore = true;
    return true;
  }

  private isClose(sum: Sum): boolean {
    const atoms = atomsIn(sum);
    const rows = atoms.reduce((count, atom) => count + (this.atoms.rows[atom]?.length ?? 0), 0);
    if (rows === 0) return false;
    return rows > disclosureLimits.closeRowsMax
      ? hasTooFew(this.columns, this.rowsOf(atoms))
      : isProtected(this.columns, this.rowsOf(atoms));
  }

  private *rowsOf(atoms: readonly number[]): Generator<number> {
    for (const atom of atoms) yield* this.atoms.rows[atom] ?? [];
  }
}

function atomsIn(sum: Sum): number[] {
  const atoms: number[] = [];
  for (let atom = 0; atom < sum.length; atom++) if (sum[atom] !== 0) atoms.push(atom);
  return atoms;
}

function difference(a: Sum, b: Sum): Sum {
  const result = a.slice();
  for (let atom = 0; atom < a.length; atom++) result[atom] = (a[atom] ?? 0) - (b[atom] ?? 0);
  return result;
}
