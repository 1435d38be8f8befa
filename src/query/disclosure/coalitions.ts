import type { Atoms } from "./atoms";
import { disclosureLimits } from "./disclosure-limits";
import type { ContributionColumns } from "./publication-rule";

/** Atoms whose rows are of one enterprise, or of one or two insurers: what is to stay unknown. */
export type IsInside = (atom: number) => boolean;

/**
 * Of whom nothing may follow, in whatever number of atoms: each enterprise, and where it is a secret
 * of insurers each insurer and each two. (Of more enterprises at once, what stands in the reduced
 * form and what two answers differ in is looked at, see `teller.ts`.)
 */
export class Coalitions {
  private readonly enterprises: readonly Parties[];
  private readonly insurers: readonly Parties[];

  constructor(atoms: Atoms, columns: ContributionColumns) {
    const partiesOf = (who: Uint32Array, max: number): Parties[] =>
      atoms.rows.map((rows) => parties(rows, who, columns.value, max));
    this.enterprises = partiesOf(columns.enterprise, 1);
    this.insurers = columns.isInsurerSecret ? partiesOf(columns.insurer, 2) : [];
  }

  /** Those that something told so far could be of: `leads` are the atoms that it begins with. */
  *of(leads: readonly number[]): Generator<IsInside> {
    for (const one of known(leads, this.enterprises)) yield inside(this.enterprises, [one]);
    const insurers = known(leads, this.insurers);
    for (const one of insurers) yield inside(this.insurers, [one]);
    if ((insurers.length * (insurers.length - 1)) / 2 > disclosureLimits.pairsMax) return;
    for (const [n, one] of insurers.entries())
      for (const other of insurers.slice(n + 1)) yield inside(this.insurers, [one, other]);
  }
}

/** Who contributes to an atom; null when they are more than there could be of a coalition. */
type Parties = ReadonlySet<number> | null;

function parties(
  rows: readonly number[],
  who: Uint32Array,
  value: Float64Array,
  max: number,
): Parties {
  const found = new Set<number>();
  for (const row of rows) {
    if (value[row] !== 0) found.add(who[row] ?? 0);
    if (found.size > max) return null;
  }
  return found;
}

function known(leads: readonly number[], of: readonly Parties[]): number[] {
  return [...new Set(leads.flatMap((atom) => [...(of[atom] ?? [])]))];
}

function inside(of: readonly Parties[], coalition: readonly number[]): IsInside {
  return (atom) => {
    const found = of[atom];
    return found ? [...found].every((one) => coalition.includes(one)) : false;
  };
}
